import type { Node } from 'prosemirror-model';
import type { Mappable } from 'prosemirror-transform';
import type { ChangedRange } from './change.ts';
import { CONTEXT } from './quote.ts';
import { tokens } from './text.ts';

/**
 * A place where an end of a claim was taken away, with the words that went: what lets the claim come back with its words (T5).
 * Everything that has come to stand at that place since lies between `from` and `to`.
 */
export interface Gap {
  readonly from: number;
  readonly to: number;
  /** The tokens that went, at most `CONTEXT` of them outside the claim on each side. */
  readonly text: string;
  /** How many more tokens of the same deletion stood before `text`. */
  readonly skip: number;
  /** Where in `text` the claim began; absent when its start was not taken. */
  readonly start?: number;
  /** Where in `text` the claim ended; absent when its end was not taken. */
  readonly end?: number;
}

/** At most so many gaps a claim; the oldest are forgotten first. */
const GAP_LIMIT = 16;

const REGION_LIMIT = 100_000;

/** Text that comes to stand at the place of a gap lies inside it. */
export const mapGap = (gap: Gap, mapping: Mappable): Gap => ({
  ...gap,
  from: mapping.map(gap.from, -1),
  to: mapping.map(gap.to, 1),
});

/** The gap that a replaced range leaves in a claim that stood at [from, to) before it. */
const gapOf = (range: ChangedRange, from: number, to: number): Gap => {
  const rangeEnd = range.from + range.taken.length;
  const start = from >= range.from ? from - range.from : undefined;
  const end = to <= rangeEnd ? to - range.from : undefined;
  const keepFrom = Math.max(0, (start ?? 0) - CONTEXT);
  const keepTo = Math.min(range.taken.length, (end ?? range.taken.length) + CONTEXT);
  return {
    from: range.newFrom,
    to: range.newFrom + range.brought.length,
    text: range.taken.slice(keepFrom, keepTo),
    skip: keepFrom,
    ...(start !== undefined && { start: start - keepFrom }),
    ...(end !== undefined && { end: end - keepFrom }),
  };
};

/**
 * The gaps of a claim after a range took an end away; `last` is its newest gap as it stood before the range. Deleting key by
 * key beside an open gap makes one gap of it, as deleting at once would: what comes back at once is then found.
 */
export const withGap = (
  gaps: readonly Gap[],
  last: Gap | undefined,
  range: ChangedRange,
  from: number,
  to: number,
): readonly Gap[] => {
  const added = gapOf(range, from, to);
  const merged = last && range.brought === '' ? mergedGap(last, added, range) : undefined;
  return merged ? [...gaps.slice(0, -1), merged] : [...gaps, added].slice(-GAP_LIMIT);
};

const mergedGap = (last: Gap, added: Gap, range: ChangedRange): Gap | undefined => {
  const at = last.from - range.from;
  const touches = last.from === last.to && at >= 0 && at <= range.taken.length;
  const sameEnds =
    (last.start === undefined) === (added.start === undefined) &&
    (last.end === undefined) === (added.end === undefined);
  const wholeTexts = last.skip === 0 && added.text.length === range.taken.length;
  if (!touches || !sameEnds || !wholeTexts || last.text.length + added.text.length > REGION_LIMIT) return undefined;
  return {
    from: added.from,
    to: added.to,
    text: range.taken.slice(0, at) + last.text + range.taken.slice(at),
    skip: 0,
    ...(last.start !== undefined && { start: at + last.start }),
    ...(last.end !== undefined && { end: at + last.end }),
  };
};

const wordCharacter = /[\p{L}\p{N}\p{M}]/u;

/** Whether the words found at `index` of a text are cut out of longer ones. */
export const insideWord = (text: string, index: number, words: string): boolean => {
  const cut = (left: string, right: string) => wordCharacter.test(left) && wordCharacter.test(right);
  return cut(text.charAt(index - 1), words.charAt(0)) || cut(words.at(-1) ?? '', text.charAt(index + words.length));
};

/** The one place where words stand in a text, if there is exactly one. */
export const onlyIndexOf = (text: string, words: string): number | undefined => {
  const first = text.indexOf(words);
  return first < 0 || text.indexOf(words, first + 1) >= 0 ? undefined : first;
};

/** Where the ends that a gap took stand now, if its words are back at its place. */
export const refilled = (gap: Gap, doc: Node): { readonly from?: number; readonly to?: number } | undefined => {
  if (gap.to - gap.from < 1 || gap.to - gap.from > REGION_LIMIT) return undefined;
  const region = tokens(doc, gap.from, gap.to);
  const index = indexOfText(gap, region) ?? indexOfWords(gap, region);
  if (index === undefined) return undefined;
  const base = gap.from + index;
  return {
    ...(gap.start !== undefined && { from: base + gap.start }),
    ...(gap.end !== undefined && { to: base + gap.end }),
  };
};

const indexOfText = (gap: Gap, region: string): number | undefined =>
  region.startsWith(gap.text, gap.skip) ? gap.skip : onlyIndexOf(region, gap.text);

const indexOfWords = (gap: Gap, region: string): number | undefined => {
  const start = gap.start ?? 0;
  const words = gap.text.slice(start, gap.end);
  const found = onlyIndexOf(region, words);
  if (words === '' || found === undefined || insideWord(region, found, words)) return undefined;
  const besideTheRest =
    (gap.start !== undefined || found === 0) && (gap.end !== undefined || found + words.length === region.length);
  return besideTheRest ? found - start : undefined;
};
