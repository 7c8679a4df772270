import type { PlacedLine } from './paragraphs.ts';

/** Whether the hyphen of a word that the end of a line divides is the word's own. */
export type IsOwnHyphen = (head: string, tail: string) => boolean;

const WORD = /\p{L}+(?:[-\u2010]\p{L}+)*/gu;
const DIVIDED = /\p{Ll}[-\u2010\u00ad]$/u;

/** A document has so many lines at least before their share says whether its words are divided at all. */
const FEWEST_LINES = 25;
/** Where words are divided, more lines than this part end in a hyphen; where they are not, fewer than the other. */
const DIVIDES = { surely: 0.05, never: 0.015 } as const;
/** The parts of a divided word that are words themselves have so many letters at least. */
const SHORTEST = 3;
/** Words that are made by these have a hyphen, whatever a document does otherwise. */
const MAKES = /^(?:self|well|ill|ex|non|semi|half|vice|all|cross|high|low|long|short|so|e)$/iu;

/** The words of a line, without what a line's end may have divided. */
const wholeWords = (text: string, before = ''): readonly string[] => {
  const rest = DIVIDED.test(before) ? text.replace(/^\p{L}+/u, '') : text;
  return (
    rest
      .replace(/\p{L}+[-\u2010\u00ad]$/u, '')
      .toLowerCase()
      .match(WORD) ?? []
  );
};

/**
 * Tells a word's own hyphen from one that its division made: by how the document writes the word elsewhere, else by whether it divides
 * words at all, which programs that print pages do not; else by whether its parts are words that it has.
 */
export const hyphensOf = (placed: readonly PlacedLine[]): IsOwnHyphen => {
  const words = new Set(placed.flatMap(({ line }, at) => wholeWords(line.text, placed[at - 1]?.line.text)));
  const full = placed.filter(({ line }) => line.text.length >= 30);
  const share = full.filter(({ line }) => DIVIDED.test(line.text)).length / (full.length || 1);
  const isLong = full.length >= FEWEST_LINES;
  return (head, tail) => {
    const [one, other] = [head.toLowerCase(), tail.toLowerCase()];
    if (words.has(`${one}-${other}`) || words.has(`${one}\u2010${other}`)) return true;
    if (words.has(one + other)) return false;
    if (MAKES.test(one)) return true;
    if (isLong && share < DIVIDES.never) return true;
    if (isLong && share > DIVIDES.surely) return false;
    const isWord = (part: string): boolean => part.length >= SHORTEST && words.has(part);
    return isLong ? isWord(one) || isWord(other) : isWord(one) && isWord(other);
  };
};

const CLOSE_SET = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** Two lines, or parts, of a text as one; white space at their seam is of no matter. */
export const joinedWords = (one: string, other: string, isOwn: IsOwnHyphen): string => {
  const [before, after] = [one.trimEnd(), other.trimStart()];
  if (/\p{L}\u00ad$/u.test(before)) return before.slice(0, -1) + after;
  if (/\p{L}[-\u2010]$/u.test(before) && /^\p{Ll}/u.test(after)) {
    const [head = ''] = /\p{L}+(?:[-\u2010]\p{L}+)*(?=[-\u2010]$)/u.exec(before) ?? [];
    const [tail = ''] = /^\p{L}+/u.exec(after) ?? [];
    return isOwn(head, tail) ? before + after : before.slice(0, -1) + after;
  }
  if (/[\p{L}\p{N}][-\u2010/—]$/u.test(before) || /^—\p{L}/u.test(after)) return before + after;
  return CLOSE_SET.test(before.slice(-1)) && CLOSE_SET.test(after.slice(0, 1)) ? before + after : `${before} ${after}`;
};
