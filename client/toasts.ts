import { signal } from '@preact/signals';
import { announce } from './announced.ts';

/** A short message that comes by itself and goes by itself; one of tone `error` stays until it is closed. */
export interface Toast {
  readonly id: number;
  readonly words: string;
  readonly tone: 'done' | 'error';
  /** The one thing the reader may want to do about it, such as undo. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** The toasts on screen, oldest first. */
export const toasts = signal<readonly Toast[]>([]);

const SHOWN_FOR = 6_000;
const AT_MOST = 3;
let last = 0;

/** Shows a toast; gives its id. */
export const toast = (words: string, more: Partial<Pick<Toast, 'tone' | 'action'>> = {}): number => {
  const id = ++last;
  announce(words);
  toasts.value = [...toasts.value, { id, words, tone: 'done' as const, ...more }].slice(-AT_MOST);
  if (more.tone !== 'error') setTimeout(() => closeToast(id), more.action ? 2 * SHOWN_FOR : SHOWN_FOR);
  return id;
};

/** Takes a toast away. */
export const closeToast = (id: number): void => {
  toasts.value = toasts.value.filter((it) => it.id !== id);
};
