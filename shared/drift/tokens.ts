import type { Lexicon } from './lexicon.ts';

/** A word, a figure or a percent sign of a wording. */
export interface Token {
  readonly text: string;
  /** In lower case, with plain apostrophes. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** Whether it begins a sentence, so that its capital says nothing. */
  readonly begins: boolean;
}

const TOKEN = /\d+(?:[.,\u00a0\u202f]\d+)*|%|[\p{L}\p{M}]+(?:['’.-][\p{L}\p{M}]+)*/gu;

/** The words of a wording in order; "didn't" is "did" and "n't". */
export const tokensOf = (wording: string): readonly Token[] => {
  const found: Token[] = [];
  let end = 0;
  for (const { 0: text, index } of wording.matchAll(TOKEN)) {
    const begins = found.length === 0 || /[.!?:;“"„«]\s*["“„«]?$/.test(wording.slice(end, index).trimEnd());
    end = index + text.length;
    const lower = text.toLowerCase().replaceAll('’', "'");
    if (/n't$/.test(lower)) {
      found.push({ text: text.slice(0, -3), lower: lower.slice(0, -3), start: index, end: end - 3, begins });
      found.push({ text: text.slice(-3), lower: "n't", start: end - 3, end, begins: false });
    } else found.push({ text, lower, start: index, end, begins });
  }
  return found;
};

/** How many tokens from a place on are the words of a phrase; 0 when they are not. */
export const phraseAt = (tokens: readonly Token[], at: number, phrase: string): number => {
  const words = phrase.split(' ');
  return words.every((word, index) => tokens[at + index]?.lower === word) ? words.length : 0;
};

type Split = ReadonlyMap<string, readonly (readonly string[])[]>;

const splits = { first: new WeakMap<readonly string[], Split>(), last: new WeakMap<readonly string[], Split>() };

/** Phrases as words, by the one at an end, the longest first: most words begin and end none. */
const splitBy = (end: 'first' | 'last', phrases: readonly string[]): Split => {
  const before = splits[end].get(phrases);
  if (before) return before;
  const all = phrases.map((phrase) => phrase.split(' ')).sort((one, other) => other.length - one.length);
  const made = Map.groupBy(all, (words) => words.at(end === 'first' ? 0 : -1) ?? '');
  splits[end].set(phrases, made);
  return made;
};

const standsAt = (tokens: readonly Token[], at: number, words: readonly string[]): boolean =>
  words.every((word, index) => tokens[at + index]?.lower === word);

/** The longest of some phrases that begins at a place, with its length in tokens. */
export const longestAt = (
  tokens: readonly Token[],
  at: number,
  phrases: readonly string[],
): { readonly phrase: string; readonly length: number } | undefined => {
  const words = splitBy('first', phrases)
    .get(tokens[at]?.lower ?? '')
    ?.find((each) => standsAt(tokens, at, each));
  return words && { phrase: words.join(' '), length: words.length };
};

/** The longest of some phrases that ends before a place. */
export const longestBefore = (tokens: readonly Token[], at: number, phrases: readonly string[]): string | undefined =>
  splitBy('last', phrases)
    .get(tokens[at - 1]?.lower ?? '')
    ?.find((each) => at >= each.length && standsAt(tokens, at - each.length, each))
    ?.join(' ');

/** Whether two words may stand for one another: in all their forms, or as synonyms. */
export const isSameWord = (one: string, other: string, { stem, synonyms }: Lexicon): boolean => {
  if (one === other || stem(one) === stem(other)) return true;
  const has = (row: readonly string[], word: string) => row.some((each) => each === word || stem(each) === stem(word));
  return synonyms.some((row) => has(row, one) && has(row, other));
};
