import type { Step } from 'prosemirror-transform';
import type { Article } from '../shared/article.ts';
import { canonicalJson } from '../shared/canonical.ts';
import { changeOf, invertChange } from '../shared/change.ts';
import { type Entry, replayEntry } from '../shared/log.ts';
import { OPERATION_CAPS, type Operation } from '../shared/operation.ts';
import type { AnyPart } from '../shared/operations/index.ts';
import type { Act } from '../shared/operations/kind.ts';
import type { TextPart } from '../shared/operations/text.ts';
import { TEXT_CAPS } from '../shared/operations/texts.ts';
import { type Dropped, type PerformedStep, perform } from '../shared/rebase.ts';
import { keyOf, lanesOf, type Mirror, type Target, type Targeted } from '../shared/target.ts';
import type { TextChange } from '../shared/way.ts';

/** Something this reviewer did that is not in the log yet, as it stands on top of all that is. */
export interface Pending {
  readonly opId: string;
  readonly parts: readonly AnyPart[];
  readonly atomic?: true;
  /** ISO 8601: when it was done here; the log will say when it was stored. */
  readonly at: string;
  /** What it did to the visible texts, with the steps that take it back. */
  readonly done: readonly PerformedStep[];
  /** Once sent it is frozen: these very bytes are sent again until they are answered. */
  readonly sent?: Operation;
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

/** How one visible text changes: the steps from what was visible before to what is now. */
export interface Move extends Targeted {
  readonly steps: readonly Step[];
  /** Pairs of indexes into `steps` of which the second brings back what the first takes back. */
  readonly mirrors: readonly Mirror[];
}

type StepOfText = Targeted & { readonly step: Step };

const movesOf = (steps: readonly StepOfText[], mirrors: readonly Mirror[] = []): readonly Move[] =>
  [...lanesOf(steps, mirrors).values()].map(({ target, items, mirrors: within }) => ({
    target,
    steps: items.map(({ step }) => step),
    mirrors: within,
  }));

/** The move of one text among moves; nothing when that text stays as it is. */
export const moveOf = (moves: readonly Move[], target: Target): Move | undefined =>
  moves.find((move) => keyOf(move.target) === keyOf(target));

/** How the visible texts change when an entry comes in: undo, apply, redo. */
export interface Turn {
  readonly session: Session;
  /** One for each text that moves. */
  readonly moves: readonly Move[];
  /** What could not be merged. */
  readonly givenBack: readonly GivenBack[];
}

/** The session of a reviewer who has just opened an article. */
export const openSession = (reviewer: string, article: Article): Session => ({
  reviewer,
  confirmed: article,
  pending: [],
  visible: article,
});

/** What came of doing something here. */
export interface Acted {
  readonly session: Session;
  /** What it did to the visible texts. */
  readonly moves: readonly Move[];
  readonly dropped: readonly Dropped[];
}

/** Does something at once for its author, and queues it. Typing goes on in the operation that waits, others get their own. */
export const act = (session: Session, parts: readonly AnyPart[], opId: string, at: string, atomic?: true): Acted => {
  const performed = perform(session.visible, parts, actOf(session, at), { atomic: atomic ?? false });
  const moves = movesOf(performed.steps);
  if (performed.parts.length === 0) return { session, moves, dropped: performed.dropped };
  const added: Pending = {
    opId,
    parts: performed.parts.map(({ part }) => part),
    ...(atomic && { atomic }),
    at,
    done: performed.steps,
  };
  const last = session.pending.at(-1);
  const merged = last && mergePending(last, added);
  const pending = merged ? [...session.pending.slice(0, -1), merged] : [...session.pending, added];
  return { session: { ...session, pending, visible: performed.article }, moves, dropped: performed.dropped };
};

const actOf = (session: Session, at: string): Act => ({ reviewer: session.reviewer, at });

const onlyText = (pending: Pending): TextPart | undefined => {
  const [part] = pending.parts;
  return pending.parts.length === 1 && part?.kind === 'text' && !pending.atomic ? part : undefined;
};

/** The two as one operation, when both type in one text and the first has not been sent: `Step.merge` makes one step of many keys. */
const mergePending = (first: Pending, second: Pending): Pending | undefined => {
  const [one, other] = [onlyText(first), onlyText(second)];
  if (first.sent || !one || !other || keyOf(one.target) !== keyOf(other.target)) return undefined;
  const done = mergeDone(first.done, second.done);
  const steps = done.map((each) => each.step);
  if (steps.length > TEXT_CAPS.steps || unitsOf(steps) > OPERATION_CAPS.bytes / 4) return undefined;
  return { ...first, parts: [{ ...one, steps }], done };
};

const units = new WeakMap<Step, number>();

/** How long steps are as JSON; remembered of each, since it is asked of all that waits at every key. */
const unitsOf = (steps: readonly Step[]): number =>
  steps.reduce((sum, step) => {
    const known = units.get(step) ?? canonicalJson(step).length;
    units.set(step, known);
    return sum + known;
  }, 0);

const mergeDone = (first: readonly PerformedStep[], second: readonly PerformedStep[]): readonly PerformedStep[] => {
  const [last, next] = [first.at(-1), second[0]];
  const step = last && next && last.step.merge(next.step);
  if (!step) return [...first, ...second];
  return [...first.slice(0, -1), { ...last, step, change: changeOf(step, last.before) }, ...second.slice(1)];
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

/**
 * Takes the next entry in. An own operation that came back as it stands here is confirmed and nothing moves; otherwise what is
 * pending is taken back, the entry applied as the log has it, and what is pending done again on top: compared, never assumed.
 */
export const receive = (session: Session, entry: Entry): Turn => {
  const { article, steps } = replayEntry(session.confirmed, entry);
  const [first, ...rest] = session.pending;
  const own = first?.sent && first.opId === entry.opId && entry.reviewer === session.reviewer ? first : undefined;
  const lost =
    own && entry.dropped.length > 0 ? [{ opId: own.opId, parts: own.sent?.parts ?? [], dropped: entry.dropped }] : [];
  const onTop = { ...session, confirmed: article };
  if (own && canonicalJson(own.parts) === canonicalJson(entry.parts)) {
    const visible = seenOn({ ...onTop, visible: article }, rest);
    if (visible) return { session: { ...onTop, pending: rest, visible }, moves: [], givenBack: lost };
  }
  const undone = session.pending.flatMap((each) => each.done);
  const turn = redo(onTop, own ? rest : session.pending, {
    undone,
    entered: steps,
    answered: own ? own.done.length : 0,
    own: [0, own ? steps.length : 0],
  });
  return { ...turn, givenBack: [...lost, ...turn.givenBack] };
};

/**
 * What is seen when all that waits is done again as it stands; nothing where some of it no longer takes effect. What was done in
 * several goes is one operation once it waits, and what stands on words follows an operation once: it may come to stand elsewhere.
 */
const seenOn = (session: Session, pending: readonly Pending[]): Article | undefined => {
  let { visible } = session;
  for (const { parts, at, atomic } of pending) {
    const { article, dropped } = perform(visible, parts, actOf(session, at), { atomic: atomic ?? false });
    if (dropped.length > 0) return undefined;
    visible = article;
  }
  return visible;
};

/** What entries move aside on their way in. */
export interface Aside {
  /** The steps of all that is pending, in order. */
  readonly undone: readonly PerformedStep[];
  /** How many of them, the first, the entries bring back themselves. */
  readonly answered: number;
  /** The steps of the entries. */
  readonly entered: readonly PerformedStep[];
  /** From which to which of these the entries bring those back. */
  readonly own: readonly [from: number, to: number];
}

const sameShape = (one: PerformedStep, other: PerformedStep | undefined): boolean =>
  other !== undefined &&
  keyOf(one.target) === keyOf(other.target) &&
  one.change.ranges.length === other.change.ranges.length &&
  one.change.ranges.every((range, index) => {
    const twin = other.change.ranges[index];
    return range.taken.length === twin?.taken.length && range.brought.length === twin.brought.length;
  });

const takenBack = ({ target, step, change, before }: PerformedStep) => ({
  target,
  step: step.invert(before),
  change: invertChange(change),
});

/**
 * Does what is pending again on an article that has moved on. Each operation's way there leads back over the pending steps before
 * it, over the entry, and forward over those again. What finds no place is given back, unless it was sent: then the server answers.
 */
export const redo = (session: Session, pending: readonly Pending[], aside: Aside): Turn => {
  const { undone, entered, answered, own } = aside;
  const steps: (TextChange & { readonly step: Step })[] = [...undone.map(takenBack).reverse(), ...entered];
  const mirrors: Mirror[] = [];
  const mirror = (first: number, again: readonly PerformedStep[], at: number): void => {
    again.forEach((each, index) => {
      if (sameShape(each, undone[first + index])) mirrors.push([undone.length - 1 - first - index, at + index]);
    });
  };
  const [from, to] = own;
  if (answered === to - from) mirror(0, entered.slice(from, to), undone.length + from);

  let visible = session.confirmed;
  let passed = answered;
  const kept: Pending[] = [];
  const givenBack: GivenBack[] = [];
  for (const each of pending) {
    const skip = undone.length - passed;
    const ahead = mirrors.flatMap(([away, again]) => (away >= skip ? [[away - skip, again - skip] as const] : []));
    const {
      article,
      parts,
      dropped,
      steps: done,
    } = perform(visible, each.parts, actOf(session, each.at), {
      over: steps.slice(skip),
      mirrors: ahead,
      atomic: each.atomic ?? false,
    });
    if (done.length === each.done.length) mirror(passed, done, steps.length);
    steps.push(...done);
    passed += each.done.length;
    visible = article;
    if (parts.length > 0 || each.sent) kept.push({ ...each, parts: parts.map(({ part }) => part), done });
    if (dropped.length > 0 && !each.sent) givenBack.push({ opId: each.opId, parts: each.parts, dropped });
  }
  return { session: { ...session, pending: kept, visible }, moves: movesOf(steps, mirrors), givenBack };
};
