import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** What is kept where it is on the screen, and where that was. */
interface Held {
  readonly element: HTMLElement;
  readonly top: number;
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
  return element && { element, top: element.getBoundingClientRect().top };
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
      const { scrollTop, scrollHeight, clientHeight } = panel;
      const missing = scrollTop + by - (scrollHeight - clientHeight);
      if (missing > 0) set(room + missing);
      panel.scrollTo({ top: scrollTop + by, behavior: 'instant' });
    },
    /** Gives up the room that is not in view. */
    giveUp: (): void => {
      const { scrollTop, scrollHeight, clientHeight } = panel;
      set(Math.max(0, room - Math.max(0, scrollHeight - clientHeight - scrollTop)));
    },
  };
};

/**
 * Keeps what has the focus in a panel, or the open card, where it is on the screen while others bring things in above it. Where the
 * page moved it to another place of the list, it has its focus and its caret back.
 */
const keepSteady = (panel: HTMLElement): (() => void) => {
  let held = holding(panel);
  const room = roomBelow(panel);
  const hold = (): void => {
    held = holding(panel);
  };
  const settle = (): void => {
    const before = held;
    if (before?.element.isConnected && before.element.offsetParent !== null) {
      if (document.activeElement === document.body && before.element.matches('input, textarea, button, summary'))
        before.element.focus({ preventScroll: true });
      const moved = before.element.getBoundingClientRect().top - before.top;
      if (Math.abs(moved) >= 0.5) room.scrollBy(moved);
    }
    hold();
  };
  const scrolled = (): void => {
    room.giveUp();
    hold();
  };
  const watcher = new MutationObserver(settle);
  watcher.observe(panel, { childList: true, subtree: true, characterData: true });
  panel.addEventListener('scroll', scrolled, { passive: true });
  panel.addEventListener('focusin', hold);
  addEventListener('resize', hold);
  return () => {
    watcher.disconnect();
    panel.removeEventListener('scroll', scrolled);
    panel.removeEventListener('focusin', hold);
    removeEventListener('resize', hold);
  };
};

/** Keeps a panel steady as long as it is on the page. */
export const useSteady = (panel: RefObject<HTMLElement | null>): void => {
  useEffect(() => (panel.current ? keepSteady(panel.current) : undefined), []);
};
