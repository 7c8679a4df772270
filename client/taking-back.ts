import type { Article } from '../shared/article.ts';
import { type AnyPart, invertPart, tracesOf, whyNot } from '../shared/operations/index.ts';
import type { Act, RefusalReason } from '../shared/operations/kind.ts';
import type { TextPart } from '../shared/operations/text.ts';
import { perform } from '../shared/rebase.ts';
import type { Reviewer } from '../shared/roles.ts';
import { MOVES, type WorkState } from '../shared/work.ts';
import { act, type Session } from './session.ts';
import type { Key } from './strings/index.ts';

/** How something that was done is taken back, besides its text: by which parts, and what was known of others' work by then. */
export interface Takeback {
  readonly parts: readonly AnyPart[];
  readonly known: ReadonlySet<string>;
  /** For what the server did at the reviewer's request: asks it to take that back, and says how it went. Then there are no parts. */
  readonly ask?: () => void;
}

/** One press of undo or redo: what is taken from which stack, besides its text. */
export interface Turning {
  readonly way: 'done' | 'undone';
  readonly takeback?: Takeback;
}

/** Why something is not taken back: what it would set aside of another reviewer, or a reason; `passes` when it may do later. */
export type Objection =
  | { readonly worked: string; readonly passes: false }
  | { readonly reason: RefusalReason; readonly passes: boolean };

/** How parts that were just done are taken back; nothing when there is no undo of them, or nothing but text. */
export const takebackOf = (
  before: Article,
  parts: readonly AnyPart[],
  after: Article,
  doing: Act,
): Takeback | undefined => {
  const back: AnyPart[] = [];
  let current = before;
  for (const part of parts) {
    const inverse = part.kind === 'text' ? [] : invertPart(current, part, doing);
    if (!inverse) return undefined;
    back.unshift(...inverse);
    current = perform(current, [part], doing).article;
  }
  if (back.length === 0) return undefined;
  return { parts: back, known: new Set(tracesOf(after, back).map(({ what }) => what)) };
};

/** Two that are taken back together, the later one first. */
export const together = (earlier: Takeback | undefined, later: Takeback | undefined): Takeback | undefined =>
  earlier && later
    ? { parts: [...later.parts, ...earlier.parts], known: new Set([...earlier.known, ...later.known]) }
    : (later ?? earlier);

/** What stands against taking something back now; nothing when it can be done. */
export const objectionTo = (
  article: Article,
  { parts, known }: Takeback,
  reviewer: Reviewer,
): Objection | undefined => {
  for (const part of parts) {
    const refusal = whyNot(article, part, reviewer);
    if (refusal) return { reason: refusal.refused, passes: true };
  }
  const since = tracesOf(article, parts).find(({ what, reviewer: by }) => by !== reviewer.id && !known.has(what));
  return since && { worked: since.reviewer, passes: false };
};

/** What came of a press of undo or redo: the session after it with how that is turned again, or why not. */
export type Turned = { readonly session: Session; readonly takeback: Takeback | undefined } | Objection;

/** Takes back, or does again, in one operation, what stood on the stack: its text as the steps say, and the rest as its parts. */
export const turn = (
  session: Session,
  { target, steps }: Pick<TextPart, 'target' | 'steps'>,
  { way, takeback }: Turning,
  { reviewer, opId, at }: { readonly reviewer: Reviewer; readonly opId: string; readonly at: string },
): Turned => {
  const text: readonly AnyPart[] = steps.length > 0 ? [{ kind: 'text', target, steps }] : [];
  const back = takeback?.parts ?? [];
  const parts = way === 'done' ? [...back, ...text] : [...text, ...back];
  const objection = objectionTo(session.visible, { parts, known: takeback?.known ?? new Set() }, reviewer);
  if (objection) return objection;
  const acted = act(session, parts, opId, at, parts.length > 1 ? true : undefined);
  const [dropped] = acted.dropped;
  if (dropped) return { reason: dropped.reason, passes: false };
  const again = takebackOf(session.visible, parts, acted.session.visible, { reviewer: session.reviewer, at });
  return { session: acted.session, takeback: again };
};

type Said = Extract<Key, `done.${string}`>;

/** The kinds that have an undo of their own, with what is said when they are done; all others are taken back in their turn. */
const SAID: Partial<Record<AnyPart['kind'], Said>> = {
  'verdict.give': 'done.verdict.give',
  'verdict.withdraw': 'done.verdict.withdraw',
  'verdict.reinstate': 'done.verdict.reinstate',
  'outcome.decide': 'done.outcome.decide',
  'outcome.undecide': 'done.outcome.undecide',
  'outcome.reinstate': 'done.outcome.reinstate',
  'work.unmove': 'done.work.unmove',
  'article.configure': 'done.article.configure',
  'evidence.attach': 'done.evidence.attach',
  'evidence.withdraw': 'done.evidence.withdraw',
  'evidence.reinstate': 'done.evidence.reinstate',
  'evidence.uphold': 'done.evidence.uphold',
  'evidence.revise': 'done.revise',
  'source.revise': 'done.revise',
  'claim.revise': 'done.revise',
  'thread.open': 'done.thread.open',
  'thread.show': 'done.thread.show',
  'thread.reply': 'done.thread.reply',
  'thread.revise': 'done.thread.revise',
  'thread.resolve': 'done.thread.resolve',
  'thread.reopen': 'done.thread.reopen',
  'thread.withdraw': 'done.thread.withdraw',
  'thread.reinstate': 'done.thread.reinstate',
  'correction.suggest': 'done.correction.suggest',
  'correction.decline': 'done.correction.decline',
  'correction.withdraw': 'done.correction.withdraw',
  'correction.reinstate': 'done.correction.reinstate',
};

/** What is said of parts that have an undo of their own; nothing for those that are taken back in their turn. */
export const saidOf = (parts: readonly AnyPart[]): Said | `work.state.${WorkState}` | undefined => {
  const last = parts.at(-1);
  if (last?.kind.startsWith('contact.')) return 'done.contact';
  return last?.kind === 'work.move' ? `work.state.${MOVES[last.move].to}` : last && SAID[last.kind];
};
