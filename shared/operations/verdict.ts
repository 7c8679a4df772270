import { type Article, withRecord } from '../article.ts';
import { judgedNow, verdictsOf } from '../outcome.ts';
import { FIELD_LIMIT, flag, identifier, list, optional, type Parse, record, text } from '../parsing.ts';
import { QUOTE_LIMIT } from '../quote.ts';
import { rationaleOf, rationaleWords } from '../rationale.ts';
import { mainOf } from '../relations.ts';
import { ratingOf, scaleName } from '../scale.ts';
import { settingsOf } from '../settings.ts';
import type { Judged, Verdict } from '../verdict.ts';
import { type Kind, type Part, type Refusal, refuse } from './kind.ts';
import { ownOrLead } from './may.ts';
import { tracesOfRecord, tracesOfVerdicts } from './traces.ts';

/** Gives a verdict on a claim as it stands; an earlier one by the same reviewer gives way to it. */
export interface GiveVerdict extends Part {
  readonly kind: 'verdict.give';
  readonly verdict: string;
  readonly claim: string;
  /** The scale's id and version, such as `truth@1`. */
  readonly scale: string;
  readonly rating: string;
  /** Why, in one's own words; without it, the words of the claim's rationale as they stand at the head of the log, or, while work is blind, none. */
  readonly rationale?: string;
  /** The rationale is that of the claim, as its reviewer had it before them. */
  readonly shared?: true;
  /** What its reviewer had before them; without it, what stands at the head of the log is taken for that (T8). */
  readonly judged?: Judged;
}

/** Takes a verdict back, or lets it stand again as it was given: on the words and the evidence that it judged (T8). */
export interface WithdrawVerdict extends Part {
  readonly kind: 'verdict.withdraw' | 'verdict.reinstate';
  readonly verdict: string;
}

const standing = (article: Article, claim: string, reviewer: string): readonly Verdict[] =>
  verdictsOf(article, claim).filter((each) => each.reviewer === reviewer);

/** Reads the rating of a judgement: which scales and ratings there are is known at the head of the log. */
export const parseRated: Parse<Pick<Verdict, 'scale' | 'rating'>> = (value, where) => {
  const fields = record(value, where);
  return { scale: text(80)(fields.scale, `${where}.scale`), rating: identifier(fields.rating, `${where}.rating`) };
};

/** Why an article's judgements cannot give a rating now: they are given on its scale, by a rating that is offered. */
export const refusedRating = (article: Article, given: Pick<Verdict, 'scale' | 'rating'>): Refusal | undefined => {
  const { scale } = settingsOf(article);
  if (given.scale !== scaleName(scale)) return refuse('other-scale');
  const rating = ratingOf(scale, given.rating);
  if (!rating) return refuse('no-rating');
  return rating.retired ? refuse('retired') : undefined;
};

/** Reads what somebody had before them when they judged. */
export const parseJudged: Parse<Judged> = (value, where) => {
  const fields = record(value, where);
  const answers = optional(list(text(130), 1_000))(fields.answers, `${where}.answers`) ?? [];
  return {
    words: text(QUOTE_LIMIT)(fields.words, `${where}.words`),
    evidence: list(text(80), 1_000)(fields.evidence, `${where}.evidence`),
    ...(answers.length > 0 && { answers }),
  };
};

const giveVerdict: Kind<GiveVerdict> = {
  parse: (value, where) => {
    const fields = record(value, where);
    const judged = optional(parseJudged)(fields.judged, `${where}.judged`);
    const rationale = optional(text(FIELD_LIMIT))(fields.rationale, `${where}.rationale`);
    const shared = optional(flag)(fields.shared, `${where}.shared`);
    return {
      verdict: identifier(fields.verdict, `${where}.verdict`),
      claim: identifier(fields.claim, `${where}.claim`),
      ...parseRated(value, where),
      ...(rationale !== undefined && { rationale }),
      ...(shared && { shared }),
      ...(judged && { judged }),
    };
  },
  apply: (article, part, act) => {
    const claim = article.claims.get(part.claim);
    if (!claim) return refuse('unknown');
    if (claim.withdrawn) return refuse('withdrawn');
    if (mainOf(article.claims, claim.id) !== claim.id) return refuse('occurrence');
    if (article.verdicts.has(part.verdict)) return refuse('exists');
    const refused = refusedRating(article, part);
    if (refused) return refused;
    const verdicts = new Map(article.verdicts);
    for (const [id, each] of verdicts) {
      const earlier = each.claim === part.claim && each.reviewer === act.reviewer && !each.withdrawn;
      if (earlier) verdicts.set(id, { ...each, withdrawn: { reviewer: act.reviewer, at: act.at } });
    }
    const isBlind = settingsOf(article).blind !== 'no';
    const { kind: _, verdict: id, rationale = isBlind ? '' : undefined, ...given } = part;
    const verdict: Verdict = {
      ...given,
      id,
      rationale: rationale ?? rationaleWords(rationaleOf(article.rationales, claim.id)),
      ...(rationale === undefined && { shared: true }),
      reviewer: act.reviewer,
      givenAt: act.at,
      judged: part.judged ?? judgedNow(article, claim.id, act.reviewer),
    };
    return { ...article, verdicts: verdicts.set(id, verdict) };
  },
  invert: (before, { verdict, claim }, act) => [
    { kind: 'verdict.withdraw', verdict } satisfies WithdrawVerdict,
    ...standing(before, claim, act.reviewer)
      .slice(-1)
      .map(({ id }) => ({ kind: 'verdict.reinstate', verdict: id }) satisfies WithdrawVerdict),
  ],
};

const parseVerdictId: Kind<WithdrawVerdict>['parse'] = (value, where) => ({
  verdict: identifier(record(value, where).verdict, `${where}.verdict`),
});

const withdrawVerdict: Kind<WithdrawVerdict> = {
  parse: parseVerdictId,
  may: (article, part, reviewer) => ownOrLead(article.verdicts.get(part.verdict)?.reviewer, reviewer),
  apply: (article, part, act) => {
    const verdict = article.verdicts.get(part.verdict);
    if (!verdict || verdict.withdrawn) return refuse('unknown');
    return withRecord(article, 'verdicts', verdict.id, {
      ...verdict,
      withdrawn: { reviewer: act.reviewer, at: act.at },
    });
  },
  invert: (_before, { verdict }) => [{ kind: 'verdict.reinstate', verdict } satisfies WithdrawVerdict],
  traces: (article, part) => {
    const verdict = article.verdicts.get(part.verdict);
    return verdict ? [...tracesOfRecord(verdict), ...tracesOfVerdicts(verdictsOf(article, verdict.claim))] : [];
  },
};

const reinstateVerdict: Kind<WithdrawVerdict> = {
  parse: parseVerdictId,
  // Nobody's judgement stands again but by their own hand, or by that of who took it away.
  may: (article, part, reviewer) => {
    const verdict = article.verdicts.get(part.verdict);
    const hands = [verdict?.reviewer, verdict?.withdrawn?.reviewer];
    return hands.includes(reviewer.id) ? undefined : refuse('not-allowed');
  },
  apply: (article, part) => {
    const verdict = article.verdicts.get(part.verdict);
    if (!verdict) return refuse('unknown');
    if (!verdict.withdrawn) return refuse('no-change');
    if (article.claims.get(verdict.claim)?.withdrawn) return refuse('withdrawn');
    if (standing(article, verdict.claim, verdict.reviewer).length > 0) return refuse('newer');
    const { withdrawn: _, ...again } = verdict;
    return withRecord(article, 'verdicts', verdict.id, again);
  },
  invert: (_before, { verdict }) => [{ kind: 'verdict.withdraw', verdict } satisfies WithdrawVerdict],
};

/** What can happen to a verdict. */
export const verdictKinds = {
  'verdict.give': giveVerdict,
  'verdict.withdraw': withdrawVerdict,
  'verdict.reinstate': reinstateVerdict,
} as const;
