/** The element that does not move on screen, and where it was: pixels from the start of what is scrolled. */
interface Held {
  readonly element: Element;
  readonly place: number;
}

/** Told to what is scrolled when something was put where it belongs in it: from now on it is kept there. */
export const PLACED = 'touchstone:placed';

/** The nearest ancestor that scrolls. */
export const scrollerOf = (element: Element): HTMLElement => {
  for (let each = element.parentElement; each; each = each.parentElement)
    if (/auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
  return document.documentElement;
};

const placeIn = (scroller: HTMLElement, element: Element): number =>
  element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;

/** Whether any of an element is seen in its scroller. */
export const isSeen = (scroller: HTMLElement, element: Element): boolean => {
  const [box, frame] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()];
  return box.height > 0 && box.bottom > frame.top && box.top < frame.bottom;
};

/**
 * Holds an element where it is on screen while what stands above it changes its height. `hold` after each change, `take` to hold
 * another, `retake` when it was put where it is; what the person scrolls is not held against them, since places are counted in what is scrolled.
 */
export const holdPlace = (scroller: HTMLElement) => {
  let held: Held | undefined;
  let isHolding = false;
  return {
    take: (element: Element | undefined): void => {
      if (held?.element !== element) held = element && { element, place: placeIn(scroller, element) };
    },
    /** It is right where it stands now: somebody else has seen to it. */
    retake: (): void => {
      if (isHolding) return;
      held &&= { element: held.element, place: placeIn(scroller, held.element) };
    },
    hold: (): void => {
      if (!held?.element.isConnected) return;
      const [place, before] = [placeIn(scroller, held.element), scroller.scrollTop];
      scroller.scrollTop = before + place - held.place;
      // A browser may scroll by whole pixels only: what is left adds up. At either end of the list it cannot be made good.
      const left = place - held.place - (scroller.scrollTop - before);
      held = { element: held.element, place: Math.abs(left) < 1 ? place - left : place };
      if (scroller.scrollTop === before) return;
      isHolding = true;
      scroller.dispatchEvent(new Event(PLACED));
      isHolding = false;
    },
  };
};
