import { type Article, wordsOf } from './article.ts';
import type { Signature } from './claim.ts';
import { type Correction, correctionsFor } from './correction.ts';
import { onlyIndexOf } from './gap.ts';
import { collapsed } from './text.ts';

/** A correction that was accepted. */
export type Accepted = Correction & { readonly accepted: Signature };

const isAccepted = (correction: Correction): correction is Accepted => correction.accepted !== undefined;

const inOrder = (one: Accepted, other: Accepted): number => {
  const [before, after] = [`${one.accepted.at} ${one.id}`, `${other.accepted.at} ${other.id}`];
  return before < after ? -1 : 1;
};

/** The accepted corrections of a claim's words, oldest first. */
export const correctionsIn = (article: Article, claim: string): readonly Accepted[] =>
  correctionsFor(article, claim).filter(isAccepted).sort(inOrder);

const corrected = (words: string, { quote, to }: Correction): string => {
  const index = onlyIndexOf(words, quote.exact);
  return index === undefined ? words : words.slice(0, index) + to + words.slice(index + quote.exact.length);
};

/**
 * Whether accepted corrections are all that became of a claim's words since they were marked. It is worked out from the words
 * themselves, so that no correction ever hides another change (T4).
 */
export const isExplained = (article: Article, claim: string, by: readonly Accepted[]): boolean => {
  const marked = article.claims.get(claim)?.quote.exact;
  if (marked === undefined || by.length === 0) return false;
  return collapsed(by.reduce(corrected, marked)) === collapsed(wordsOf(article, claim));
};
