import type { Lexicon } from '../drift/lexicon.ts';
import type { Token } from '../drift/tokens.ts';

/** A name in a text: words with capitals that follow one another. */
export interface Name {
  readonly text: string;
  /** Its words in lower case, by their stem. */
  readonly words: readonly string[];
  /** The first letters of a name of several words, in lower case. */
  readonly initials?: string;
  /** It is written in capitals, as a short form is. */
  readonly acronym: boolean;
  /** It is one word that begins a sentence: it may be no name. */
  readonly doubtful: boolean;
  /** The place of its first token. */
  readonly from: number;
}

const isCapital = ({ text }: Token): boolean => /^\p{Lu}/u.test(text);

const isAcronym = ({ text }: Token): boolean => /^(?:\p{Lu}\.?){2,6}$/u.test(text);

/** Where more than this share of the words has a capital, the capitals tell nothing: it is a headline. */
const HEADLINE = 0.6;

/** Fewer words than these are no headline: they may be all names. */
const FEW = 5;

const isHeadline = (tokens: readonly Token[]): boolean => {
  const long = tokens.filter(({ text, begins }) => !begins && /^\p{L}{4,}/u.test(text));
  return long.length >= FEW && long.filter(isCapital).length > HEADLINE * long.length;
};

/** The names in a text, as far as capitals tell them; none in a headline, in capitals throughout, or where every noun has one. */
export const namesIn = (tokens: readonly Token[], lexicon: Lexicon, small: ReadonlySet<string>): readonly Name[] => {
  if (lexicon.capitalNouns || isHeadline(tokens)) return [];
  const isOne = (token: Token | undefined): token is Token =>
    token !== undefined &&
    isCapital(token) &&
    !lexicon.calendar.includes(token.lower) &&
    (isAcronym(token) || !small.has(token.lower));
  const names: Name[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const run: Token[] = [];
    for (let next = tokens[at]; isOne(next); next = tokens[at + run.length]) {
      if (run.length > 0 && next.begins) break;
      run.push(next);
    }
    const [first, second] = run;
    if (!first) continue;
    names.push({
      text: run.map(({ text }) => text).join(' '),
      words: run.map(({ lower }) => lexicon.stem(lower)),
      ...(second && { initials: run.map(({ lower }) => lower[0]).join('') }),
      acronym: !second && isAcronym(first),
      doubtful: !second && first.begins && !isAcronym(first),
      from: at,
    });
    at += run.length - 1;
  }
  return names;
};

const isShortFor = (short: Name, long: Name): boolean =>
  short.acronym && long.initials !== undefined && long.initials === short.words[0];

/** Whether two names may be of the same: they have a word in common, or one is made of the first letters of the other. */
export const mayBeSame = (one: Name, other: Name): boolean =>
  one.words.some((word) => other.words.includes(word)) || isShortFor(one, other) || isShortFor(other, one);

/** The words of names that the other text has by their first letters, and those letters: they count as one. */
export const shortened = (names: readonly Name[], others: readonly Name[]): ReadonlyMap<string, string> =>
  new Map(
    names.flatMap((long) => {
      const short = others.find((each) => isShortFor(each, long))?.words[0];
      return short === undefined ? [] : long.words.map((word) => [word, short] as const);
    }),
  );
