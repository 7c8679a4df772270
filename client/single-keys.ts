import { signal } from '@preact/signals';

const KEPT = 'touchstone.single-keys';

const kept = (): boolean => {
  try {
    return localStorage.getItem(KEPT) !== 'off';
  } catch {
    return true; // storage may be forbidden
  }
};

/** Whether letters, digits and signs pressed alone are commands (WCAG 2.1.4); who dictates, or rests a hand on the keys, turns it off. */
export const singleKeys = signal(kept());

/** Turns single keys on or off and keeps the choice on this machine. */
export const setSingleKeys = (on: boolean): void => {
  singleKeys.value = on;
  try {
    localStorage.setItem(KEPT, on ? 'on' : 'off');
  } catch {
    // it holds until the page is left
  }
};
