import { type Article, withRecord } from '../article.ts';
import { asJudgedBy } from '../in-view.ts';
import { choice, FIELD_LIMIT, identifier, integer, list, optional, own, type Parse, record, text } from '../parsing.ts';
import { QUOTE_LIMIT } from '../quote.ts';
import { mainOf } from '../relations.ts';
import { hasRole } from '../roles.ts';
import { settingsOf } from '../settings.ts';
import { type Checked, MOVES, type MoveName, type Need } from '../work.ts';
import { checkedNow, type Moving, mayBeReopened, objectionToMove } from '../work-now.ts';
import { type Kind, type Part, type Refusal, type RefusalReason, refuse } from './kind.ts';
import { ownOrLead } from './may.ts';

/** Moves the work on a claim on, or back. */
export interface MoveWork extends Part {
  readonly kind: 'work.move';
  readonly claim: string;
  readonly move: MoveName;
  /** Why; asked of who reopens. */
  readonly reason?: string;
  /** What was checked: the move is refused when that is not what stands there (T8). */
  readonly judged?: Checked;
}

/** Takes the latest move on a claim back, as if it had not been made; `step` is how many there were with it. */
export interface UnmoveWork extends Part {
  readonly kind: 'work.unmove';
  readonly claim: string;
  readonly step: number;
}

/** Why a move is refused without what it needs. */
const WITHOUT: Readonly<Record<'state' | Need, RefusalReason>> = {
  state: 'moved-on',
  judged: 'unjudged',
  settled: 'unsettled',
  unchanged: 'changed-since',
  'first-asked': 'not-asked',
  'second-asked': 'not-asked',
  checked: 'unchecked',
  another: 'own-work',
  reason: 'no-reason',
};

const refusalOf = (article: Article, claim: string, moving: Moving): Refusal | undefined => {
  const objection = objectionToMove(article, claim, moving);
  return objection && refuse(WITHOUT[objection]);
};

const parseChecked: Parse<Checked> = (value, where) => {
  const fields = record(value, where);
  return {
    words: text(QUOTE_LIMIT)(own(fields, 'words'), `${where}.words`),
    evidence: list(text(80), 1_000)(own(fields, 'evidence'), `${where}.evidence`),
    outcome: text(200)(own(fields, 'outcome'), `${where}.outcome`),
  };
};

const moveWork: Kind<MoveWork> = {
  parse: (value, where) => {
    const fields = record(value, where);
    const reason = optional(text(FIELD_LIMIT))(own(fields, 'reason'), `${where}.reason`);
    const judged = optional(parseChecked)(own(fields, 'judged'), `${where}.judged`);
    return {
      claim: identifier(own(fields, 'claim'), `${where}.claim`),
      move: choice(MOVES)(own(fields, 'move'), `${where}.move`),
      ...(reason !== undefined && { reason }),
      ...(judged && { judged }),
    };
  },
  may: (article, { claim, ...moving }, reviewer) => {
    if (!hasRole(reviewer.role, MOVES[moving.move].who)) return refuse('not-allowed');
    if (settingsOf(article).blind !== 'no') return refuse('blind');
    return article.claims.has(claim) ? refusalOf(article, claim, { ...moving, reviewer: reviewer.id }) : undefined;
  },
  // Once more for who acts: a log in which somebody checked their own work is not one that our authority wrote.
  apply: (article, { claim: id, move, reason = '', judged }, act) => {
    const claim = article.claims.get(id);
    if (!claim) return refuse('unknown');
    if (claim.withdrawn) return refuse('withdrawn');
    if (mainOf(article.claims, id) !== id) return refuse('occurrence');
    const moving = { move, reason, reviewer: act.reviewer, ...(judged && { judged }) };
    const seen = asJudgedBy(article, act.reviewer);
    const refusal = refusalOf(seen, id, moving);
    if (refusal && !mayBeReopened(seen, id, move)) return refusal;
    const steps = article.work.get(id)?.steps ?? [];
    const checked = judged ?? checkedNow(seen, id, act.reviewer);
    const step = { move, reason, reviewer: act.reviewer, at: act.at, judged: checked };
    return withRecord(article, 'work', id, { claim: id, steps: [...steps, step] });
  },
  invert: (before, { claim }) => [
    { kind: 'work.unmove', claim, step: (before.work.get(claim)?.steps.length ?? 0) + 1 } satisfies UnmoveWork,
  ],
};

const unmoveWork: Kind<UnmoveWork> = {
  parse: (value, where) => {
    const fields = record(value, where);
    return {
      claim: identifier(own(fields, 'claim'), `${where}.claim`),
      step: integer(1)(own(fields, 'step'), `${where}.step`),
    };
  },
  may: (article, part, reviewer) =>
    (settingsOf(article).blind === 'no' ? undefined : refuse('blind')) ??
    ownOrLead(article.work.get(part.claim)?.steps[part.step - 1]?.reviewer, reviewer),
  apply: (article, { claim, step }) => {
    const work = article.work.get(claim);
    if (!work || work.steps.length < step) return refuse('unknown');
    if (article.claims.get(claim)?.withdrawn) return refuse('withdrawn');
    if (work.steps.length > step) return refuse('moved-on');
    return withRecord(article, 'work', claim, { ...work, steps: work.steps.slice(0, -1) });
  },
  invert: (before, { claim, step }) => {
    const last = before.work.get(claim)?.steps[step - 1];
    return last ? [{ kind: 'work.move', claim, move: last.move, reason: last.reason } satisfies MoveWork] : [];
  },
};

/** What can happen to the work on a claim. */
export const workKinds = { 'work.move': moveWork, 'work.unmove': unmoveWork } as const;
