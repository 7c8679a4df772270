import type { DriftKind } from './drift/finding.ts';
import { driftBetween } from './drift.ts';
import { isOtherNumber, type Quote, quoteIn } from './quote.ts';
import { sentencesOfText } from './sentences.ts';
import { collapsed } from './text.ts';

/** What became of a passage in a text: it is there; other words stand in its place, in all likelihood; or nothing like it is there. */
export interface PassageNow {
  readonly state: 'there' | 'changed' | 'lost';
  /** The sentences around the passage as it was. */
  readonly before: string;
  /** The sentences that are likest to them, where it changed. */
  readonly after: string;
}

/** A passage in the text that it was pinned in. */
export interface Passage {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** From an offset of a text up to another. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u2032\u02bc]/g, "'"],
  [/[\u201c\u201d\u201e\u00ab\u00bb\u2033]/g, '"'],
  [/[\u2010\u2011\u2012\u2013\u2212]/g, '-'],
  [/[\u00ad\u200b-\u200d\u2060\ufeff]/g, ''],
  [/[^\S\n]+/g, ' '],
  [/ ?\n[\n ]*/g, '\n'],
];

/** Words without what a site sets otherwise without saying anything else: white space, and which of the like signs stands for a quote or a dash. */
const plainly = (text: string): string =>
  SIGNS.reduce((plain, [sign, as]) => plain.replaceAll(sign, as), text.normalize('NFC')).trim();

const LIKE_A_WORD = /[\p{L}\p{N}]/u;

/** Every place where words stand, white space between them as it may be. */
const placesOf = (text: string, words: string): readonly Stretch[] => {
  const pattern = words
    .split(/\s+/)
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('\\s+');
  return [...text.matchAll(new RegExp(pattern, 'gu'))].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
};

/** Whether words run on into another word, or a number into another, where they did not before (T4). */
const runsOn = (was: Quote, now: Quote): boolean => {
  const joins = (one: string, other: string): boolean =>
    LIKE_A_WORD.test(one.at(-1) ?? '') && LIKE_A_WORD.test(other.at(0) ?? '');
  return (
    isOtherNumber(was, now) ||
    (joins(now.prefix, now.exact) && !joins(was.prefix, was.exact)) ||
    (joins(now.exact, now.suffix) && !joins(was.exact, was.suffix))
  );
};

/** The longest sentence that is looked at whole, in UTF-16 units; of a longer one, as much around the words. */
const LONGEST = 1_200;

const around = (text: string, { start, end }: Stretch, sentences: readonly (Stretch & { readonly text: string })[]) => {
  const covering = sentences.filter((each) => each.start < end && each.end > start);
  const from = Math.max(covering[0]?.start ?? start, start - LONGEST);
  const to = Math.min(covering.at(-1)?.end ?? end, end + LONGEST);
  return { words: text.slice(Math.min(from, start), Math.max(to, end)), count: Math.max(1, covering.length) };
};

const placed = (text: string) =>
  sentencesOfText(text).map(({ from, to, text: words }) => ({ start: from, end: to, text: words }));

/** What weighs in the sentence around words that stand there as they were (T4). */
const WEIGHS: ReadonlySet<DriftKind> = new Set([
  ...(['number-changed', 'number-gained', 'number-lost', 'negation-lost', 'negation-gained', 'name-replaced'] as const),
]);

const saysOtherwise = (before: string, after: string): boolean =>
  collapsed(before) !== collapsed(after) && driftBetween(before, after).some(({ kind }) => WEIGHS.has(kind));

const WORD = /[\p{L}\p{N}]+(?:[.,'-][\p{L}\p{N}]+)*/gu;

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(WORD) ?? [];

/** The words that tell a sentence from another: the long ones and the numbers, or all where there are few of these. */
const tellingIn = (text: string): readonly string[] => {
  const words = wordsIn(text);
  const telling = words.filter((word) => word.length > 3 || /\d/.test(word));
  return telling.length >= 3 ? telling : words;
};

/** How alike two bags of words are: 1 for equal ones, 0 for such as share nothing (Dice). */
const likeness = (one: readonly string[], other: readonly string[]): number => {
  const left = new Map<string, number>();
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other) {
    const there = left.get(word) ?? 0;
    if (there > 0) shared += 1;
    left.set(word, there - 1);
  }
  return one.length + other.length === 0 ? 0 : (2 * shared) / (one.length + other.length);
};

/** Below this no sentence is proposed for another. */
const ALIKE = 0.45;

/** The sentences of a text that are likest to some, at most one more in a row than those are; nothing where none are alike. */
const likest = (text: string, before: string, count: number): string | undefined => {
  const sentences = placed(text).map((each) => ({ ...each, telling: tellingIn(each.text) }));
  const wanted = tellingIn(before);
  let best = { score: ALIKE, start: 0, end: 0 };
  sentences.forEach((first, index) => {
    let telling: readonly string[] = [];
    for (const last of sentences.slice(index, index + count + 1)) {
      telling = [...telling, ...last.telling];
      const score = likeness(wanted, telling);
      if (score > best.score) best = { score, start: first.start, end: last.end };
    }
  });
  return best.end > 0 ? text.slice(best.start, best.end) : undefined;
};

/**
 * What became of a passage in a newer text. It is there only word for word, not running on into other words or numbers, in a sentence in
 * which no number, negation or name is another (T4); likeness only proposes where to look.
 */
export const passageNow = ({ text, start, end }: Passage, newer: string): PassageNow => {
  const [frozen, now] = [plainly(text), plainly(newer)];
  const exact = plainly(text.slice(start, end));
  const [head, tail] = [plainly(text.slice(0, start)).length, quoteIn(text, start, end)];
  const was = placesOf(frozen, exact).toSorted(
    (one, other) => Math.abs(one.start - head) - Math.abs(other.start - head),
  )[0];
  const here = was ?? { start: 0, end: 0 };
  const { words: before, count } = was
    ? around(frozen, here, placed(frozen))
    : { words: plainly(tail.prefix + tail.exact + tail.suffix), count: 1 };
  const marked = was ? quoteIn(frozen, here.start, here.end) : tail;
  const places =
    exact === '' ? [] : placesOf(now, exact).filter((each) => !runsOn(marked, quoteIn(now, each.start, each.end)));
  const sentences = places.length > 0 ? placed(now) : [];
  const surroundings = places.map((each) => around(now, each, sentences).words);
  if (surroundings.some((each) => !saysOtherwise(before, each))) return { state: 'there', before, after: '' };
  const after = surroundings[0] ?? likest(now, before, count);
  return after === undefined ? { state: 'lost', before, after: '' } : { state: 'changed', before, after };
};

/** Where sentences stand in a text that read plainly as some words do; nothing where there are none. */
export const placeOfPlain = (text: string, words: string): Stretch | undefined => {
  const sentences = sentencesOfText(text);
  for (const [index, first] of sentences.entries())
    for (const last of words.startsWith(plainly(first.text)) ? sentences.slice(index) : []) {
      const plain = plainly(text.slice(first.from, last.to));
      if (plain === words) return { start: first.from, end: last.to };
      if (!words.startsWith(plain)) break;
    }
  return undefined;
};

/** So many words next to one another are one piece of a text. */
const PIECE = 4;

const piecesOf = (line: string): readonly string[] => {
  const words = wordsIn(line);
  if (words.length <= PIECE) return words.length === 0 ? [] : [words.join(' ')];
  return words.slice(0, 1 - PIECE).map((_, index) => words.slice(index, index + PIECE).join(' '));
};

/** A line with so many words is one of the text proper; menus, teasers and captions are shorter. */
const PROPER = 12;

const properLines = (text: string): readonly string[] => {
  const lines = plainly(text).split('\n');
  const proper = lines.filter((line) => wordsIn(line).length >= PROPER && /[.!?。！？…]/.test(line));
  return proper.length > 0 ? proper : lines;
};

/** More than this share of the text proper has to be others before a page is said to have changed. */
const MUCH = 0.2;

/** Whether much of what a page says is not in a newer text any more; what comes and goes around it does not count. */
export const pageChanged = (text: string, newer: string): boolean => {
  const there = new Set(plainly(newer).split('\n').flatMap(piecesOf));
  const pieces = properLines(text).flatMap(piecesOf);
  const gone = pieces.filter((piece) => !there.has(piece)).length;
  return pieces.length > 0 && gone / pieces.length > MUCH;
};
