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

/** The longest of some phrases that begins at a place, with its length in tokens. */
export const longestAt = (
  tokens: readonly Token[],
  at: number,
  phrases: readonly string[],
): { readonly phrase: string; readonly length: number } | undefined => {
  let longest: { readonly phrase: string; readonly length: number } | undefined;
  for (const phrase of phrases) {
    const length = phraseAt(tokens, at, phrase);
    if (length > (longest?.length ?? 0)) longest = { phrase, length };
  }
  return longest;
};

/** The longest of some phrases that ends before a place. */
export const longestBefore = (tokens: readonly Token[], at: number, phrases: readonly string[]): string | undefined => {
  let longest: string | undefined;
  for (const phrase of phrases) {
    const length = phrase.split(' ').length;
    if (at - length >= 0 && phraseAt(tokens, at - length, phrase) > 0 && length > (longest?.split(' ').length ?? 0))
      longest = phrase;
  }
  return longest;
};

/** Whether two words may stand for one another: in all their forms, or as synonyms. */
export const isSameWord = (one: string, other: string, { stem, synonyms }: Lexicon): boolean => {
  if (one === other || stem(one) === stem(other)) return true;
  const has = (row: readonly string[], word: string) => row.some((each) => each === word || stem(each) === stem(word));
  return synonyms.some((row) => has(row, one) && has(row, other));
};
