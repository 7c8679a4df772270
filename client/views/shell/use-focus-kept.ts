import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

const hasNone = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** Where one goes on when a button of a view is gone: in its row, in the row beside it, else at the beginning of the dialog or the page. */
const placeNear = (button: HTMLElement): (() => HTMLElement | null | undefined) => {
  const row = button.closest('li');
  const rows = [row, row?.nextElementSibling, row?.previousElementSibling];
  const around = button.closest('dialog, main');
  const first = (within: Element | null | undefined) =>
    within?.isConnected ? within.querySelector<HTMLElement>('button, summary, a[href]') : null;
  return () => {
    if (!around?.isConnected) return null; // another page is there
    const near = rows.map(first).find((each) => each);
    return near ?? (around.matches('main') ? (around as HTMLElement) : first(around));
  };
};

/** Keeps the focus near a button that goes away while it has it, as with a row that is removed. */
export const useFocusKept = (button: RefObject<HTMLElement | null>): void => {
  useLayoutEffect(
    () => () => {
      if (!button.current || document.activeElement !== button.current) return;
      const place = placeNear(button.current);
      queueMicrotask(() => hasNone() && place()?.focus({ preventScroll: true }));
    },
    [],
  );
};
