import type { Lexicon } from '../drift/lexicon.ts';
import { lexiconOf } from '../drift/lexicons.ts';
import { fits, type Quantity } from '../drift/quantities.ts';
import { isSameWord, type Token } from '../drift/tokens.ts';
import { mayBeSame, type Name, shortened } from './names.ts';
import { type Said, saidIn, termsOf } from './said.ts';

/** What an earlier claim is to one that is looked at: it says the same, more, less, what cannot be so at once, or the like of others. */
const LIKENESSES = ['same', 'narrower', 'wider', 'contradicts', 'similar'] as const;

/** By what two claims can be told apart. */
export type Reason = 'figures' | 'names' | 'negation' | 'opposite' | 'words';

/** What tells two claims apart, in the words of each; empty where one of them has none for it. */
export interface Difference {
  readonly by: Exclude<Reason, 'words'>;
  readonly here: string;
  readonly there: string;
}

/** How an earlier claim is like one, and by what that is told. */
export interface Likeness {
  readonly relation: (typeof LIKENESSES)[number];
  /** How much they have in common, from 0 to 1. */
  readonly share: number;
  /** Why it is not the same: figures and names that are others, a negation that one has, words that one has alone. */
  readonly because: readonly Reason[];
  readonly differences: readonly Difference[];
}

/** What claims that say the like have in common with a text: its words by their stem, each for all its synonyms, its figures, and short names. */
export const likenessTerms = (text: string, language: string): readonly string[] =>
  termsOf(saidIn(text, lexiconOf(language)));

const countsTheSame = (one: Quantity, other: Quantity, lexicon: Lexicon): boolean =>
  one.unit.some((word) => other.unit.some((each) => isSameWord(word.lower, each.lower, lexicon)));

const isSameFigure = (one: Quantity, other: Quantity): boolean =>
  one.kind === other.kind && Math.abs(one.value - other.value) <= 1e-9 * Math.max(1, Math.abs(one.value));

/** Whether a figure of one is there in the other, and not beside what another figure of it counts. */
const isKept = (figure: Quantity, { quantities: others }: Said, lexicon: Lexicon): boolean => {
  const same = others.filter((each) => isSameFigure(figure, each));
  if (same.length === 0) return false;
  const counting = others.filter((each) => countsTheSame(figure, each, lexicon));
  return counting.length === 0 || counting.some((each) => same.includes(each));
};

/** The word of a text that is one of some words, in any form. */
const wordAmong = ({ tokens }: Said, words: readonly string[], { stem }: Lexicon): Token | undefined => {
  const stems = new Set(words.map(stem));
  return tokens.find(({ lower }) => words.includes(lower) || stems.has(stem(lower)));
};

/** The words in which one says the opposite of the other: it has one side of a pair, and the other the other side alone. */
const oppositeIn = (one: Said, other: Said, lexicon: Lexicon): Omit<Difference, 'by'> | undefined => {
  for (const [left, right] of lexicon.contrasts)
    for (const [mine, theirs] of [
      [left, right],
      [right, left],
    ] as const) {
      const [here, there] = [wordAmong(one, mine, lexicon), wordAmong(other, theirs, lexicon)];
      if (here && there && !wordAmong(one, theirs, lexicon) && !wordAmong(other, mine, lexicon))
        return { here: here.text, there: there.text };
    }
  return undefined;
};

/** Figures of which the bound is another: "at most 80" is not "at least 80". */
const boundElse = (one: Said, other: Said): readonly Quantity[] =>
  one.quantities.filter((figure) => {
    const same = other.quantities.filter((each) => isSameFigure(figure, each));
    return same.length > 0 && same.every((each) => figure.hedge?.sense !== each.hedge?.sense);
  });

const figuresOf = ({ text, tokens }: Said, quantities: readonly Quantity[]): string =>
  quantities
    .map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end))
    .filter((each, index, all) => all.indexOf(each) === index)
    .join(', ');

/** The names of one of which the other has nothing. */
const ownNames = ({ names }: Said, other: Said): readonly Name[] =>
  names.filter(
    (name) =>
      !other.names.some((each) => mayBeSame(name, each)) &&
      !other.tokens.some(({ lower }) => name.words.includes(lower)) &&
      !name.words.some((word) => other.terms.has(word)),
  );

const termsBeside = ({ terms, names }: Said, other: Said): ReadonlySet<string> => {
  const short = shortened(names, other.names);
  return short.size === 0 ? terms : new Set([...terms].map((term) => short.get(term) ?? term));
};

/** Less than this in common is not the like. */
const LEAST = 0.4;

/** With so much in common, and nothing that tells them apart, two claims say the same. */
const SAME = 0.72;

/** So much of the shorter one in the longer: the longer says it, and more. */
const WITHIN = 0.85;

/** With so much in common, what tells two claims apart is what they are about. */
const TOLD = 0.6;

interface Common {
  readonly share: number;
  /** Whether the other has more words of its own. */
  readonly grows: boolean;
}

/** What two claims have in common; nothing where it is too little. */
const commonOf = (one: Said, other: Said): Common | undefined => {
  const [mine, theirs] = [termsBeside(one, other), termsBeside(other, one)];
  const common = [...mine].filter((term) => theirs.has(term)).length;
  const [least, all] = [Math.min(mine.size, theirs.size), mine.size + theirs.size];
  if (least === 0) return undefined;
  const [share, within] = [(2 * common) / all, common / least];
  if (share < LEAST && (within < WITHIN || common < 3)) return undefined;
  // One word in common is a subject, unless it is nearly all that is said.
  if (common < 2 && share < SAME) return undefined;
  return { share, grows: theirs.size > mine.size };
};

const compared = (one: Said, other: Said, lexicon: Lexicon): Likeness | undefined => {
  const common = commonOf(one, other);
  if (!common) return undefined;
  const { share } = common;
  const lost = one.quantities.filter((each) => !isKept(each, other, lexicon));
  const gained = other.quantities.filter((each) => !isKept(each, one, lexicon));
  const isElse = lost.length > 0 && gained.length > 0;
  // A figure that is said less exactly is no contradiction, and still not the same.
  const isRounded = isElse && lost.every((each) => gained.some((figure) => fits(each, figure) || fits(figure, each)));
  const [here, there] = [ownNames(one, other), ownNames(other, one)];
  const areOthers = here.some(({ doubtful }) => !doubtful) && there.some(({ doubtful }) => !doubtful);
  const [bounds, opposite] = [boundElse(one, other), oppositeIn(one, other, lexicon)];
  const names = (some: readonly Name[]): string => some.map(({ text }) => text).join(', ');
  const differences: readonly Difference[] = [
    ...(lost.length + gained.length + bounds.length > 0
      ? [
          {
            by: 'figures' as const,
            here: figuresOf(one, [...lost, ...bounds]),
            there: figuresOf(other, [...gained, ...boundElse(other, one)]),
          },
        ]
      : []),
    ...(areOthers ? [{ by: 'names' as const, here: names(here), there: names(there) }] : []),
    ...((one.denials.length + other.denials.length) % 2 === 0
      ? []
      : [{ by: 'negation' as const, here: one.denials.join(', '), there: other.denials.join(', ') }]),
    ...(opposite ? [{ by: 'opposite' as const, ...opposite }] : []),
  ];
  const areWordsElse = share < SAME || (!areOthers && here.length > 0 && there.length > 0);
  const because: readonly Reason[] = [...differences.map(({ by }) => by), ...(areWordsElse ? ['words' as const] : [])];
  const made = (relation: Likeness['relation']): Likeness => ({ relation, share, because, differences });
  if (because.length === 0) return made('same');
  if (areOthers) return share >= TOLD ? made('similar') : undefined;
  if (because.includes('negation') || because.includes('opposite') || (isElse && !isRounded))
    return share >= TOLD ? made('contradicts') : undefined;
  const saysMore = gained.length - lost.length || (common.grows ? 1 : -1);
  return made(saysMore > 0 ? 'narrower' : 'wider');
};

/** How earlier claims are like a text; nothing for one that is not. What has other figures, other names or a negation more is never the same. */
export const likenessTo = (text: string, language: string): ((earlier: string) => Likeness | undefined) => {
  const lexicon = lexiconOf(language);
  const one = saidIn(text, lexicon);
  return (earlier) => compared(one, saidIn(earlier, lexicon), lexicon);
};
