import type { Node } from 'prosemirror-model';
import type { Change, ChangedRange } from './change.ts';
import type { Signature } from './claim.ts';
import { type Gap, insideWord, mapGap, onlyIndexOf, refilled, withGap } from './gap.ts';
import { snapToGraphemes } from './grapheme.ts';
import { collapsedExact, hasContextOf, isOtherNumber, type Quote, quoteAt } from './quote.ts';
import { collapsed, tokens } from './text.ts';

/** How a claim stands to the words it was marked on. */
const ANCHOR_STATES = {
  exact: 'on the words it was marked on',
  moved: 'on the same words at another place',
  changed: 'its words have changed',
  orphaned: 'its words are gone',
} as const;

export type AnchorState = keyof typeof ANCHOR_STATES;

/** Where a claim stands now, in positions of the article's doc; an orphan's `from` and `to` are equal. */
export interface Anchor {
  readonly from: number;
  readonly to: number;
  readonly state: AnchorState;
  readonly gaps: readonly Gap[];
  /** Present when the claim was carried to another place than the one it was marked at. */
  readonly carried?: true;
  /** The reviewer who replaced the claim's last words and may still be typing them; what they add at its end belongs to it. */
  readonly growing?: string;
  /** Present once somebody has put the claim on other words by hand, so that it can be taken off them again. */
  readonly reanchored?: Reanchoring;
}

/** Who put a claim on other words, and the orphan that it was, which moves along with the text: its gaps still know its words. */
export interface Reanchoring extends Signature {
  readonly orphan: Anchor;
}

/** Words shorter than this, in UTF-16 units, are not recognised at another place: too many would be alike. */
const RECOGNISED = 8;

/** How near to a claim an edit must be to be looked at: a number that runs on across its end is seen this far. */
const NEAR = 2;

/** An anchor on the words between two positions. */
export const anchorAt = (doc: Node, from: number, to: number, quote: Quote): Anchor => {
  const [start, end] = snapToGraphemes(doc, from, to);
  return withState({ from: start, to: end, state: 'exact', gaps: [] }, doc, quote);
};

/** An anchor on words that are no longer there. */
export const orphanAt = (position: number, gaps: readonly Gap[] = []): Anchor => ({
  from: position,
  to: position,
  state: 'orphaned',
  gaps,
});

/** From where to where an edit may do more to an anchor than shift it. */
export const reachOf = (anchor: Anchor): readonly [number, number] => {
  let from = anchor.from;
  let to = anchor.to;
  for (const gap of anchor.gaps) {
    if (gap.from < from) from = gap.from;
    if (gap.to > to) to = gap.to;
  }
  if (anchor.reanchored) {
    const [start, end] = reachOf(anchor.reanchored.orphan);
    return [Math.min(from - NEAR, start), Math.max(to + NEAR, end)];
  }
  return [from - NEAR, to + NEAR];
};

const shiftGap = (gap: Gap, by: number): Gap => ({ ...gap, from: gap.from + by, to: gap.to + by });

/** The same anchor so many positions further on. */
export const shiftAnchor = (anchor: Anchor, by: number): Anchor =>
  by === 0
    ? anchor
    : {
        ...anchor,
        from: anchor.from + by,
        to: anchor.to + by,
        gaps: anchor.gaps.length === 0 ? anchor.gaps : anchor.gaps.map((gap) => shiftGap(gap, by)),
        ...(anchor.reanchored && { reanchored: withOrphan(anchor.reanchored, (orphan) => shiftAnchor(orphan, by)) }),
      };

const withOrphan = (reanchored: Reanchoring, move: (orphan: Anchor) => Anchor): Reanchoring => ({
  ...reanchored,
  orphan: move(reanchored.orphan),
});

/** Whether a change is near enough to a claim to do more than shift it. */
export const isTouched = (anchor: Anchor, change: Change): boolean => {
  const [from, to] = reachOf(anchor);
  return change.ranges.some((range) => range.from <= to && range.from + range.taken.length >= from);
};

const takesStart = (range: ChangedRange, from: number): boolean =>
  range.taken !== '' && range.from <= from && from < range.from + range.taken.length;

const takesEnd = (range: ChangedRange, to: number): boolean =>
  range.taken !== '' && range.from < to && to <= range.from + range.taken.length;

/**
 * Carries an anchor over one step of an entry: text typed at either edge stays outside, words typed over words belong to the
 * claim as those did, an end that is taken away leaves a gap, and a claim with no words left is an orphan (T5).
 */
export const followAnchor = (anchor: Anchor, change: Change, reviewer: string): Anchor => {
  const followed = followWords(anchor, change, reviewer);
  if (!anchor.reanchored) return followed;
  return { ...followed, reanchored: withOrphan(anchor.reanchored, (orphan) => followWords(orphan, change, reviewer)) };
};

const followWords = (anchor: Anchor, change: Change, reviewer: string): Anchor => {
  const { from, to } = anchor;
  if (from === to) {
    const at = change.map.map(from, -1);
    return { ...anchor, from: at, to: at, gaps: anchor.gaps.map((gap) => mapGap(gap, change.map)) };
  }
  const atStart = change.ranges.find((range) => takesStart(range, from));
  const atEnd = change.ranges.find((range) => takesEnd(range, to));
  const within = (range: ChangedRange | undefined): range is ChangedRange =>
    range !== undefined && range.brought !== '' && range.from >= from && range.from + range.taken.length <= to;
  const grown = anchor.growing === reviewer && change.ranges.some((range) => continues(range, to));
  const newFrom = change.map.map(from, within(atStart) ? -1 : 1);
  const newTo = change.map.map(to, within(atEnd) || grown ? 1 : -1);
  const lost = change.ranges.filter((range) => range === atStart || range === atEnd);
  const gaps = lost.reduce(
    (open, range, index) => withGap(open, index === 0 ? anchor.gaps.at(-1) : undefined, range, from, to),
    anchor.gaps.map((gap) => mapGap(gap, change.map)) as readonly Gap[],
  );
  const { growing: _, ...rest } = anchor;
  const growing = within(atEnd) ? reviewer : grown || anchor.growing !== reviewer ? anchor.growing : undefined;
  const next = { ...rest, gaps, ...(growing !== undefined && { growing }) };
  if (newFrom < newTo) return { ...next, from: newFrom, to: newTo };
  const at = change.map.map(from, -1);
  return { ...next, from: at, to: at };
};

/** Typing on after words were replaced: an insertion right at the end, within the sentence. */
const continues = (range: ChangedRange, to: number): boolean =>
  range.taken === '' && range.from === to && !/[.!?;:\u2028]/.test(range.brought);

/** What an entry brought, where it stands after the entry. */
export interface Brought {
  readonly from: number;
  readonly text: string;
}

/** Where what a row of changes brought still stands after the last of them; what touches is one stretch. */
const stretchesBrought = (changes: readonly Change[]): readonly { from: number; to: number }[] => {
  const stretches = changes
    .flatMap((change, index) =>
      change.ranges
        .filter((range) => range.brought !== '')
        .map((range) => {
          let from = range.newFrom;
          let to = range.newFrom + range.brought.length;
          for (const later of changes.slice(index + 1)) {
            from = later.map.map(from, 1);
            to = later.map.map(to, -1);
          }
          return { from, to };
        }),
    )
    .filter(({ from, to }) => from < to)
    .sort((one, other) => one.from - other.from);
  const merged: { from: number; to: number }[] = [];
  for (const next of stretches) {
    const last = merged.at(-1);
    if (last && next.from <= last.to) last.to = Math.max(last.to, next.to);
    else merged.push(next);
  }
  return merged;
};

/** The texts that a row of changes brought and that still stand after the last of them: mended within it, a text is one. */
export const broughtBy = (changes: readonly Change[], doc: Node): readonly Brought[] =>
  stretchesBrought(changes).map(({ from, to }) => ({ from, text: tokens(doc, from, to) }));

/**
 * Settles an anchor after all steps of an entry: gives back the ends whose words are back, recognises words that the same entry
 * took from one place and brought to another, and says how the claim stands (T4). `wordsBefore` gives the words it stood on before
 * the entry, and is absent for what was an orphan then; `brought` is what the entry brought.
 */
export const settleAnchor = (
  anchor: Anchor,
  wordsBefore: (() => string) | undefined,
  brought: readonly Brought[],
  doc: Node,
  quote: Quote,
): Anchor => {
  const restored = restoreEnds(anchor, doc);
  const wasOrphan = anchor.from === anchor.to;
  const enough = Math.min(RECOGNISED, collapsedExact(quote).length);
  const recognisable = restored.from < restored.to && (!wasOrphan || restored.to - restored.from >= enough);
  if (recognisable) return withState(snapped(restored, doc), doc, quote);
  if (!wasOrphan) return withState(snapped(anchor, doc), doc, quote);
  const former = anchor.reanchored && settleAnchor(anchor.reanchored.orphan, undefined, [], doc, quote);
  if (former && former.state !== 'orphaned') return former;
  const carried = wordsBefore && recognised(wordsBefore(), brought);
  if (!carried) return { ...anchor, state: 'orphaned' };
  return withState({ ...anchor, ...carried, carried: true }, doc, quote);
};

const restoreEnds = (anchor: Anchor, doc: Node): Anchor => {
  let current = anchor;
  for (let index = anchor.gaps.length - 1; index >= 0; index -= 1) {
    const gap = anchor.gaps[index];
    // The place where a claim lost all its words is of no account while it stands on them elsewhere.
    const counts = anchor.from === anchor.to || gap?.start === undefined || gap.end === undefined;
    const ends = counts && gap && refilled(gap, doc);
    if (ends) current = { ...current, ...ends, gaps: anchor.gaps.slice(0, index) };
  }
  return current.from < current.to ? current : anchor;
};

const MANY_PLACES: readonly number[] = [-1, -2];

/** Where words that were taken stand in what was brought, once and uncut; the boundaries around them are not theirs to bring. */
const recognised = (taken: string, brought: readonly Brought[]): { from: number; to: number } | undefined => {
  const words = taken.replaceAll(/^\u2028+|\u2028+$/g, '');
  if (words.length < RECOGNISED) return undefined;
  const places = brought.flatMap((each) => {
    const index = onlyIndexOf(each.text, words);
    if (index === undefined) return each.text.includes(words) ? MANY_PLACES : [];
    return insideWord(each.text, index, words) ? [] : [each.from + index];
  });
  const [place, ...others] = places;
  return others.length === 0 && place !== undefined && place >= 0
    ? { from: place, to: place + words.length }
    : undefined;
};

const snapped = (anchor: Anchor, doc: Node): Anchor => {
  const [from, to] = snapToGraphemes(doc, anchor.from, anchor.to);
  return from === anchor.from && to === anchor.to ? anchor : { ...anchor, from, to };
};

/** Among the words that it was marked among, a claim is where it was marked, wherever it has been meanwhile. */
const withState = (anchor: Anchor, doc: Node, quote: Quote): Anchor => {
  const now = quoteAt(doc, anchor.from, anchor.to);
  if (collapsed(now.exact) !== collapsedExact(quote) || isOtherNumber(quote, now))
    return { ...anchor, state: 'changed' };
  if (!anchor.carried) return { ...anchor, state: 'exact' };
  const { carried: _, ...home } = anchor;
  return hasContextOf(quote, now) ? { ...home, state: 'exact' } : { ...anchor, state: 'moved' };
};

/** An anchor that takes in so many characters more before and after its words. */
export const widenAnchor = (anchor: Anchor, start: number, end: number, doc: Node, quote: Quote): Anchor =>
  withState(snapped({ ...anchor, from: anchor.from - start, to: anchor.to + end }, doc), doc, quote);
