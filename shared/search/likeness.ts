import type { Lexicon } from '../drift/lexicon.ts';
import { lexiconOf } from '../drift/lexicons.ts';
import { fits, type Quantity, quantitiesOf } from '../drift/quantities.ts';
import { isSameWord, longestAt, type Token, tokensOf } from '../drift/tokens.ts';
import { HEDGE_RULE } from '../hedge-rule.ts';
import { foldedText, indexedWords } from './words.ts';

/** What an earlier claim is to one that is looked at: it says the same, more, less, or what cannot be so at once. */
export const LIKENESSES = ['same', 'narrower', 'wider', 'contradicts'] as const;

/** How an earlier claim is like one, and by what that is told. */
export interface Likeness {
  readonly relation: (typeof LIKENESSES)[number];
  /** How much they have in common, from 0 to 1. */
  readonly share: number;
  /** Why it is not the same: figures that are others, a negation that one has, words that one has alone. */
  readonly because: readonly ('figures' | 'negation' | 'opposite' | 'words')[];
}

interface Said {
  readonly tokens: readonly Token[];
  readonly quantities: readonly Quantity[];
  readonly terms: ReadonlySet<string>;
  readonly isDenied: boolean;
}

/** Negations of languages that have no lexicon, and of all others. */
const NEGATIONS =
  /(?<!\p{L})(?:no|not|never|none|neither|nor|without|cannot|nicht|nie|niemals|kein\p{L}*|ohne|ne|pas|jamais|aucune?|non|mai|senza|nunca|sin|nao|sem|niet|geen|nooit|nie|не|нет|ни|لا|ليس|لم|لن|ما|לא)(?!\p{L})|n['’]t\b|[不没沒無未]|ない|ません|ไม่/giu;

const isIn = ({ from, to }: Quantity, at: number): boolean => at >= from && at < to;

/** A figure as a term: letters and digits alone. */
const figureTerm = ({ kind, value }: Quantity): string =>
  `${kind}${String(Number((kind === 'share' ? value * 100 : value).toPrecision(6)))}`.replaceAll(
    /[^\p{L}\p{N}]/gu,
    'd',
  );

const known = new WeakMap<Lexicon, ReadonlyMap<string, string>>();

/** What stands for a word and all that may be said in its place. */
const rowsOf = (lexicon: Lexicon): ReadonlyMap<string, string> => {
  const before = known.get(lexicon);
  if (before) return before;
  const rows = new Map<string, string>();
  for (const row of lexicon.synonyms)
    for (const word of row) rows.set(lexicon.stem(word), rows.get(lexicon.stem(word)) ?? lexicon.stem(row[0] ?? word));
  known.set(lexicon, rows);
  return rows;
};

const saidIn = (text: string, lexicon: Lexicon): Said => {
  const tokens = tokensOf(text);
  const quantities = quantitiesOf(tokens, lexicon, HEDGE_RULE);
  const small = new Set([...lexicon.stopWords, ...lexicon.negations, ...lexicon.percent, ...lexicon.articles]);
  const rows = rowsOf(lexicon);
  const words = tokens.flatMap(({ lower }, at) => {
    if (small.has(lower) || quantities.some((each) => isIn(each, at)) || lower === '%') return [];
    // "carried" and "carry" are one word.
    const stem = lexicon.stem(lower).replace(/i$/, 'y');
    return indexedWords(rows.get(stem) ?? stem);
  });
  const denials = tokens.filter((_, at) => longestAt(tokens, at, lexicon.denials) !== undefined).length;
  const negations = [...foldedText(text).matchAll(NEGATIONS)].length;
  return {
    ...{ tokens, quantities, terms: new Set(words), isDenied: (negations + denials) % 2 === 1 },
  };
};

/** What claims that say the like have in common with a text: its words by their stem, each for all its synonyms, and its figures. */
export const likenessTerms = (text: string, language: string): readonly string[] => {
  const { terms, quantities } = saidIn(text, lexiconOf(language));
  return [...new Set([...terms, ...quantities.map(figureTerm)])];
};

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

/** Whether one says the opposite in a word: it has one side of a pair, and the other the other side alone. */
const isOpposite = (one: Said, other: Said, { contrasts, stem }: Lexicon): boolean => {
  const has = ({ tokens }: Said, words: readonly string[]): boolean =>
    tokens.some(({ lower }) => words.some((word) => word === lower || stem(word) === stem(lower)));
  return contrasts.some(([left, right]) =>
    [[left, right] as const, [right, left] as const].some(
      ([mine, theirs]) => has(one, mine) && !has(one, theirs) && has(other, theirs) && !has(other, mine),
    ),
  );
};

/** Bounds and softeners of the same figure: "at most 80" is not "at least 80". */
const isBoundElse = (one: Said, other: Said): boolean =>
  one.quantities.some((figure) => {
    const same = other.quantities.filter((each) => isSameFigure(figure, each));
    return same.length > 0 && same.every((each) => figure.hedge?.sense !== each.hedge?.sense);
  });

/** Less than this in common is not the like. */
const LEAST = 0.4;

/** With so much in common, and nothing that tells them apart, two claims say the same. */
const SAME = 0.72;

/** So much of the shorter one in the longer: the longer says it, and more. */
const WITHIN = 0.85;

/** How an earlier claim is like a text; nothing where it is not. What has other figures or a negation more is never the same. */
export const likenessOf = (text: string, earlier: string, language: string): Likeness | undefined => {
  const lexicon = lexiconOf(language);
  const [one, other] = [saidIn(text, lexicon), saidIn(earlier, lexicon)];
  const common = [...one.terms].filter((term) => other.terms.has(term)).length;
  const [least, all] = [Math.min(one.terms.size, other.terms.size), one.terms.size + other.terms.size];
  if (least === 0) return undefined;
  const [share, within] = [(2 * common) / all, common / least];
  if (share < LEAST && (within < WITHIN || common < 3)) return undefined;
  const lost = one.quantities.filter((each) => !isKept(each, other, lexicon));
  const gained = other.quantities.filter((each) => !isKept(each, one, lexicon));
  const isElse = lost.length > 0 && gained.length > 0;
  // A figure that is said less exactly is no contradiction, and still not the same.
  const isRounded = isElse && lost.every((each) => gained.some((figure) => fits(each, figure) || fits(figure, each)));
  const because: Likeness['because'] = [
    ...(lost.length + gained.length > 0 || isBoundElse(one, other) ? (['figures'] as const) : []),
    ...(one.isDenied === other.isDenied ? [] : (['negation'] as const)),
    ...(isOpposite(one, other, lexicon) ? (['opposite'] as const) : []),
    ...(share < SAME ? (['words'] as const) : []),
  ];
  if (because.length === 0) return { relation: 'same', share, because };
  if (because.includes('negation') || because.includes('opposite') || (isElse && !isRounded))
    return share >= 0.6 ? { relation: 'contradicts', share, because } : undefined;
  const saysMore = gained.length - lost.length || other.terms.size - one.terms.size;
  return { relation: saysMore > 0 ? 'narrower' : 'wider', share, because };
};
