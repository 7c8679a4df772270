import type { Node } from 'prosemirror-model';
import type { Step } from 'prosemirror-transform';
import { type Article, quoteOf } from './article.ts';
import { type Change, changeOf } from './change.ts';
import { type AnyPart, kindOf } from './operations/index.ts';
import { type Act, isRefusal, type Refusal, type RefusalReason } from './operations/kind.ts';
import { applyStep, type TextPart } from './operations/text.ts';
import type { Removal } from './removal.ts';
import type { Reviewer } from './roles.ts';
import { Way } from './way.ts';

/** A part that took no effect, or a text part of which some steps took none. */
export interface Dropped {
  /** Index into the operation's parts. */
  readonly part: number;
  readonly reason: RefusalReason;
  /** For a text part that took effect in part: the indexes of its steps that did not. */
  readonly steps?: readonly number[];
}

/** A part that took effect, moved to where it did; `of` is its index among the parts given. */
export interface PerformedPart {
  readonly of: number;
  readonly part: AnyPart;
}

/** A step that took effect: what it did to the text, and the text it did it to. */
export interface PerformedStep {
  readonly step: Step;
  readonly change: Change;
  readonly before: Node;
}

/** What came of performing parts. */
export interface Performed {
  readonly article: Article;
  readonly parts: readonly PerformedPart[];
  readonly dropped: readonly Dropped[];
  /** The steps that took effect, in order. */
  readonly steps: readonly PerformedStep[];
}

/** How parts are performed. */
export interface Performing {
  /** What happened to the text since the parts were made, oldest first; nothing when they were made at this very version. */
  readonly over?: readonly Change[];
  /** Pairs of indexes into `over` of which the second brings back what the first takes back. */
  readonly mirrors?: readonly (readonly [number, number])[];
  /** Asked for each part at its turn (T7); without it every part may. */
  readonly authority?: Reviewer;
  readonly atomic?: boolean;
}

/** The steps of parts, in order. */
export const stepsOf = (parts: readonly AnyPart[]): readonly Step[] =>
  parts.flatMap((part) => (part.kind === 'text' ? part.steps : []));

/**
 * Performs parts on an article, moved over all that they did not know of, and lets every claim follow: the one function by which
 * server, client and replay change an article. A part that finds no place or may not be done is dropped and named; the others go on.
 */
export const perform = (article: Article, parts: readonly AnyPart[], act: Act, how: Performing = {}): Performed => {
  const way = new Way(stepsOf(parts), how.over ?? [], how.mirrors);
  const performed: PerformedPart[] = [];
  const dropped: Dropped[] = [];
  const steps: PerformedStep[] = [];
  let current = article;
  let settled = { doc: article.doc, steps: 0 };

  const performStep = (step: Step): Step | undefined => {
    const mapped = way.map(step);
    const doc = mapped && applyStep(mapped, current.doc);
    if (!mapped || !doc) {
      way.dropped();
      return undefined;
    }
    const change = changeOf(mapped, current.doc);
    way.passed(change);
    steps.push({ step: mapped, change, before: current.doc });
    current = { ...current, doc };
    return mapped;
  };

  const performText = (part: TextPart, of: number): void => {
    const took = part.steps.map(performStep);
    const kept = took.filter((step) => step !== undefined);
    const lost = took.flatMap((step, index) => (step ? [] : [index]));
    if (kept.length > 0) performed.push({ of, part: { ...part, steps: kept } });
    if (lost.length > 0) dropped.push({ part: of, reason: 'conflict', ...(kept.length > 0 && { steps: lost }) });
  };

  const settle = (): void => {
    const changes = steps.slice(settled.steps).map((each) => each.change);
    if (changes.length > 0) current = followText(current, settled.doc, changes, act.reviewer);
    settled = { doc: current.doc, steps: steps.length };
  };

  for (const [of, given] of parts.entries()) {
    if (given.kind !== 'text') settle();
    const kind = kindOf(given);
    const refusal = how.authority && kind.may(current, given, how.authority);
    if (refusal) {
      dropped.push({ part: of, reason: refusal.refused });
      if (given.kind === 'text') for (const _ of given.steps) way.dropped();
      continue;
    }
    if (given.kind === 'text') {
      performText(given, of);
      continue;
    }
    const ahead = way.ahead;
    const part: AnyPart = kind.map && ahead.length > 0 ? kind.map(given, ahead, act) : given;
    const result: Article | Refusal = kind.apply(current, part, act);
    if (isRefusal(result)) dropped.push({ part: of, reason: result.refused });
    else {
      current = result;
      performed.push({ of, part });
    }
  }
  settle();

  const broken = performed.flatMap(({ of, part }) => {
    const refusal = kindOf(part).holds?.(article, current, part);
    return refusal ? [{ part: of, reason: refusal.refused }] : [];
  });
  dropped.push(...broken);
  if ((!how.atomic && broken.length === 0) || dropped.length === 0)
    return { article: current, parts: performed, dropped, steps };
  const reasons = new Map(dropped.map((each) => [each.part, each.reason]));
  const all = parts.map((_, part) => ({ part, reason: reasons.get(part) ?? ('all-or-nothing' as const) }));
  return { article, parts: [], dropped: all, steps: [] };
};

/** The article with everything that stands on its words, and every place where something was cleaned away, moved along with its text. */
const followText = (
  article: Article,
  before: Article['doc'],
  changes: readonly Change[],
  reviewer: string,
): Article => {
  const effect = { before, after: article.doc, changes, reviewer };
  const anchors = article.anchors.follow(effect, (id) => quoteOf(article, id));
  return { ...article, anchors, removals: followRemovals(article.removals, changes) };
};

const followRemovals = (removals: Article['removals'], changes: readonly Change[]): Article['removals'] => {
  if (removals.size === 0) return removals;
  const followed = new Map<string, Removal>();
  for (const [id, removal] of removals) {
    const at = changes.reduce((position, change) => change.map.map(position, 1), removal.at);
    followed.set(id, at === removal.at ? removal : { ...removal, at });
  }
  return followed;
};
