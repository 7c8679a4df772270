import { sentencesOfText } from '../../../shared/sentences.ts';

const WORD = /[\p{L}\p{N}]+(?:[.,'-][\p{L}\p{N}]+)*/gu;

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(WORD) ?? []);

/** So much of the words of a quote has to be in a sentence that it is called similar. */
const ALIKE = 0.6;

const LONGEST = 240;

/**
 * Finds the sentence of a text that has most of the words of a quote: to be looked at by a person, never to put anything on. Nothing
 * where none has enough of them, or where the quote has too few to tell.
 */
export const similarWords = (text: string): ((quote: string) => string | undefined) => {
  let sentences: readonly { readonly text: string; readonly words: ReadonlySet<string> }[] | undefined;
  return (quote) => {
    const wanted = [...wordsOf(quote)];
    if (wanted.length < 2) return undefined;
    sentences ??= sentencesOfText(text).map((each) => ({ text: each.text, words: wordsOf(each.text) }));
    let best: { readonly text: string; readonly share: number } | undefined;
    for (const sentence of sentences) {
      const share = wanted.filter((word) => sentence.words.has(word)).length / wanted.length;
      if (share >= ALIKE && share > (best?.share ?? 0)) best = { text: sentence.text, share };
    }
    return best && (best.text.length > LONGEST ? `${best.text.slice(0, LONGEST).toWellFormed()}…` : best.text);
  };
};
