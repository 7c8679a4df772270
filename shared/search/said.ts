import type { Lexicon } from '../drift/lexicon.ts';
import { type Quantity, quantitiesOf } from '../drift/quantities.ts';
import { longestAt, type Token, tokensOf } from '../drift/tokens.ts';
import { HEDGE_RULE } from '../hedge-rule.ts';
import { type Name, namesIn } from './names.ts';
import { foldedText, indexedWords } from './words.ts';

/** What a text says, taken apart so that it can be held against another. */
export interface Said {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly quantities: readonly Quantity[];
  /** Its words by their stem, each for all its synonyms, without small words and figures. */
  readonly terms: ReadonlySet<string>;
  readonly names: readonly Name[];
  /** The words that deny it, as they are written. */
  readonly denials: readonly string[];
}

/** Negations of languages that have no lexicon, and of all others. */
const NEGATIONS =
  /(?<!\p{L})(?:no|not|never|none|neither|nor|without|cannot|nicht|nie|niemals|kein\p{L}*|ohne|ne|pas|jamais|aucune?|non|mai|senza|nunca|sin|nao|sem|niet|geen|nooit|nie|не|нет|ни|لا|ليس|لم|لن|ما|לא)(?!\p{L})|n['’]t\b|[不没沒無未]|ない|ません|ไม่/giu;

/** What of a lexicon is looked up for each word. */
interface Lookup {
  /** Words that say nothing by themselves. */
  readonly small: ReadonlySet<string>;
  /** What stands for a word and all that may be said in its place, by its stem. */
  readonly rows: ReadonlyMap<string, string>;
  /** Synonyms of several words. */
  readonly phrases: readonly string[];
}

const known = new WeakMap<Lexicon, Lookup>();

const lookupOf = (lexicon: Lexicon): Lookup => {
  const before = known.get(lexicon);
  if (before) return before;
  const rows = new Map<string, string>();
  for (const row of lexicon.synonyms)
    for (const word of row) rows.set(lexicon.stem(word), rows.get(lexicon.stem(word)) ?? lexicon.stem(row[0] ?? word));
  const made = {
    small: new Set([...lexicon.stopWords, ...lexicon.negations, ...lexicon.percent, ...lexicon.articles, '%']),
    rows,
    phrases: lexicon.synonyms.flat().filter((each) => each.includes(' ')),
  };
  known.set(lexicon, made);
  return made;
};

const isIn = ({ from, to }: Quantity, at: number): boolean => at >= from && at < to;

/** What a text says. */
export const saidIn = (text: string, lexicon: Lexicon): Said => {
  const tokens = tokensOf(text);
  const quantities = quantitiesOf(tokens, lexicon, HEDGE_RULE);
  const { small, rows, phrases } = lookupOf(lexicon);
  const names = namesIn(tokens, lexicon, small);
  const acronyms = new Set(names.flatMap(({ acronym, from }) => (acronym ? [from] : [])));
  const terms = new Set<string>();
  for (let at = 0; at < tokens.length; at += 1) {
    const lower = tokens[at]?.lower ?? '';
    const phrase = longestAt(tokens, at, phrases);
    const isSmall = small.has(lower) && !acronyms.has(at);
    if (!phrase && (isSmall || quantities.some((each) => isIn(each, at)))) continue;
    // "carried" and "carry" are one word.
    const stem = lexicon.stem(phrase?.phrase ?? lower).replace(/i$/, 'y');
    for (const word of indexedWords(rows.get(stem) ?? stem)) terms.add(word);
    if (phrase) at += phrase.length - 1;
  }
  const denying = tokens.flatMap((_, at) => longestAt(tokens, at, lexicon.denials)?.phrase ?? []);
  const negations = [...foldedText(text).matchAll(NEGATIONS)].map(([word]) => word);
  return { text, tokens, quantities, terms, names, denials: [...negations, ...denying] };
};

/** A figure as a term: letters and digits alone. */
const figureTerm = ({ kind, value }: Quantity): string =>
  `${kind}${String(Number((kind === 'share' ? value * 100 : value).toPrecision(6)))}`.replaceAll(
    /[^\p{L}\p{N}]/gu,
    'd',
  );

/** What a text is found by: its terms, its figures by their value, and its names by their first letters too. */
export const termsOf = ({ terms, quantities, names }: Said): readonly string[] => [
  ...new Set([...terms, ...quantities.map(figureTerm), ...names.flatMap(({ initials }) => initials ?? [])]),
];
