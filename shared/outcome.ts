import { type Article, wordsOf } from './article.ts';
import type { Evidence } from './evidence.ts';
import { collapsedExact } from './quote.ts';
import { recordsBy } from './records-by.ts';
import { mainOf } from './relations.ts';
import { type Rating, ratingOf, type Scale } from './scale.ts';
import { scaleNamed } from './settings.ts';
import { collapsed } from './text.ts';
import type { Judged, Verdict } from './verdict.ts';

const evidenceIn = recordsBy<Evidence>(
  ({ claim }) => claim,
  ({ attachedAt }) => attachedAt,
);
const verdictsIn = recordsBy<Verdict>(
  ({ claim }) => claim,
  ({ givenAt }) => givenAt,
);

const evidenceFromIn = recordsBy<Evidence>(
  ({ source }) => source,
  ({ attachedAt }) => attachedAt,
);

/** The evidence of a claim that counts, oldest first; the same list as long as the table is the same. */
export const evidenceOf = (article: Article, claim: string): readonly Evidence[] => evidenceIn(article.evidence, claim);

/** The evidence that counts and comes from a source, oldest first; the same list as long as the table is the same. */
export const evidenceFrom = (article: Article, source: string): readonly Evidence[] =>
  evidenceFromIn(article.evidence, source);

/** The verdicts of a claim that stand, oldest first; the same list as long as the table is the same. */
export const verdictsOf = (article: Article, claim: string): readonly Verdict[] => verdictsIn(article.verdicts, claim);

/** The words and the evidence of a claim as they stand: what a verdict given now is bound to (T8). */
export const judgedNow = (article: Article, claim: string): Judged => ({
  words: wordsOf(article, claim),
  evidence: evidenceOf(article, claim)
    .map((each) => `${each.id}#${each.revision}`)
    .sort(),
});

/** Why a verdict no longer holds for what stands there now. */
export const STALE = {
  words: 'The words changed after this verdict',
  evidence: 'The evidence changed after this verdict',
} as const;

/** Whether the words or the evidence changed after a verdict, and which (T8). */
export const staleness = (article: Article, verdict: Verdict): keyof typeof STALE | undefined => {
  const now = judgedNow(article, verdict.claim);
  if (collapsed(now.words) !== collapsed(verdict.judged.words)) return 'words';
  return now.evidence.join() === verdict.judged.evidence.join() ? undefined : 'evidence';
};

/** The scale that a verdict was given on, in the version it was given on. */
export const scaleOf = (article: Article, verdict: Verdict): Scale | undefined => scaleNamed(article, verdict.scale);

/** The rating that a verdict gives. */
export const ratingOfVerdict = (article: Article, verdict: Verdict): Rating | undefined => {
  const scale = scaleOf(article, verdict);
  return scale && ratingOf(scale, verdict.rating);
};

/**
 * What the verdicts of a claim come to: all reviewers agree, or it is disputed. `verdict` is the newest that stands; a stale one
 * reopens the claim (T8).
 */
export interface Outcome {
  readonly rating: Rating;
  readonly verdict: Verdict;
  readonly stale?: keyof typeof STALE;
  /** Present when another reviewer's verdict rates the claim otherwise. */
  readonly disputed?: true;
}

/** What an outcome is called. */
export const outcomeLabel = ({ rating, disputed }: Outcome): string => (disputed ? 'Disputed' : rating.label);

/**
 * The outcome of a claim; nothing while no verdict stands. That of another occurrence of a claim is the claim's, to be looked at again
 * where the words of the occurrence have changed since it was found to say the same (T4).
 */
export const outcomeOf = (article: Article, claim: string): Outcome | undefined => {
  const main = mainOf(article.claims, claim);
  const outcome = outcomeOfRecord(article, main);
  const quote = article.claims.get(claim)?.quote;
  if (!outcome || main === claim || !quote) return outcome;
  return collapsedExact(quote) === collapsed(wordsOf(article, claim)) ? outcome : { ...outcome, stale: 'words' };
};

const outcomeOfRecord = (article: Article, claim: string): Outcome | undefined => {
  const verdicts = verdictsOf(article, claim);
  const verdict = verdicts.at(-1);
  const rating = verdict && ratingOfVerdict(article, verdict);
  if (!verdict || !rating) return undefined;
  const stale = staleness(article, verdict);
  const disputed = verdicts.some((each) => each.rating !== verdict.rating || each.scale !== verdict.scale);
  return { rating, verdict, ...(stale && { stale }), ...(disputed && { disputed }) };
};
