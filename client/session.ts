import type { Step } from 'prosemirror-transform';
import type { Article } from '../shared/article.ts';
import { canonicalJson } from '../shared/canonical.ts';
import { type Change, invertChange } from '../shared/change.ts';
import { type Entry, replayEntry } from '../shared/log.ts';
import type { Operation } from '../shared/operation.ts';
import type { AnyPart } from '../shared/operations/index.ts';
import type { Act } from '../shared/operations/kind.ts';
import type { TextPart } from '../shared/operations/text.ts';
import { OPERATION_CAPS } from '../shared/operation.ts';
import { TEXT_CAPS } from '../shared/operations/text.ts';
import { type Dropped, perform, type Performed } from '../shared/rebase.ts';

/** Something this reviewer did that is not in the log yet, as it stands on top of all that is. */
export interface Pending {
  readonly opId: string;
  readonly parts: readonly AnyPart[];
  readonly atomic?: true;
  /** ISO 8601: when it was done here; the log will say when it was stored. */
  readonly at: string;
  /** What it did to the visible text, with the steps that take it back. */
  readonly done: readonly Done[];
  /** Once sent it is frozen: these very bytes are sent again until they are answered. */
  readonly sent?: Operation;
}

/** A step that was done, what it did, and the step that takes it back. */
export interface Done {
  readonly step: Step;
  readonly change: Change;
  readonly inverse: Step;
}

/** One reviewer's side of an article: what is in the log, what is not yet, and what they see. Pure; time and ids are handed in. */
export interface Session {
  readonly reviewer: string;
  readonly confirmed: Article;
  readonly pending: readonly Pending[];
  readonly visible: Article;
}

/** What was done and could not be merged: given back to its author, never dropped quietly (T10). */
export interface GivenBack {
  readonly opId: string;
  readonly parts: readonly AnyPart[];
  readonly dropped: readonly Dropped[];
}

/** How the visible text changes when an entry comes in: undo, apply, redo, as steps in order. */
export interface Turn {
  readonly session: Session;
  /** Steps from the text visible before to the text visible now. */
  readonly steps: readonly Step[];
  /** How many of them, at the start, take back own pending steps. */
  readonly undone: number;
  /** Pairs of indexes into `steps` of which the second brings back what the first takes back. */
  readonly mirrors: readonly (readonly [number, number])[];
  readonly givenBack?: GivenBack;
}

/** The session of a reviewer who has just opened an article. */
export const openSession = (reviewer: string, article: Article): Session => ({
  reviewer,
  confirmed: article,
  pending: [],
  visible: article,
});

const doneSteps = (before: Article, performed: Performed): readonly Done[] => {
  let doc = before.doc;
  return performed.steps.map(({ step, change }) => {
    const inverse = step.invert(doc);
    const { doc: after } = step.apply(doc);
    if (!after) throw new Error('a performed step does not apply again');
    doc = after;
    return { step, change, inverse };
  });
};

/** What came of doing something here. */
export interface Acted {
  readonly session: Session;
  /** The steps it did to the visible text. */
  readonly steps: readonly Step[];
  readonly dropped: readonly Dropped[];
}

/** Does something at once for its author, and queues it. Typing goes on in the operation that waits, others get their own. */
export const act = (session: Session, parts: readonly AnyPart[], opId: string, at: string, atomic?: true): Acted => {
  const performed = perform(session.visible, parts, actOf(session, at), { atomic: atomic ?? false });
  const steps = performed.steps.map(({ step }) => step);
  if (performed.parts.length === 0) return { session, steps: [], dropped: performed.dropped };
  const added: Pending = {
    opId,
    parts: performed.parts.map(({ part }) => part),
    ...(atomic && { atomic }),
    at,
    done: doneSteps(session.visible, performed),
  };
  const last = session.pending.at(-1);
  const merged = last && mergePending(last, added);
  const pending = merged ? [...session.pending.slice(0, -1), merged] : [...session.pending, added];
  return { session: { ...session, pending, visible: performed.article }, steps, dropped: performed.dropped };
};

const actOf = (session: Session, at: string): Act => ({ reviewer: session.reviewer, at });

const onlyText = (pending: Pending): TextPart | undefined => {
  const [part] = pending.parts;
  return pending.parts.length === 1 && part?.kind === 'text' && !pending.atomic ? part : undefined;
};

/** The two as one operation, when both are typing and the first has not been sent: `Step.merge` makes one step of many keys. */
const mergePending = (first: Pending, second: Pending): Pending | undefined => {
  const [one, other] = [onlyText(first), onlyText(second)];
  if (first.sent || !one || !other) return undefined;
  const steps = mergeSteps(one.steps, other.steps);
  if (steps.length > TEXT_CAPS.steps / 2 || JSON.stringify(steps).length > OPERATION_CAPS.bytes / 4) return undefined;
  return { ...first, parts: [{ ...one, steps }], done: [...first.done, ...second.done] };
};

const mergeSteps = (first: readonly Step[], second: readonly Step[]): readonly Step[] => {
  const [next] = second;
  const merged = next && first.at(-1)?.merge(next);
  return merged ? [...first.slice(0, -1), merged, ...second.slice(1)] : [...first, ...second];
};

/** The next operation to send, if none is under way; from then on it is frozen. */
export const takeNext = (session: Session): { readonly session: Session; readonly operation?: Operation } => {
  const [first, ...rest] = session.pending;
  if (!first || first.sent) return { session };
  const operation: Operation = {
    opId: first.opId,
    base: session.confirmed.version,
    parts: first.parts,
    ...(first.atomic && { atomic: first.atomic }),
  };
  return { session: { ...session, pending: [{ ...first, sent: operation }, ...rest] }, operation };
};

/** The operation that was sent and is not in the log yet: what to send again, the same bytes, after a break. */
export const unanswered = (session: Session): Operation | undefined => session.pending[0]?.sent;

/** Redoes operations, one by one, on an article that has moved on. */
const redo = (
  session: Session,
  base: Article,
  pending: readonly Pending[],
  over: readonly Change[],
  mirrors: readonly (readonly [number, number])[],
) => {
  const owners = pending.flatMap((each) => each.parts.map(() => each));
  const performed = perform(base, owners.length > 0 ? pending.flatMap((each) => each.parts) : [], actOf(session, ''), { over, mirrors });
  return { owners, performed };
};

/**
 * Takes the next entry in. An own operation that came back as it stands here is confirmed and nothing moves; otherwise what is
 * pending is taken back, the entry applied as the log has it, and what is pending done again on top: compared, never assumed.
 */
export const receive = (session: Session, entry: Entry): Turn => {
  const replayed = replayEntry(session.confirmed, entry);
  throw new Error(`${replayed.article.version} ${redo} ${invertChange} ${canonicalJson}`);
};
