import type { Lexicon } from './drift/lexicon.ts';
import { lexiconOf } from './drift/lexicons.ts';
import { type Quantity, quantitiesOf, ruled } from './drift/quantities.ts';
import { isSameWord, longestAt, longestBefore, type Token, tokensOf } from './drift/tokens.ts';
import type { HedgeRule } from './hedge-rule.ts';

/** What a calculation comes to, as far as words are held against it. */
export interface Outcome {
  /** In the unit; infinite where there is no bound. Of percentages in percent: 76.6. */
  readonly low: number;
  readonly high: number;
  /** `percent` and `points` are so many hundredths, a `change` is by how much more; all others are numbers. */
  readonly sort: 'number' | 'percent' | 'points' | 'change' | 'date';
  /** What is counted, where it is. */
  readonly unit: string;
  /** How many of the unit one is: a million for "million €". */
  readonly each: number;
}

/** Whether a result is what words say, under the desk's rule. */
export interface Held {
  readonly verdict: 'within' | 'outside' | 'unknown';
  readonly why:
    | 'within'
    | 'under'
    | 'over'
    | 'far'
    | 'itself'
    | 'partly'
    | 'no-figure'
    | 'points-said'
    | 'percent-said';
  /** The words that it was held against, with what softens them; empty where there are none. */
  readonly said: string;
  /** The figure, where it may lie, and how far the result is from it, all as the result counts. */
  readonly figure: number;
  readonly from: number;
  readonly to: number;
  readonly gap: number;
}

interface Said extends Quantity {
  /** So many times as much. */
  readonly isMultiple?: true;
  readonly isPoints?: true;
}

/** How exactly "doubled" is meant when nothing softens it. */
const MULTIPLE = 0.05;

const hedgeBefore = (tokens: readonly Token[], at: number, lexicon: Lexicon, rule: HedgeRule, value: number) => {
  const words = longestBefore(tokens, at, Object.keys(lexicon.hedges));
  const hedge = words === undefined ? undefined : lexicon.hedges[words];
  if (words === undefined || !hedge) return { from: at };
  return { from: at - words.split(' ').length, hedge: { ...ruled(hedge, { kind: 'count', value }, rule), words } };
};

/** "doubled", "almost tripled": how many times as much. */
const multiplesIn = (tokens: readonly Token[], lexicon: Lexicon, rule: HedgeRule): readonly Said[] =>
  tokens.flatMap(({ lower }, at): readonly Said[] => {
    const value = Object.hasOwn(lexicon.multiples, lower) ? lexicon.multiples[lower] : undefined;
    if (value === undefined) return [];
    const before = hedgeBefore(tokens, at, lexicon, rule, value);
    const rest = { kind: 'count', value, precision: value * MULTIPLE, unit: [], to: at + 1 } as const;
    return [{ ...rest, ...before, isMultiple: true }];
  });

/** The figures of words, those that are so many times as much and those that are percentage points told apart. */
const saidIn = (tokens: readonly Token[], lexicon: Lexicon, rule: HedgeRule): readonly Said[] => [
  ...quantitiesOf(tokens, lexicon, rule).map((each): Said => {
    if (each.kind === 'count' && longestAt(tokens, each.to, lexicon.times))
      return { ...each, precision: each.value * MULTIPLE, to: each.to + 1, isMultiple: true };
    const last = Array.from({ length: each.to - each.from }, (_, index) => each.from + index);
    return each.kind === 'share' && last.some((at) => longestAt(tokens, at, lexicon.points))
      ? { ...each, isPoints: true }
      : each;
  }),
  ...multiplesIn(tokens, lexicon, rule),
];

/** What a figure is as the result counts; nothing where it counts something else. */
const asCounted = (said: Said, { sort, each }: Outcome): number | undefined => {
  if (said.kind === 'year' || sort === 'date') return undefined;
  if (said.isMultiple) {
    if (sort === 'change') return 100 * (said.value - 1);
    return sort === 'number' ? said.value / each : undefined;
  }
  if (said.kind === 'share') return sort === 'number' ? said.value / each : 100 * said.value;
  return sort === 'number' ? said.value / each : undefined;
};

const scaleOf = (said: Said, outcome: Outcome): number => {
  if (said.isMultiple) return outcome.sort === 'change' ? 100 : 1 / outcome.each;
  return outcome.sort === 'number' ? 1 / outcome.each : 100;
};

/** Where the true value may lie for these words, as the result counts; the ends that are not meant themselves are said. */
const rangeOf = (said: Said, figure: number, outcome: Outcome) => {
  const { hedge, precision } = said;
  const scale = scaleOf(said, outcome);
  // As many times as much: what is within reach is so of the ratio.
  const end = (of: number): number => figure + said.value * (of - 1) * scale;
  if (!hedge) return { from: figure - precision * scale, to: figure + precision * scale };
  if (hedge.sense === 'least') return { from: figure, to: Number.POSITIVE_INFINITY };
  if (hedge.sense === 'most')
    return { from: Number.NEGATIVE_INFINITY, to: figure, ...(hedge.strict && { noTo: true }) };
  const ends = { from: end(hedge.from), to: end(hedge.to) };
  return { ...ends, ...(hedge.sense === 'above' && { noFrom: true }), ...(hedge.sense === 'below' && { noTo: true }) };
};

const countsTheSame = (said: Said, outcome: Outcome, lexicon: Lexicon): boolean => {
  const words = outcome.unit
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  return said.unit.some(({ lower }) => words.some((word) => isSameWord(word, lower, lexicon)));
};

/** The figure that is meant: of those that count as the result does, one of the same unit, else the nearest. */
const meantIn = (all: readonly Said[], outcome: Outcome, lexicon: Lexicon) => {
  const middle = Number.isFinite(outcome.low) ? outcome.low : outcome.high;
  const found = all.flatMap((said) => {
    const figure = asCounted(said, outcome);
    if (figure === undefined) return [];
    const apart = Math.abs(figure - middle) / Math.max(Math.abs(figure), Math.abs(middle), 1e-9);
    return [{ said, figure, apart: apart - (countsTheSame(said, outcome, lexicon) ? 1 : 0) }];
  });
  return found.sort((one, other) => one.apart - other.apart)[0];
};

const NOTHING = { said: '', figure: 0, from: 0, to: 0, gap: 0 } as const;

/** Holds what a calculation comes to against the words of a claim, under the desk's rule. */
export const holdAgainst = (words: string, outcome: Outcome, rule: HedgeRule, language = 'en'): Held => {
  const lexicon = lexiconOf(language);
  const tokens = tokensOf(words);
  const meant = meantIn(saidIn(tokens, lexicon, rule), outcome, lexicon);
  if (!meant) return { verdict: 'unknown', why: 'no-figure', ...NOTHING };
  const { said: figureSaid, figure } = meant;
  const said = words.slice(tokens[figureSaid.from]?.start ?? 0, tokens[figureSaid.to - 1]?.end ?? words.length);
  const range = rangeOf(figureSaid, figure, outcome);
  const { low, high } = outcome;
  const gap = Math.abs((Number.isFinite(low) ? low : high) - figure);
  const held = { said, figure, from: range.from, to: range.to, gap };
  if (figureSaid.kind === 'share' && !figureSaid.isMultiple && outcome.sort !== 'number') {
    if (outcome.sort === 'points' && !figureSaid.isPoints) return { verdict: 'unknown', why: 'percent-said', ...held };
    if (outcome.sort !== 'points' && figureSaid.isPoints) return { verdict: 'unknown', why: 'points-said', ...held };
  }
  const slack = 1e-9 * Math.max(1, Math.abs(figure));
  const [under, over] = [range.noFrom ? slack : -slack, range.noTo ? slack : -slack];
  const isBelow = high < range.from + under;
  const isAbove = low > range.to - over;
  if (isBelow || isAbove) {
    const side = isBelow ? 'under' : range.noFrom ? 'far' : 'over';
    return { verdict: 'outside', why: gap <= slack ? 'itself' : side, ...held };
  }
  const isWithin = low >= range.from + under && high <= range.to - over;
  return isWithin ? { verdict: 'within', why: 'within', ...held } : { verdict: 'unknown', why: 'partly', ...held };
};
