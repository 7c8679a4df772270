import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Article } from '../shared/article.ts';

/** Milliseconds without another key after which typing is taken to rest, */
const REST = 150;
/** and at most so many pass while it goes on. */
const AT_MOST = 600;

/** What of an article changes with every key. */
const WITH_EVERY_KEY: readonly string[] = ['doc', 'anchors', 'version', 'hash'];

/** Whether two articles differ in nothing but their words and where claims stand in them. */
const differInWordsOnly = (one: Article, other: Article): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (key) => WITH_EVERY_KEY.includes(key) || one[key as keyof Article] === other[key as keyof Article],
  );

/** What cannot wait besides: where one of these is another than before, all is shown at once. */
export type Pressing = () => readonly unknown[];

/**
 * Something as it is shown beside the text: at once whenever more changes than words, and once typing rests when only words do. So a
 * key costs the text it is typed in, and not all that is told of the article around it.
 */
export const atRest = <T>(
  now: ReadonlySignal<T>,
  articleOf: (value: T) => Article | undefined,
  pressing: Pressing,
): ReadonlySignal<T> => {
  const shown = signal(now.peek());
  let [pressed, since, waiting]: [readonly unknown[], number, ReturnType<typeof setTimeout> | undefined] = [
    [],
    0,
    undefined,
  ];
  const show = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    shown.value = now.peek();
  };
  effect(() => {
    const [is, was, presses] = [articleOf(now.value), articleOf(shown.peek()), pressing()];
    const isPressing = presses.some((each, index) => each !== pressed[index]);
    pressed = presses;
    if (!is || !was || is.doc === was.doc || isPressing || !differInWordsOnly(is, was)) return show();
    if (waiting === undefined) since = Date.now();
    clearTimeout(waiting);
    waiting = setTimeout(show, Math.min(REST, Math.max(0, since + AT_MOST - Date.now())));
  });
  return shown;
};
