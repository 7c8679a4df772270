import { type Article, anchorOf, wordsOf } from '../../shared/article.ts';
import { type Correction, isUnanswered, standsOnItsWords } from '../../shared/correction.ts';
import { isOpenThread, type Thread } from '../../shared/thread.ts';
import { wordDiff } from '../word-diff.ts';
import type { Remark } from './remarks.ts';

const ofThread = (article: Article, { id, claim }: Thread): readonly Remark[] => {
  if (claim !== undefined) return [];
  const { from, to } = anchorOf(article, id);
  return from < to ? [{ kind: 'thread', id, from, to }] : [];
};

const ofCorrection = (article: Article, correction: Correction): readonly Remark[] => {
  const { id, to } = correction;
  let { from: at } = anchorOf(article, id);
  return wordDiff(wordsOf(article, id), to).flatMap(({ kind, text }): readonly Remark[] => {
    if (kind === 'in') return [{ kind, id, from: at, text }];
    const from = at;
    at += text.length;
    return kind === 'out' ? [{ kind, id, from, to: at }] : [];
  });
};

/** What of the discussion is drawn in the text: the words of open threads, and corrections that can be accepted. */
export const remarksOf = (article: Article): readonly Remark[] => [
  ...[...article.threads.values()]
    .filter((thread) => isOpenThread(article, thread))
    .flatMap((thread) => ofThread(article, thread)),
  ...[...article.corrections.values()]
    .filter((each) => isUnanswered(each) && standsOnItsWords(article, each))
    .flatMap((each) => ofCorrection(article, each)),
];
