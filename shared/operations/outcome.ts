import { type Article, withRecord } from '../article.ts';
import { decisionOf, judgedNow } from '../outcome.ts';
import { FIELD_LIMIT, identifier, optional, record, text } from '../parsing.ts';
import { mainOf } from '../relations.ts';
import type { Decision, Judged } from '../verdict.ts';
import { type Act, type Kind, type Part, refuse } from './kind.ts';
import { tracesOfRecord, tracesOfVerdicts } from './traces.ts';
import { parseJudged, parseRated, refusedRating } from './verdict.ts';

/** Decides what a claim comes to, whatever the verdicts and the rule say; an earlier decision on it gives way. */
export interface DecideOutcome extends Part {
  readonly kind: 'outcome.decide';
  readonly decision: string;
  readonly claim: string;
  /** The scale's id and version, such as `truth@1`. */
  readonly scale: string;
  readonly rating: string;
  readonly rationale: string;
  /** What its lead had before them; without it, what stands at the head of the log is taken for that (T8). */
  readonly judged?: Judged;
}

/** Takes a decision back, so that the verdicts count again; or lets it stand again as it was made. */
export interface UndecideOutcome extends Part {
  readonly kind: 'outcome.undecide' | 'outcome.reinstate';
  readonly decision: string;
}

const decideOutcome: Kind<DecideOutcome> = {
  parse: (value, where) => {
    const fields = record(value, where);
    const judged = optional(parseJudged)(fields.judged, `${where}.judged`);
    return {
      decision: identifier(fields.decision, `${where}.decision`),
      claim: identifier(fields.claim, `${where}.claim`),
      ...parseRated(value, where),
      rationale: text(FIELD_LIMIT)(fields.rationale ?? '', `${where}.rationale`),
      ...(judged && { judged }),
    };
  },
  apply: (article, part, act) => {
    const claim = article.claims.get(part.claim);
    if (!claim) return refuse('unknown');
    if (claim.withdrawn) return refuse('withdrawn');
    if (mainOf(article.claims, claim.id) !== claim.id) return refuse('occurrence');
    if (article.decisions.has(part.decision)) return refuse('exists');
    const refused = refusedRating(article, part);
    if (refused) return refused;
    const { kind: _, decision: id, ...given } = part;
    const signature = { reviewer: act.reviewer, givenAt: act.at };
    const decision: Decision = {
      ...given,
      ...signature,
      id,
      judged: part.judged ?? judgedNow(article, claim.id, act.reviewer),
    };
    const earlier = decisionOf(article, claim.id);
    const cleared = earlier ? withdrawn(article, earlier, act) : article;
    return withRecord(cleared, 'decisions', id, decision);
  },
  invert: (before, { decision, claim }) => {
    const earlier = decisionOf(before, claim);
    return [
      { kind: 'outcome.undecide', decision } satisfies UndecideOutcome,
      ...(earlier ? [{ kind: 'outcome.reinstate', decision: earlier.id } satisfies UndecideOutcome] : []),
    ];
  },
};

const withdrawn = (article: Article, decision: Decision, act: Act): Article =>
  withRecord(article, 'decisions', decision.id, { ...decision, withdrawn: { reviewer: act.reviewer, at: act.at } });

const parseDecisionId: Kind<UndecideOutcome>['parse'] = (value, where) => ({
  decision: identifier(record(value, where).decision, `${where}.decision`),
});

const undecideOutcome: Kind<UndecideOutcome> = {
  parse: parseDecisionId,
  apply: (article, part, act) => {
    const decision = article.decisions.get(part.decision);
    return !decision || decision.withdrawn ? refuse('unknown') : withdrawn(article, decision, act);
  },
  invert: (_before, { decision }) => [{ kind: 'outcome.reinstate', decision } satisfies UndecideOutcome],
  traces: (article, part) => {
    const decision = article.decisions.get(part.decision);
    const now = decision && decisionOf(article, decision.claim);
    return decision ? [...tracesOfRecord(decision), ...tracesOfVerdicts(now ? [now] : [])] : [];
  },
};

const reinstateDecision: Kind<UndecideOutcome> = {
  parse: parseDecisionId,
  apply: (article, part) => {
    const decision = article.decisions.get(part.decision);
    if (!decision) return refuse('unknown');
    if (!decision.withdrawn) return refuse('no-change');
    if (article.claims.get(decision.claim)?.withdrawn) return refuse('withdrawn');
    if (decisionOf(article, decision.claim)) return refuse('newer');
    const { withdrawn: _, ...again } = decision;
    return withRecord(article, 'decisions', decision.id, again);
  },
  invert: (_before, { decision }) => [{ kind: 'outcome.undecide', decision } satisfies UndecideOutcome],
};

/** What a lead can do to the outcome of a claim. */
export const outcomeKinds = {
  'outcome.decide': decideOutcome,
  'outcome.undecide': undecideOutcome,
  'outcome.reinstate': reinstateDecision,
} as const;
