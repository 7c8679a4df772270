import type { Quote } from './quote.ts';

/** The only place of some words in a text; nothing when they stand there twice, or not. */
const onlyPlace = (text: string, words: string): number | undefined => {
  const first = text.indexOf(words);
  return words === '' || first < 0 || text.indexOf(words, first + 1) >= 0 ? undefined : first;
};

/**
 * Where the words of a quote begin in a text: at the given place if they stand there, else where they stand with their surroundings, else
 * where alone they stand. Nothing when that is nowhere, or not one place.
 */
export const placeOfQuote = (text: string, { exact, prefix, suffix }: Quote, start?: number): number | undefined => {
  if (start !== undefined && text.startsWith(exact, start)) return start;
  const around = onlyPlace(text, prefix + exact + suffix);
  return around === undefined ? onlyPlace(text, exact) : around + prefix.length;
};
