import { signal } from '@preact/signals';

/** What is read aloud next, when the reader pauses; the one live region of the page says it (`views/shell/toasts.tsx`). */
export const announced = signal('');

/** What comes within so many milliseconds is read as one. */
const TOGETHER = 500;
/** So long the words stay for a screen reader to find. */
const STAY = 6_000;

let last = 0;
let gone: ReturnType<typeof setTimeout> | undefined;

/** Has words read aloud, without taking the word from what is being read. */
export const announce = (words: string): void => {
  const now = Date.now();
  announced.value = now - last < TOGETHER && announced.value ? `${announced.value} ${words}` : words;
  last = now;
  clearTimeout(gone);
  gone = setTimeout(() => {
    announced.value = '';
  }, STAY);
};
