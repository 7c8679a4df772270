import { effect, signal } from '@preact/signals';
import { announce } from './announced.ts';
import { type Route, route } from './router.ts';

/** A short message that comes by itself and goes by itself; one of tone `error` stays until it is closed. */
export interface Toast {
  readonly id: number;
  readonly words: string;
  readonly tone: 'done' | 'error';
  /** The one thing the reader may want to do about it, such as undo. */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** The article that it is about; it goes when that is left, and offers nothing to do once it was. */
  readonly article?: string;
}

/** The toasts on screen, oldest first. */
export const toasts = signal<readonly Toast[]>([]);

const SHOWN_FOR = 6_000;
const AT_MOST = 3;
let last = 0;

/** Shows a toast; gives its id. */
export const toast = (
  words: string,
  { action, article, tone = 'done' }: Partial<Omit<Toast, 'id' | 'words'>> = {},
): number => {
  const id = ++last;
  const here = isAt(route.peek(), article) ? { ...(action && { action }), ...(article && { article }) } : {};
  announce(words);
  toasts.value = [...toasts.value, { id, words, tone, ...here }].slice(-AT_MOST);
  if (tone !== 'error') setTimeout(() => closeToast(id), action ? 2 * SHOWN_FOR : SHOWN_FOR);
  return id;
};

/** Takes a toast away. */
export const closeToast = (id: number): void => {
  toasts.value = toasts.value.filter((it) => it.id !== id);
};

const isAt = (at: Route, article: string | undefined): boolean =>
  article === undefined || (at.screen === 'article' && at.id === article);

effect(() => {
  const at = route.value;
  toasts.value = toasts.peek().filter(({ article }) => isAt(at, article));
});
