import type { Article } from '../shared/article.ts';
import { type Correction, isUnanswered } from '../shared/correction.ts';
import { isInSight, type Thread } from '../shared/thread.ts';

const placeOf = (article: Article, { id, claim }: Thread | Correction): number =>
  (article.anchors.get(id) ?? (claim === undefined ? undefined : article.anchors.get(claim)))?.from ?? 0;

/** Threads or corrections in the order of the text. */
export const inOrder = <T extends Thread | Correction>(article: Article, remarks: readonly T[]): readonly T[] =>
  remarks.toSorted((one, other) => placeOf(article, one) - placeOf(article, other) || (one.id < other.id ? -1 : 1));

/** Everything in the discussion that waits for somebody, in the order of the text. */
export const remarksWaiting = (article: Article): readonly (Thread | Correction)[] =>
  inOrder<Thread | Correction>(article, [
    ...[...article.threads.values()].filter((thread) => isInSight(article, thread) && !thread.resolved),
    ...[...article.corrections.values()].filter(isUnanswered),
  ]);
