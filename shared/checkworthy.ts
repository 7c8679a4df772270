import { SIGNS, type Sign } from './checkworthy-signs.ts';

/** What the scorer has learnt: natural logarithms of odds. */
export interface Weights {
  /** What counts for every sentence before anything in it is looked at. */
  readonly bias: number;
  /** The score from which on a sentence is suggested. */
  readonly threshold: number;
  readonly signs: Readonly<Partial<Record<Sign | Length, number>>>;
  /** What single words, pairs of words (`a b`) and first words (`^ a`) weigh. */
  readonly terms: ReadonlyMap<string, number>;
}

/** From how many words on a sentence counts as that long. */
const LENGTHS = [4, 7, 10, 14, 19, 25, 33] as const;
type Length = `length${(typeof LENGTHS)[number]}`;

/** Why a score is what it is: what was seen, the words it was seen in, and how much it weighs for (or against) checking. */
export interface Reason {
  /** A sign, the length of the sentence, or words that often (`wordsFor`) or seldom (`wordsAgainst`) stand in what is checked. */
  readonly seen: Sign | 'length' | 'wordsFor' | 'wordsAgainst';
  readonly words: readonly string[];
  readonly weight: number;
}

/** How much a sentence is worth checking, from 0 to 1, and every reason, those that weigh most first; with the bias they make the score. */
export interface Score {
  readonly score: number;
  readonly reasons: readonly Reason[];
}

const straight = (text: string): string => text.replaceAll(/[’‘]/g, "'");

/** A word without its endings, so that "vote", "votes" and "voted" are one. */
export const stem = (word: string): string =>
  word.length < 5
    ? word
    : word
        .replace(/(?:'s|s'|ies|es|s)$/, (ending) => (ending === 'ies' ? 'y' : ''))
        .replace(/(?:ing|ed)$/, '')
        .replace(/(.)\1$/, '$1')
        .replace(/e$/, '');

interface Term {
  readonly key: string;
  /** As it stands in the sentence. */
  readonly words: string;
}

/** The single words, pairs and first words of a sentence, each once. */
export const termsOf = (sentence: string): readonly Term[] => {
  const words = straight(sentence).match(/[\p{L}\p{M}']+|\p{N}[\p{N}.,]*/gu) ?? [];
  const stems = words.map((word) => (/^\p{N}/u.test(word) ? '0' : stem(word.toLowerCase())));
  const terms = new Map<string, string>();
  const add = (key: string, from: number, count: number): void => {
    if (!terms.has(key)) terms.set(key, words.slice(from, from + count).join(' '));
  };
  for (const [at, one] of stems.entries()) {
    add(one, at, 1);
    if (at + 1 < stems.length) add(`${one} ${stems[at + 1]}`, at, 2);
  }
  if (stems.length > 0) add(`^ ${stems[0]}`, 0, 1);
  if (stems.length > 1) add(`^ ${stems[0]} ${stems[1]}`, 0, 2);
  return [...terms].map(([key, text]) => ({ key, words: text }));
};

/** The signs that a sentence shows, each with the words that show it. */
export const signsOf = (sentence: string): readonly { readonly sign: Sign; readonly words: string }[] => {
  const text = straight(sentence);
  return (Object.keys(SIGNS) as readonly Sign[]).flatMap((sign) => {
    const found = SIGNS[sign].exec(text);
    return found ? [{ sign, words: found[0].trim().replace(/(?<!\.\p{L})[.,:;]+$/u, '') }] : [];
  });
};

/** How long a sentence counts as: every step that it reaches. */
export const lengthsOf = (sentence: string): readonly Length[] => {
  const words = sentence.match(/\S+/g)?.length ?? 0;
  return LENGTHS.filter((length) => words >= length).map((length) => `length${length}` as const);
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** How much a sentence is worth checking, and why: a logistic regression over what can be read in it. */
export const scoreSentence = (weights: Weights, sentence: string): Score => {
  const reasons: Reason[] = [];
  for (const { sign, words } of signsOf(sentence)) {
    reasons.push({ seen: sign, words: [words], weight: weights.signs[sign] ?? 0 });
  }
  reasons.push({
    seen: 'length',
    words: [],
    weight: sum(lengthsOf(sentence).map((length) => weights.signs[length] ?? 0)),
  });
  const terms = termsOf(sentence)
    .map(({ key, words }) => ({ words, weight: weights.terms.get(key) ?? 0 }))
    .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
  for (const [seen, way] of [['wordsFor', 1] as const, ['wordsAgainst', -1] as const]) {
    const these = terms.filter(({ weight }) => weight * way > 0);
    reasons.push({ seen, words: these.map(({ words }) => words), weight: sum(these.map(({ weight }) => weight)) });
  }
  const odds = weights.bias + sum(reasons.map(({ weight }) => weight));
  return {
    score: 1 / (1 + Math.exp(-odds)),
    reasons: reasons
      .filter(({ weight }) => weight !== 0)
      .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight)),
  };
};

/** Whether a text is in the language that the weights were learnt in: most of its words are known ones. */
export const knowsLanguage = (weights: Weights, text: string): boolean => {
  const words = termsOf(text).filter(({ key }) => !key.includes(' '));
  const known = words.filter(({ key }) => weights.terms.has(key)).length;
  return words.length > 0 && known >= 0.3 * words.length;
};
