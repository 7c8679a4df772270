import { type IsOwnHyphen, joinedWords } from './hyphens.ts';
import type { Paragraph } from './paragraphs.ts';

const FINISHED = /[.!?…。！？।؟۔](?:["'”’“»«›)\]』」*]|\[\d+\])*$/u;
const UNFINISHED = /[\p{L}\p{N},;–—\-\u2010\u00ad)\]"”’»]$/u;
const HYPHEN = /\p{L}[-\u2010\u00ad]$/u;
const BEGINS_SMALL = /^["'“”‘’«„(]?\p{Ll}/u;
const OPEN_BRACKET = /\([^()]{0,60}$/;
const CLOSING = /^[^()]{0,60}\)/;

/** No more paragraphs of another size, such as notes and captions, stand between the two parts of one. */
const MOST_BETWEEN = 6;
const PROSE = 80;

/** Whether two sizes of type look the same. */
export const isAlike = (one: number, other: number): boolean => Math.abs(one - other) <= 0.08 * Math.max(one, other);

/** Whether the second of two paragraphs stands where reading goes on after a column or a page. */
const isOver = (one: Paragraph, other: Paragraph): boolean =>
  other.page !== one.lastPage || other.top < one.lastTop - one.size;

/** Whether the second of two is the rest of a bracket that the first opens, a line below. */
const closesBracket = (one: Paragraph, other: Paragraph, rest: Paragraph | undefined): boolean =>
  OPEN_BRACKET.test(one.text) &&
  other.gap <= 2 * one.size &&
  (CLOSING.test(other.text) || (rest !== undefined && other.text.length <= 30 && CLOSING.test(rest.text)));

/** Whether a paragraph is the rest of one that the end of a column or page divides. */
const goesOn = (one: Paragraph, other: Paragraph, isNext: boolean): boolean => {
  if (one.size === 0 || other.page - one.lastPage > 1 || !isOver(one, other)) return false;
  const text = one.text.trimEnd();
  if (FINISHED.test(text) || !UNFINISHED.test(text)) return false;
  const beginsSmall = BEGINS_SMALL.test(other.text);
  if (HYPHEN.test(text)) return beginsSmall;
  const isFull = one.right - one.ends <= 6 * one.size;
  return text.length >= PROSE && isFull && (beginsSmall || (isNext && other.text.length >= PROSE / 2));
};

/** The paragraphs with those whole that the end of a column or a page divides, whatever of another size stands between. */
export const joinedAcross = (paragraphs: readonly Paragraph[], isOwn: IsOwnHyphen): readonly Paragraph[] => {
  const joined: Paragraph[] = [];
  paragraphs.forEach((each, nth) => {
    let at = joined.length - 1;
    let between = 0;
    while (at >= 0 && between < MOST_BETWEEN && (joined[at]!.isRunning || !isAlike(joined[at]!.size, each.size))) {
      if (!joined[at]!.isRunning) between += 1;
      at -= 1;
    }
    const before = between < MOST_BETWEEN ? joined[at] : undefined;
    const isRest =
      before &&
      !each.isRunning &&
      (goesOn(before, each, between === 0) || (between === 0 && closesBracket(before, each, paragraphs[nth + 1])));
    if (!before || !isRest) joined.push(each);
    else {
      const { lastPage, lastTop, bottom, ends, right } = each;
      const text = joinedWords(before.text, each.text, isOwn);
      const isLinked = before.isLinked && each.isLinked;
      const begins = Math.max(0, text.length - each.text.length);
      const turns = [
        ...(before.turns ?? []),
        ...(each.page === before.lastPage ? [] : [{ page: each.page, at: begins }]),
        ...(each.turns ?? []).map((turn) => ({ ...turn, at: turn.at + begins })),
      ];
      const over = turns.length > 0 ? { turns } : {};
      joined[at] = { ...before, text, isLinked, lastPage, lastTop, bottom, ends, right, ...over };
    }
  });
  return joined;
};
