import { type Article, anchorOf } from './article.ts';
import type { Signature } from './claim.ts';
import type { Imported } from './imported.ts';
import type { Quote } from './quote.ts';

/** Other words suggested for words of the article. It stands on those; its anchor is kept beside, as a claim's is. */
export interface Correction {
  readonly id: string;
  /** The words that it was suggested for, as they were then. */
  readonly quote: Quote;
  /** The new words, on one line; empty to take the old ones out. */
  readonly to: string;
  readonly why: string;
  /** The claim of which the check brought it up. */
  readonly claim?: string;
  readonly reviewer: string;
  /** ISO 8601, UTC. */
  readonly suggestedAt: string;
  /** Present when it was suggested in the file that the article was read from. */
  readonly imported?: Imported;
  readonly accepted?: Signature;
  readonly declined?: Declined;
  readonly withdrawn?: Signature;
}

/** Who declined a correction, when, and why. */
export interface Declined extends Signature {
  readonly reason: string;
}

/** How a correction stands. */
export const CORRECTION_STATES = {
  suggested: 'waits to be accepted or declined',
  requested: 'waits for the text to be opened: a request to the writer',
  overtaken: 'its words have changed since; it can no longer be accepted',
  accepted: 'its words stand in the text, or did',
  declined: 'turned down, with a reason',
  withdrawn: 'taken back by who suggested it',
} as const;

/** A key of `CORRECTION_STATES`. */
export type CorrectionState = keyof typeof CORRECTION_STATES;

/** Whether the very words that a correction was suggested for still stand there (T4). */
export const standsOnItsWords = (article: Article, correction: Correction): boolean => {
  const { state } = anchorOf(article, correction.id);
  return state === 'exact' || state === 'moved';
};

/** How a correction stands now. */
export const correctionState = (article: Article, correction: Correction): CorrectionState => {
  if (correction.withdrawn) return 'withdrawn';
  if (correction.accepted) return 'accepted';
  if (correction.declined) return 'declined';
  if (!standsOnItsWords(article, correction)) return 'overtaken';
  return article.lock ? 'requested' : 'suggested';
};

/** Whether a correction was neither accepted nor declined nor withdrawn. */
export const isUnanswered = ({ accepted, declined, withdrawn }: Correction): boolean =>
  !accepted && !declined && !withdrawn;

/** Whether two records share words. */
export const overlap = (article: Article, one: string, other: string): boolean => {
  const [first, second] = [anchorOf(article, one), anchorOf(article, other)];
  return first.from < second.to && second.from < first.to;
};

const byTime = (one: Correction, other: Correction): number =>
  `${one.suggestedAt} ${one.id}` < `${other.suggestedAt} ${other.id}` ? -1 : 1;

/** The corrections of a claim, oldest first: those that its check brought up, and those of words that it shares. */
export const correctionsFor = (article: Article, claim: string): readonly Correction[] =>
  [...article.corrections.values()]
    .filter((each) => !each.withdrawn && (each.claim === claim || overlap(article, claim, each.id)))
    .sort(byTime);
