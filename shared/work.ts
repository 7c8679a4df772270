import type { Signature } from './claim.ts';
import type { Role } from './roles.ts';
import type { Judged } from './verdict.ts';

/** How far the work on a claim has come: that is not its verdict. */
export const WORK = {
  open: 'Open',
  working: 'In work',
  ready: 'Ready to check',
  first: 'Checked once',
  second: 'Checked twice',
  signed: 'Signed',
  reopened: 'Reopened',
} as const;

/** A key of `WORK`. */
export type WorkState = keyof typeof WORK;

/** What a move needs besides its state and its role; each is told by why it is refused without it. */
export type Need =
  | 'judged'
  | 'settled'
  | 'unchanged'
  | 'first-asked'
  | 'second-asked'
  | 'checked'
  | 'another'
  | 'reason';

/** One move of the work on a claim. */
export interface Move {
  readonly from: readonly WorkState[];
  readonly to: WorkState;
  readonly who: Role;
  readonly needs: readonly Need[];
}

/** Every move that there is; what is not here cannot be done. */
export const MOVES = {
  start: { from: ['open', 'reopened'], to: 'working', who: 'annotator', needs: [] },
  leave: { from: ['working'], to: 'open', who: 'annotator', needs: [] },
  ready: { from: ['open', 'working', 'reopened'], to: 'ready', who: 'annotator', needs: ['unchanged', 'judged'] },
  first: {
    from: ['ready'],
    to: 'first',
    who: 'annotator',
    needs: ['first-asked', 'unchanged', 'judged', 'settled', 'another'],
  },
  second: {
    from: ['first'],
    to: 'second',
    who: 'annotator',
    needs: ['second-asked', 'unchanged', 'judged', 'settled', 'another'],
  },
  sign: {
    from: ['ready', 'first', 'second'],
    to: 'signed',
    who: 'lead',
    needs: ['unchanged', 'judged', 'settled', 'checked'],
  },
  reopen: { from: ['ready', 'first', 'second', 'signed'], to: 'reopened', who: 'annotator', needs: ['reason'] },
} as const satisfies Readonly<Record<string, Move>>;

/** A key of `MOVES`. */
export type MoveName = keyof typeof MOVES;

/** What a check or a signature is bound to: words, evidence, and what the claim had come to: `truth@1/true`, `uncheckable`, or nothing. */
export interface Checked extends Judged {
  readonly outcome: string;
}

/** One move that was made, signed. */
export interface WorkStep extends Signature {
  readonly move: MoveName;
  /** Why, in the words of who made it; empty where nobody asked. */
  readonly reason: string;
  readonly judged: Checked;
}

/** The work on a claim: every move that was made, the latest last. */
export interface Work {
  readonly claim: string;
  readonly steps: readonly WorkStep[];
}

/** Why a claim is open again: what changed after it was called ready, checked or signed, or that somebody reopened it. */
export const REOPENED_BY = {
  words: 'The words changed',
  evidence: 'The evidence changed',
  answers: 'What was answered changed',
  outcome: 'The outcome changed',
  reviewer: 'Reopened',
} as const;
