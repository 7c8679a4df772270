import type { Node } from 'prosemirror-model';
import type { Step } from 'prosemirror-transform';
import { type Article, quoteOf } from './article.ts';
import { type Change, changeOf } from './change.ts';
import { keepingUnseen } from './keeping-unseen.ts';
import { type AnyPart, kindOf, whyNot } from './operations/index.ts';
import { type Act, isRefusal, type Refusal, type RefusalReason, refuse } from './operations/kind.ts';
import { applyStep, type TextPart } from './operations/text.ts';
import { formOf, textAt, withText } from './operations/texts.ts';
import { followPages } from './pages.ts';
import type { Removal } from './removal.ts';
import type { Reviewer } from './roles.ts';
import { refusedUnseen, seenArticle, sightOf } from './sight.ts';
import { keyOf, type Mirror, type Target } from './target.ts';
import { type TextChange, Ways } from './way.ts';

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

/** A step that took effect: what it did to which text, and that text before it. */
export interface PerformedStep extends TextChange {
  readonly step: Step;
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
  /** What happened to the texts since the parts were made, oldest first; nothing when they were made at this very version. */
  readonly over?: readonly TextChange[];
  /** Pairs of indexes into `over` of which the second brings back what the first takes back. */
  readonly mirrors?: readonly Mirror[];
  /** Asked for each part at its turn (T7); without it every part may. */
  readonly authority?: Reviewer;
  readonly atomic?: boolean;
}

/** Why a reviewer may not do something; of what they do not see the same is said as of what is not there (T11). */
const refusalOf = (article: Article, part: AnyPart, reviewer: Reviewer): Refusal | undefined => {
  const sight = sightOf(article, reviewer);
  if (!sight || part.kind === 'text') return whyNot(article, part, reviewer);
  const unseen = refusedUnseen(article, part, sight);
  const isAsSeen = unseen !== undefined || sight.blind === 'no';
  return whyNot(isAsSeen ? seenArticle(article, sight) : article, part, reviewer) ?? unseen;
};

/** The text parts among parts, in order. */
export const textsIn = (parts: readonly AnyPart[]): readonly TextPart[] => parts.filter((part) => part.kind === 'text');

/** The steps of parts on one text, in order. */
export const stepsOf = (parts: readonly AnyPart[], target: Target): readonly Step[] =>
  textsIn(parts).flatMap((part) => (keyOf(part.target) === keyOf(target) ? part.steps : []));

/**
 * Performs parts on an article, moved over all that they did not know of, and lets every claim follow: the one function by which
 * server, client and replay change an article. A part that finds no place or may not be done is dropped and named; the others go on.
 */
export const perform = (article: Article, parts: readonly AnyPart[], act: Act, how: Performing = {}): Performed => {
  const ways = new Ways(textsIn(parts), how.over ?? [], how.mirrors);
  const performed: PerformedPart[] = [];
  const dropped: Dropped[] = [];
  const steps: PerformedStep[] = [];
  let current = article;
  let settled = { doc: article.doc, steps: 0 };

  /** A step as it is in the text that it meets, with that text before and after it. */
  const met = (
    given: Step,
    target: Target,
  ): { readonly step: Step; readonly before: Node; readonly after: Node } | Refusal => {
    const before = textAt(current, target);
    if (isRefusal(before)) return before;
    const step = ways.of(target).map(given);
    if (!step) return refuse('conflict');
    const after = applyStep(step, before, formOf(target).most);
    return isRefusal(after) ? after : { step, before, after };
  };

  const performStep = (given: Step, target: Target): Step | Refusal => {
    const found = met(given, target);
    if (isRefusal(found)) {
      ways.of(target).dropped();
      return found;
    }
    const { step, before, after } = found;
    const change = changeOf(step, before);
    ways.of(target).passed(change);
    steps.push({ target, step, change, before });
    current = withText(current, target, after, act);
    return step;
  };

  const performText = (part: TextPart, of: number): void => {
    const took = part.steps.map((step) => performStep(step, part.target));
    const kept = took.flatMap((each) => (isRefusal(each) ? [] : [each]));
    const lost = took.flatMap((each, index) => (isRefusal(each) ? [index] : []));
    const reason = took.find(isRefusal)?.refused;
    if (kept.length > 0) performed.push({ of, part: { ...part, steps: kept } });
    if (reason) dropped.push({ part: of, reason, ...(kept.length > 0 && { steps: lost }) });
  };

  const settle = (): void => {
    const changes = steps.slice(settled.steps).flatMap((each) => (each.target === 'body' ? [each.change] : []));
    if (changes.length > 0) current = followText(current, settled.doc, changes, act.reviewer);
    settled = { doc: current.doc, steps: steps.length };
  };

  for (const [of, given] of parts.entries()) {
    if (given.kind !== 'text') settle();
    const kind = kindOf(given);
    const refusal = how.authority && refusalOf(current, given, how.authority);
    if (refusal) {
      dropped.push({ part: of, reason: refusal.refused });
      if (given.kind === 'text') for (const _ of given.steps) ways.of(given.target).dropped();
      continue;
    }
    if (given.kind === 'text') {
      performText(given, of);
      continue;
    }
    const { ahead } = ways.of('body');
    const moved: AnyPart = kind.map && ahead.length > 0 ? kind.map(given, ahead, act) : given;
    const part = how.authority ? keepingUnseen(current, moved, how.authority) : moved;
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
  const followed = { ...article, anchors, removals: followRemovals(article.removals, changes) };
  const maps = changes.map(({ map }) => map);
  return article.pages ? { ...followed, pages: followPages(article.pages, maps) } : followed;
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
