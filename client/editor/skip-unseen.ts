/**
 * Lets the browser leave out what is far from view (`is-measured` in client/styles/text-column.css) once it has seen how high every
 * paragraph is, so that nothing moves when one comes into view; measures anew when the width changes, or a typeface comes.
 */
export const skipUnseen = (text: HTMLElement): (() => void) => {
  let frame = 0;
  let width = 0;
  const measure = (): void => {
    cancelAnimationFrame(frame);
    text.classList.remove('is-measured');
    // The browser keeps the sizes of a frame when it has drawn it.
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => text.classList.add('is-measured'));
    });
  };
  const sizes = new ResizeObserver(([entry]) => {
    const now = entry?.contentRect.width ?? width;
    if (now === width) return;
    width = now;
    measure();
  });
  sizes.observe(text);
  document.fonts.addEventListener('loadingdone', measure);
  return () => {
    cancelAnimationFrame(frame);
    sizes.disconnect();
    document.fonts.removeEventListener('loadingdone', measure);
  };
};
