import { type Article, wordsToJudge } from './article.ts';
import type { Claim } from './claim.ts';
import { isCheckable } from './claim-types.ts';
import { answersAbout } from './contact.ts';
import type { Evidence } from './evidence.ts';
import { closedToJudge, judgedWithout, openToJudge } from './in-view.ts';
import { collapsedExact } from './quote.ts';
import { recordsBy } from './records-by.ts';
import { mainOf, partsOf } from './relations.ts';
import { restsOn } from './rests-on.ts';
import { countVotes, type Vote } from './rules.ts';
import { type Rating, ratingOf, type Scale } from './scale.ts';
import { RULES, type Rule, scaleNamed, settingsOf } from './settings.ts';
import { collapsed } from './text.ts';
import type { Decision, Judged, STALE, Verdict } from './verdict.ts';

const evidenceIn = recordsBy<Evidence>(
  ({ claim }) => claim,
  ({ attachedAt }) => attachedAt,
);
const verdictsIn = recordsBy<Verdict>(
  ({ claim }) => claim,
  ({ givenAt }) => givenAt,
);
const decisionsIn = recordsBy<Decision>(
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

/** The verdict of a reviewer on a claim that stands: each has at most one. */
export const verdictBy = (article: Article, claim: string, reviewer: string): Verdict | undefined =>
  verdictsOf(article, claim).findLast((each) => each.reviewer === reviewer);

/** The words, the evidence and the answers of a claim as they stand, as far as its judge sees them: what a verdict given now is bound to (T8). */
export const judgedNow = (article: Article, claim: string, judge: string): Judged => {
  const seen = openToJudge(article, judge);
  const answers = answersAbout(seen.contacts, claim);
  return {
    words: wordsToJudge(article, claim),
    evidence: restsOn(seen, evidenceIn(seen.evidence, claim)),
    ...(answers.length > 0 && { answers }),
  };
};

/** Which of those that a judgement is bound to is not what stands there now: the first of them (T8). */
const judgedElse = (now: Judged, judged: Judged): keyof typeof STALE | undefined => {
  if (now.words !== judged.words && collapsed(now.words) !== collapsed(judged.words)) return 'words';
  if (now.evidence.join() !== judged.evidence.join()) return 'evidence';
  return (now.answers ?? []).join() === (judged.answers ?? []).join() ? undefined : 'answers';
};

/** A judgement by somebody, as far as it can go stale. */
type Bound = Pick<Verdict, 'claim' | 'reviewer' | 'judged'>;

/**
 * Whether the words, the evidence or the answers changed after a verdict, and which (T8): of those what its reviewer sees, and not what they
 * never saw or what is closed to them by now.
 */
export const staleness = (article: Article, { claim, reviewer, judged }: Bound): keyof typeof STALE | undefined =>
  judgedElse(judgedNow(article, claim, reviewer), judgedWithout(judged, closedToJudge(article, reviewer)));

/** The scale that a verdict was given on, in the version it was given on. */
export const scaleOf = (article: Article, verdict: Verdict): Scale | undefined => scaleNamed(article, verdict.scale);

/** The rating that a verdict gives. */
export const ratingOfVerdict = (article: Article, verdict: Verdict): Rating | undefined => {
  const scale = scaleOf(article, verdict);
  return scale && ratingOf(scale, verdict.rating);
};

/** What brought an outcome about: the desk's rule, the lead's decision, or the outcomes of the claim's parts under the rule. */
export const BROUGHT_BY = { ...RULES, decision: 'The lead decided', parts: 'From its parts' } as const;

/** What a claim has come to. Nothing is overwritten: the judgements that it follows from all stay as they were given. */
export interface Outcome {
  readonly rating: Rating;
  readonly by: keyof typeof BROUGHT_BY;
  /** The newest judgement that it rests on: a verdict, or the lead's decision. */
  readonly verdict: Verdict;
  /** Present when what it rests on no longer holds for what stands there now: the claim is open again (T8). */
  readonly stale?: keyof typeof STALE;
  /** Present when the verdicts come to nothing under the rule: the rating is the newest's then. */
  readonly disputed?: true;
  /** Present while it is for the lead to decide: the rating is the newest verdict's then. */
  readonly undecided?: true;
}

/** Whether there is no outcome yet in spite of verdicts: the reviewers differ, or the lead has not decided. */
export const isUndecided = ({ disputed, undecided }: Outcome): boolean => disputed === true || undecided === true;

/** What an outcome is called. */
export const outcomeLabel = ({ rating, disputed, undecided }: Outcome): string =>
  disputed ? 'Disputed' : undecided ? 'Undecided' : rating.label;

/** The lead's decision on a claim, if one stands. */
export const decisionOf = (article: Article, claim: string): Decision | undefined =>
  decisionsIn(article.decisions, claim).at(-1);

interface Judgement extends Vote {
  readonly verdict: Verdict;
  readonly stale?: keyof typeof STALE;
}

const judgementOf = (article: Article, verdict: Verdict): readonly Judgement[] => {
  const [scale, rating] = [scaleOf(article, verdict), ratingOfVerdict(article, verdict)];
  const stale = staleness(article, verdict);
  return scale && rating ? [{ scale, rating, verdict, holds: !stale, ...(stale && { stale }) }] : [];
};

const counted = (rule: Rule, judgements: readonly Judgement[], by: Outcome['by']): Outcome | undefined => {
  const count = countVotes(rule, judgements);
  const newest = judgements.at(-1);
  if (!count || !newest) return undefined;
  const stale = count.holds ? undefined : judgements.findLast((each) => each.stale)?.stale;
  const open = count.open && { [count.open]: true as const };
  return { rating: count.rating, by, verdict: newest.verdict, ...(stale && { stale }), ...open };
};

/** The outcome of a claim from those of its parts: once each that can be checked has one, they count as verdicts do. */
const outcomeOfParts = (
  article: Article,
  parts: readonly { readonly claim: Claim; readonly outcome: Outcome | undefined }[],
): Outcome | undefined => {
  const { rule } = settingsOf(article);
  const outcomes = parts.filter(({ claim }) => isCheckable(article, claim)).map(({ outcome }) => outcome);
  const found = outcomes.filter((outcome) => outcome !== undefined);
  if (found.length < outcomes.length) return undefined;
  const judgements = found.flatMap(({ rating, verdict, stale }) => {
    const scale = scaleOf(article, verdict);
    return scale ? [{ scale, rating, verdict, holds: !stale, ...(stale && { stale }) }] : [];
  });
  const outcome = counted(rule, judgements, 'parts');
  const open = found.find(isUndecided);
  if (!outcome) return undefined;
  // What is said of the whole holds as long as all of its parts do.
  const stale = found.find((each) => each.stale)?.stale;
  const openToo =
    open && !isUndecided(outcome) && (open.disputed ? { disputed: true as const } : { undecided: true as const });
  return { ...outcome, ...(stale && { stale }), ...openToo };
};

const knownOutcomes = new WeakMap<Article, Map<string, Outcome | undefined>>();

/** An article never changes: what a claim comes to in it is worked out once. */
const outcomeOfRecord = (article: Article, claim: string): Outcome | undefined => {
  const known = knownOutcomes.get(article) ?? new Map<string, Outcome | undefined>();
  knownOutcomes.set(article, known);
  if (known.has(claim)) return known.get(claim);
  const outcome = outcomeNow(article, claim);
  known.set(claim, outcome);
  return outcome;
};

const outcomeNow = (article: Article, claim: string): Outcome | undefined => {
  const decision = decisionOf(article, claim);
  if (decision) return counted('agree', judgementOf(article, decision), 'decision');
  const parts = partsOf(article.claims, claim);
  if (parts.length > 0)
    return outcomeOfParts(
      article,
      parts.map((part) => ({ claim: part, outcome: outcomeOfRecord(article, part.id) })),
    );
  const { rule } = settingsOf(article);
  const judgements = verdictsOf(article, claim).flatMap((verdict) => judgementOf(article, verdict));
  return counted(rule, judgements, rule);
};

/**
 * The outcome of a claim: the lead's decision where one stands; else, of a claim that was split, what its parts come to; else what its
 * verdicts come to under the article's rule. Nothing while there are none. That of another occurrence of a claim is the claim's, to be
 * looked at again where the words of the occurrence have changed since it was found to say the same (T4).
 */
export const outcomeOf = (article: Article, claim: string): Outcome | undefined => {
  const main = mainOf(article.claims, claim);
  const outcome = outcomeOfRecord(article, main);
  const quote = article.claims.get(claim)?.quote;
  if (!outcome || main === claim || !quote) return outcome;
  return collapsedExact(quote) === collapsed(wordsToJudge(article, claim)) ? outcome : { ...outcome, stale: 'words' };
};
