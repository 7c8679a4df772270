import type { Article } from './article.ts';
import { isCheckable } from './claim-types.ts';
import { isUndecided, judgedNow, outcomeOf, staleness, verdictsOf } from './outcome.ts';
import { mainOf } from './relations.ts';
import type { Role } from './roles.ts';
import { settingsOf } from './settings.ts';
import {
  type Checked,
  MOVES,
  type Move,
  type MoveName,
  type Need,
  type REOPENED_BY,
  type WorkState,
  type WorkStep,
} from './work.ts';

/** How the work on a claim stands. */
export interface WorkNow {
  readonly state: WorkState;
  /** The latest move; absent while there was none. */
  readonly step?: WorkStep;
  /** Who said it is ready, checked and signed since it was last open, while that still holds or as it was before it was reopened. */
  readonly ready?: WorkStep;
  readonly first?: WorkStep;
  readonly second?: WorkStep;
  readonly signed?: WorkStep;
  /** Present when it is reopened. */
  readonly cause?: keyof typeof REOPENED_BY;
}

const outcomeKey = (article: Article, claim: string): string => {
  const record = article.claims.get(claim);
  if (record && !isCheckable(article, record)) return 'uncheckable';
  const outcome = outcomeOf(article, claim);
  if (!outcome || outcome.stale || isUndecided(outcome)) return '';
  return `${outcome.verdict.scale}/${outcome.rating.id}`;
};

/** What a check of a claim that somebody makes now is bound to. */
export const checkedNow = (article: Article, claim: string, reviewer: string): Checked => ({
  ...judgedNow(article, claim, reviewer),
  outcome: outcomeKey(article, claim),
});

/** What is there now and not what a move was bound to; being ready is not bound to the outcome, which may be decided later. */
export const changedSince = (
  article: Article,
  claim: string,
  { judged, move, reviewer }: Pick<WorkStep, 'judged' | 'move' | 'reviewer'>,
) =>
  staleness(article, { claim, reviewer, judged }) ??
  (move === 'ready' || outcomeKey(article, claim) === judged.outcome ? undefined : 'outcome');

/** The moves since the claim was last open or reopened: those that its state rests on. */
const roundOf = (steps: readonly WorkStep[]): readonly WorkStep[] => {
  const begins = steps.findLastIndex(({ move }) => move === 'ready');
  const left = steps.findLastIndex(({ move }) => move === 'reopen' || move === 'start' || move === 'leave');
  // A reopening keeps in sight what it set aside.
  return begins < 0 || (left > begins && steps[left]?.move !== 'reopen') ? [] : steps.slice(begins);
};

/** How the work on a claim, or on the claim that it says again, stands: where the words, the evidence or the outcome changed, it is open again, and the cause is said (T8). */
export const workOf = (article: Article, claim: string): WorkNow => {
  const steps = article.work.get(mainOf(article.claims, claim))?.steps ?? [];
  const step = steps.at(-1);
  if (!step) return { state: 'open' };
  const round = roundOf(steps);
  const done = (move: MoveName): WorkStep | undefined => round.findLast((each) => each.move === move);
  const [ready, first, second, signed] = [done('ready'), done('first'), done('second'), done('sign')];
  const seen = {
    step,
    ...(ready && { ready }),
    ...(first && { first }),
    ...(second && { second }),
    ...(signed && { signed }),
  };
  const { to } = MOVES[step.move];
  if (to === 'reopened') return { ...seen, state: to, cause: 'reviewer' };
  if (to === 'open' || to === 'working') return { ...seen, state: to };
  const cause = changedSince(article, mainOf(article.claims, claim), step);
  return cause ? { ...seen, state: 'reopened', cause } : { ...seen, state: to };
};

/** The one reviewer whose judgement a claim rests on: who decided it, or who gave the only verdict; nothing when there are several. */
export const judgeOf = (article: Article, claim: string): string | undefined => {
  const outcome = outcomeOf(article, claim);
  if (outcome?.by === 'decision') return outcome.verdict.reviewer;
  const judges = new Set(verdictsOf(article, claim).map(({ reviewer }) => reviewer));
  return judges.size === 1 ? [...judges][0] : undefined;
};

/** What a move is made by, with which reason, on what. */
export interface Moving {
  readonly move: MoveName;
  readonly reviewer: string;
  readonly reason?: string;
  /** What its reviewer had before them; without it, what stands there now is taken for that. */
  readonly judged?: Checked;
}

/** The states that what stands there now can reopen. */
const BOUND: readonly WorkState[] = ['ready', 'first', 'second', 'signed'];

type Met = (article: Article, claim: string, moving: Moving, now: WorkNow) => boolean | undefined;

/** Whether each need is met. */
const NEEDS: Readonly<Record<Need, Met>> = {
  judged: (article, claim) => {
    const record = article.claims.get(claim);
    const outcome = outcomeOf(article, claim);
    return (record && !isCheckable(article, record)) || (outcome !== undefined && !outcome.stale);
  },
  settled: (article, claim) => {
    const outcome = outcomeOf(article, claim);
    return !outcome || !isUndecided(outcome);
  },
  unchanged: (article, claim, { move, judged, reviewer }) =>
    !judged || !changedSince(article, claim, { move, judged, reviewer }),
  'first-asked': (article) => settingsOf(article).checks >= 1,
  'second-asked': (article) => settingsOf(article).checks >= 2,
  checked: (article, _claim, _moving, { state }) =>
    ({ ready: 0, first: 1, second: 2 })[state as 'ready' | 'first' | 'second'] >= settingsOf(article).checks,
  // Nobody checks their own work: neither who called it ready, nor who alone judged it, nor who made the first check.
  another: (article, claim, { reviewer }, { ready, first }) =>
    ![ready?.reviewer, first?.reviewer, judgeOf(article, claim)].includes(reviewer),
  reason: (_article, _claim, { reason = '' }) => reason.trim() !== '',
};

/** Whether who made a move may have seen the claim reopened, by evidence that is closed to whoever looks here. */
export const mayBeReopened = (article: Article, claim: string, move: MoveName): boolean => {
  const { from }: Move = MOVES[move];
  return article.sight !== undefined && from.includes('reopened') && BOUND.includes(workOf(article, claim).state);
};

/** What stands against a move now: its state, or the first need that is not met; nothing when it can be made. */
export const objectionToMove = (article: Article, claim: string, moving: Moving): 'state' | Need | undefined => {
  const { from, needs }: Move = MOVES[moving.move];
  const now = workOf(article, claim);
  if (!from.includes(now.state)) return 'state';
  return needs.find((need) => !NEEDS[need](article, claim, moving, now));
};

/** The moves that go on, the furthest first: the next one is the first of them that can be made. */
const ONWARD: readonly MoveName[] = ['sign', 'second', 'first', 'ready', 'start'];

/** The one next move for a reviewer who may make the moves of some roles; nothing when others have to make it. */
export const nextMove = (
  article: Article,
  claim: string,
  reviewer: string,
  has: (role: Role) => boolean,
): MoveName | undefined =>
  ONWARD.find((move) => has(MOVES[move].who) && !objectionToMove(article, claim, { move, reviewer }));
