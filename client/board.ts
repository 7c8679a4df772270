import type { Article } from '../shared/article.ts';
import type { Claim } from '../shared/claim.ts';
import { whyNot } from '../shared/operations/index.ts';
import type { RefusalReason } from '../shared/operations/kind.ts';
import type { MoveWork } from '../shared/operations/work.ts';
import { mainOf } from '../shared/relations.ts';
import { MOVES, type MoveName, WORK, type WorkState } from '../shared/work.ts';
import { checkedNow, workOf } from '../shared/work-now.ts';
import type { Command, Sight } from './commands.ts';
import { moveWork } from './work-commands.ts';

/** The states of the work, in the order in which they follow one another. */
export const COLUMNS = Object.keys(WORK) as readonly WorkState[];

/** Claims by how far the work on them has come; other occurrences of a claim have no work of their own. */
export const columnsOf = (article: Article, claims: readonly Claim[]): ReadonlyMap<WorkState, readonly Claim[]> => {
  const columns = new Map<WorkState, Claim[]>(COLUMNS.map((state) => [state, []]));
  for (const claim of claims)
    if (mainOf(article.claims, claim.id) === claim.id) columns.get(workOf(article, claim.id).state)?.push(claim);
  return columns;
};

/** The one move that leads from the state of a claim to another. */
const moveTo = ({ article }: Sight, claim: string, to: WorkState): MoveName | undefined => {
  const { state } = workOf(article, claim);
  const leads = (name: MoveName): boolean =>
    MOVES[name].to === to && (MOVES[name].from as readonly WorkState[]).includes(state);
  return (Object.keys(MOVES) as MoveName[]).find(leads);
};

/** Moves the work on a claim to a state, where one move leads there. */
export const moveToState =
  (claim: string, to: WorkState, reason = ''): Command =>
  (sight, dispatch) => {
    const move = moveTo(sight, claim, to);
    return move !== undefined && moveWork(claim, move, reason)(sight, dispatch);
  };

/** Why the work on a claim cannot be moved to a state; nothing when it can. */
export const whyNotMoved = (sight: Sight, claim: string, to: WorkState): RefusalReason | undefined => {
  const move = moveTo(sight, claim, to);
  if (!move) return 'moved-on';
  const judged = checkedNow(sight.article, claim, sight.reviewer.id);
  const part: MoveWork = { kind: 'work.move', claim, move, reason: 'to be given', judged };
  return whyNot(sight.article, part, sight.reviewer)?.refused;
};

/** The nearest state in one direction to which the work on a claim can be moved. */
export const nextState = (sight: Sight, claim: string, by: 1 | -1): WorkState | undefined => {
  const at = COLUMNS.indexOf(workOf(sight.article, claim).state);
  const ahead = by === 1 ? COLUMNS.slice(at + 1) : COLUMNS.slice(0, at).reverse();
  return ahead.find((state) => whyNotMoved(sight, claim, state) === undefined);
};
