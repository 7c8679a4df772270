import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** The menu that went with its bar while it was open, until the bar of the page that comes takes it up. */
let left: { readonly id: string; readonly hasFocus: boolean } | undefined;

/**
 * Keeps a popover open, and the focus at its button, when a page that is on its way is there and its bar takes the place of the one before;
 * not when somebody goes to another address.
 */
export const useKeptOpen = (menu: RefObject<HTMLElement | null>): void => {
  useLayoutEffect(() => {
    const popover = menu.current;
    if (!popover) return;
    const { id } = popover;
    const button = () => document.querySelector<HTMLElement>(`.top-bar [popovertarget="${id}"]`);
    let openedAt = location.pathname;
    const noteWhere = (event: ToggleEvent): void => {
      if (event.newState === 'open') openedAt = location.pathname;
    };
    popover.addEventListener('beforetoggle', noteWhere);
    if (left?.id === id) {
      popover.showPopover();
      if (left.hasFocus) button()?.focus();
      left = undefined;
    }
    return () => {
      popover.removeEventListener('beforetoggle', noteWhere);
      if (!popover.matches(':popover-open') || openedAt !== location.pathname) return;
      const focused = document.activeElement;
      const gone = { id, hasFocus: focused !== null && (popover.contains(focused) || button() === focused) };
      left = gone;
      // The next page has no bar, or comes later: by then nobody waits for the menu.
      setTimeout(() => {
        if (left === gone) left = undefined;
      });
    };
  }, []);
};
