import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { PLACED } from './held-place.ts';

/** What is kept where it is on the screen, and where that was. */
interface Held {
  readonly element: HTMLElement;
  readonly top: number;
  /** How far the panel was scrolled then. */
  readonly scrolled: number;
  /** What it stood in, if it had the focus. */
  readonly around: HTMLElement | false | null;
}

/** What has the focus in a panel, else the open card: what its reader has their eyes on. */
const heldIn = (panel: HTMLElement): HTMLElement | undefined => {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement !== panel && panel.contains(activeElement))
    return activeElement;
  const card = [...panel.querySelectorAll<HTMLElement>('.card:is(.is-selected, .is-shown)')].find(
    (each) => each.offsetParent !== null,
  );
  return card;
};

const holding = (panel: HTMLElement): Held | undefined => {
  const element = heldIn(panel);
  if (!element) return undefined;
  const around = element === document.activeElement && element.closest<HTMLElement>('.card');
  return { element, top: element.getBoundingClientRect().top, scrolled: panel.scrollTop, around };
};

/** How far something moved on the screen by what came or went around it; that the panel was scrolled meanwhile does not count. */
const movedSince = (panel: HTMLElement, { element, top, scrolled }: Held): number => {
  const by = panel.scrollTop - scrolled;
  // A panel that became shorter is scrolled back by the browser: that is not somebody's wish.
  const isClamped = by < 0 && panel.scrollTop >= panel.scrollHeight - panel.clientHeight - 1;
  return element.getBoundingClientRect().top - top + (isClamped ? 0 : by);
};

/** Empty room below what a panel holds, so that it can be scrolled further up than to its end. */
const roomBelow = (panel: HTMLElement) => {
  let room = 0;
  const set = (to: number): void => {
    if (to === room) return;
    room = to;
    panel.style.setProperty('--room-below', `${room}px`);
  };
  return {
    /** Scrolls, with more room where there is too little. What shrinks above the beginning cannot be made good. */
    scrollBy: (by: number): void => {
      const wanted = panel.scrollTop + by;
      const missing = (): number => wanted - (panel.scrollHeight - panel.clientHeight);
      // What is shorter than the panel first takes up the room to its end: only then is it known how much more is missing.
      for (let times = 0; times < 2 && missing() > 0; times += 1) set(room + missing());
      panel.scrollTo({ top: wanted, behavior: 'instant' });
    },
    /** Gives up the room that is not in view. */
    giveUp: (): void => {
      const { scrollTop, scrollHeight, clientHeight } = panel;
      set(Math.max(0, room - Math.max(0, scrollHeight - clientHeight - scrollTop)));
    },
  };
};

/** Once all that was asked for is on the page: what took the focus with it gives it to what it stood in, or to the panel. */
const handOn = (panel: HTMLElement, around: HTMLElement | null): void => {
  if (document.activeElement !== document.body) return;
  panel.tabIndex = -1;
  const next = around?.offsetParent && around.querySelector<HTMLElement>('button');
  (next || panel).focus({ preventScroll: true });
};

/**
 * Keeps what has the focus in a panel, or the open card, where it is on the screen while others bring things in above it. Where the
 * page moved it to another place of the list, it has its focus and its caret back; where it is gone, what it stood in has the focus.
 */
const keepSteady = (panel: HTMLElement): (() => void) => {
  let held = holding(panel);
  /** Whether the reader took the focus away, to another element or with the mouse: then it is not given back. */
  let isLeft = false;
  let isSettling = false;
  const room = roomBelow(panel);
  const hold = (): void => {
    const now = holding(panel);
    // A browser scrolls by whole pixels: what is less than one is made good the next time, or it would add up.
    const isThere = now && now.element === held?.element && Math.abs(movedSince(panel, held)) < 1;
    if (!isThere) held = now;
  };
  const settle = (): void => {
    const element = held?.element;
    if (held && element?.isConnected && element.offsetParent !== null) {
      if (!isLeft && document.activeElement === document.body && element.matches('input, textarea, button, summary'))
        element.focus({ preventScroll: true });
      const moved = movedSince(panel, held);
      if (Math.abs(moved) >= 0.5) {
        room.scrollBy(moved);
        held = { ...held, scrolled: panel.scrollTop };
        isSettling = true;
        panel.dispatchEvent(new Event(PLACED));
        isSettling = false;
      }
    } else if (held && held.around !== false && !isLeft) {
      const { around } = held;
      requestAnimationFrame(() => requestAnimationFrame(() => handOn(panel, around)));
    }
    hold();
  };
  const scrolled = (): void => {
    room.giveUp();
    hold();
  };
  const placed = (): void => {
    if (!isSettling) held = holding(panel);
  };
  const leave = (event: FocusEvent): void => {
    isLeft ||= event.relatedTarget !== null;
  };
  const press = (): void => {
    isLeft = true;
  };
  const enter = (): void => {
    isLeft = false;
    hold();
  };
  const watcher = new MutationObserver(settle);
  watcher.observe(panel, { childList: true, subtree: true, characterData: true });
  panel.addEventListener('scroll', scrolled, { passive: true });
  panel.addEventListener(PLACED, placed);
  panel.addEventListener('focusin', enter);
  panel.addEventListener('blur', leave, true); // before those who change the page for it
  addEventListener('pointerdown', press, true);
  addEventListener('resize', hold);
  return () => {
    watcher.disconnect();
    panel.removeEventListener('scroll', scrolled);
    panel.removeEventListener(PLACED, placed);
    panel.removeEventListener('focusin', enter);
    panel.removeEventListener('blur', leave, true);
    removeEventListener('pointerdown', press, true);
    removeEventListener('resize', hold);
  };
};

/** Keeps a panel steady as long as it is on the page. */
export const useSteady = (panel: RefObject<HTMLElement | null>): void => {
  useEffect(() => (panel.current ? keepSteady(panel.current) : undefined), []);
};
