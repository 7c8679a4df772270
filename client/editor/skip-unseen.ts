/** How many heights of the column one scrolls before what was seen on the way is forgotten, and how long after, in milliseconds. */
const FAR = 3;
const REST = 400;

/**
 * Lets the browser leave out what is far from view (`is-measured` in client/styles/text-column.css) once it has seen how high every
 * paragraph is, so that nothing moves when one comes into view; measures anew when the width changes, or a typeface comes.
 *
 * A paragraph that is left out but was laid out before still costs Chromium some of every layout, which with 500 of them is as much as
 * all else that a key sets off. `is-fresh` turns about how they are displayed, which looks the same and lets go of those layouts: after
 * the measuring, and when one has scrolled far.
 */
export const skipUnseen = (text: HTMLElement): (() => void) => {
  const column = text.closest('.text-column');
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let width = 0;
  let scrolledTo = 0;
  let way = 0;
  const measure = (): void => {
    cancelAnimationFrame(frame);
    text.classList.remove('is-measured');
    // The browser keeps the sizes of a frame when it has drawn it.
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => text.classList.add('is-measured'));
    });
  };
  const forget = (): void => {
    if (!column || way < FAR * column.clientHeight) return;
    way = 0;
    text.classList.toggle('is-fresh');
  };
  const scrolled = (): void => {
    const top = column?.scrollTop ?? 0;
    way += Math.abs(top - scrolledTo);
    scrolledTo = top;
    clearTimeout(rest);
    rest = setTimeout(forget, REST);
  };
  const sizes = new ResizeObserver(([entry]) => {
    const now = entry?.contentRect.width ?? width;
    if (now === width) return;
    width = now;
    measure();
  });
  sizes.observe(text);
  document.fonts.addEventListener('loadingdone', measure);
  column?.addEventListener('scroll', scrolled, { passive: true });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(rest);
    sizes.disconnect();
    document.fonts.removeEventListener('loadingdone', measure);
    column?.removeEventListener('scroll', scrolled);
  };
};
