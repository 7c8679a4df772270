import type { HedgeRule } from '../hedge-rule.ts';
import type { Lexicon, NumberHedge } from './lexicon.ts';
import { longestAt, longestBefore, phraseAt, type Token } from './tokens.ts';

/** A figure of a wording. */
export interface Quantity {
  /** A share is between 0 and 1, or beyond; a year is a number of four digits that counts nothing. */
  readonly kind: 'count' | 'share' | 'year';
  readonly value: number;
  /** For a share that is given as so many of so many. */
  readonly of?: { readonly part: number; readonly whole: number };
  readonly hedge?: NumberHedge & { readonly words: string };
  /** Half of the last digit that is given: 80 percent is anything from 79.5 to 80.5. */
  readonly precision: number;
  /** What is counted: the nouns that follow, as they are written; none when none can be told. */
  readonly unit: readonly Token[];
  /** The places of its tokens, from the hedge to the last of the figure. */
  readonly from: number;
  readonly to: number;
}

interface Figure {
  readonly value: number;
  readonly precision: number;
  readonly length: number;
  readonly isDigits: boolean;
}

const digitsOf = (text: string): Figure | undefined => {
  if (!/^\d/.test(text)) return undefined;
  const decimals = /^\d{1,3}(?:[.,\u00a0\u202f]\d{3})+$/.test(text) ? 0 : (/[.,](\d+)$/.exec(text)?.[1]?.length ?? 0);
  const plain = decimals > 0 ? text.replace(',', '.') : text.replaceAll(/\D/g, '');
  const value = Number(plain);
  return Number.isFinite(value) ? { value, precision: 0.5 * 10 ** -decimals, length: 1, isDigits: true } : undefined;
};

const wordNumber = (word: string, { numbers }: Lexicon): number | undefined => {
  if (Object.hasOwn(numbers, word)) return numbers[word];
  const [tens = '', ones = ''] = word.split('-');
  const [ten, one] = [numbers[tens], numbers[ones]];
  return ones !== '' && ten !== undefined && one !== undefined && ten >= 20 && one < 10 ? ten + one : undefined;
};

/** The figure at a place: "49", "250,000", "two million", "3.5 billion", "a dozen". */
const figureAt = (tokens: readonly Token[], at: number, lexicon: Lexicon): Figure | undefined => {
  const token = tokens[at];
  if (!token) return undefined;
  const word = wordNumber(token.lower, lexicon);
  let figure =
    digitsOf(token.text) ??
    (word === undefined ? undefined : { value: word, precision: 0.5, length: 1, isDigits: false });
  if (!figure && lexicon.articles.includes(token.lower) && lexicon.scales[tokens[at + 1]?.lower ?? ''] !== undefined)
    figure = { value: 1, precision: 0.5, length: 1, isDigits: false };
  if (!figure) return undefined;
  for (;;) {
    const scale: number | undefined = lexicon.scales[tokens[at + figure.length]?.lower ?? ''];
    if (scale === undefined) return figure;
    const { isDigits }: Figure = figure;
    figure = { value: figure.value * scale, precision: figure.precision * scale, length: figure.length + 1, isDigits };
  }
};

type Found = Pick<Quantity, 'kind' | 'value' | 'of' | 'precision'> & { readonly length: number };

const ratioAt = (tokens: readonly Token[], at: number, part: Figure, lexicon: Lexicon): Found | undefined => {
  const link = longestAt(tokens, at + part.length, lexicon.outOf);
  if (!link) return undefined;
  let next = at + part.length + link.length;
  while (lexicon.articles.includes(tokens[next]?.lower ?? '')) next += 1;
  const whole = figureAt(tokens, next, lexicon);
  if (!whole || whole.value < part.value || whole.value === 0) return undefined;
  const isYear = whole.isDigits && whole.value >= 1900 && whole.value <= 2100;
  if (link.phrase === 'in' && (isYear || (whole.value > 100 && whole.value % 1000 !== 0))) return undefined;
  return {
    kind: 'share',
    value: part.value / whole.value,
    of: { part: part.value, whole: whole.value },
    precision: 0,
    length: next + whole.length - at,
  };
};

const fractionAt = (tokens: readonly Token[], at: number, lexicon: Lexicon): Found | undefined => {
  const first = tokens[at]?.lower ?? '';
  const hyphenated = /^(.+)-(.+)$/.exec(first);
  const share = (word: string | undefined): number | undefined =>
    word !== undefined && Object.hasOwn(lexicon.fractions, word) ? lexicon.fractions[word] : undefined;
  const made = (parts: number, of: number, length: number): Found => ({
    ...{ kind: 'share', value: parts * of, precision: 0.005, length },
  });
  const one = share(hyphenated?.[2]);
  const parts = wordNumber(hyphenated?.[1] ?? '', lexicon);
  if (one !== undefined && parts !== undefined) return made(parts, one, 1);
  const second = share(tokens[at + 1]?.lower);
  const count = lexicon.articles.includes(first) ? 1 : wordNumber(first, lexicon);
  if (second !== undefined && count !== undefined && !(first === 'the' && second !== 1 / 2))
    return made(count, second, 2);
  return share(first) === 1 / 2 ? made(1, 1 / 2, 1) : undefined;
};

const foundAt = (tokens: readonly Token[], at: number, lexicon: Lexicon): Found | undefined => {
  const fraction = fractionAt(tokens, at, lexicon);
  if (fraction) return fraction;
  const figure = figureAt(tokens, at, lexicon);
  if (!figure) return undefined;
  const { value, precision, length, isDigits } = figure;
  const percent = longestAt(tokens, at + length, lexicon.percent);
  if (percent)
    return { kind: 'share', value: value / 100, precision: precision / 100, length: length + percent.length };
  const ratio = ratioAt(tokens, at, figure, lexicon);
  if (ratio) return ratio;
  const isYear = isDigits && length === 1 && /^(19|20)\d\d$/.test(tokens[at]?.text ?? '');
  // "one" is as often a pronoun or an article.
  if (tokens[at]?.lower === 'one' && length === 1) return undefined;
  // "may" is a month with a capital only.
  const isDay = [tokens[at - 1], tokens[at + 1]].some(
    (near) => near !== undefined && near.text !== near.lower && lexicon.calendar.includes(near.lower),
  );
  return { kind: isYear || isDay ? 'year' : 'count', value, precision, length };
};

/** The nouns after a figure: as far as no small word stands, without the words that only narrow them. */
const unitAt = (tokens: readonly Token[], at: number, lexicon: Lexicon): readonly Token[] => {
  let next = at;
  const link = longestAt(tokens, next, lexicon.outOf.slice(0, 2));
  if (link) next += link.length;
  while (lexicon.articles.includes(tokens[next]?.lower ?? '')) next += 1;
  const unit: Token[] = [];
  for (; unit.length < 4; next += 1) {
    const token = tokens[next];
    if (
      !token ||
      lexicon.stopWords.includes(token.lower) ||
      lexicon.negations.includes(token.lower) ||
      /^\d/.test(token.text)
    )
      break;
    if (!lexicon.qualifiers.includes(token.lower)) unit.push(token);
  }
  return unit;
};

/** What a hedge says of a figure under the desk's rule. */
export const ruled = (
  hedge: NumberHedge,
  { kind, value }: Pick<Quantity, 'kind' | 'value'>,
  rule: HedgeRule,
): NumberHedge => {
  const { sense } = hedge;
  if (sense === 'least' || sense === 'most') return hedge;
  const inPoints = kind === 'share' ? rule.points?.[sense] : undefined;
  const reach = inPoints === undefined || value === 0 ? rule[sense] / 100 : inPoints / 100 / value;
  return { ...hedge, from: sense === 'above' ? 1 : 1 - reach, to: sense === 'below' ? 1 : 1 + reach };
};

const known = new WeakMap<Lexicon, readonly string[]>();

const hedgesOf = (lexicon: Lexicon): readonly string[] => {
  const hedges = known.get(lexicon) ?? Object.keys(lexicon.hedges);
  known.set(lexicon, hedges);
  return hedges;
};

/** The figures of a wording, with what softens them and what they count; the desk's rule says how far a hedge reaches. */
export const quantitiesOf = (tokens: readonly Token[], lexicon: Lexicon, rule: HedgeRule): readonly Quantity[] => {
  const quantities: Quantity[] = [];
  const hedges = hedgesOf(lexicon);
  for (let at = 0; at < tokens.length; ) {
    const found = foundAt(tokens, at, lexicon);
    if (!found) {
      at += 1;
      continue;
    }
    const { length, ...rest } = found;
    const words = longestBefore(tokens, at, hedges);
    const sense = words === undefined ? undefined : lexicon.hedges[words];
    const from = words === undefined ? at : at - words.split(' ').length;
    const unit = found.kind === 'year' ? [] : unitAt(tokens, at + length, lexicon);
    quantities.push({
      ...rest,
      ...(words && sense && { hedge: { ...ruled(sense, found, rule), words } }),
      unit,
      from,
      to: at + length,
    });
    at += length;
  }
  return quantities;
};

/** Whether a figure says what another, which is taken as it is, comes to: within its hedge, or when rounded as it is. */
export const fits = (said: Quantity, true_: Quantity): boolean => {
  const slack = Math.max(said.precision, true_.precision) + 1e-9;
  if (!said.hedge) return Math.abs(said.value - true_.value) <= slack;
  const { from, to } = said.hedge;
  return true_.value >= said.value * from - slack && true_.value <= said.value * to + slack;
};

/** The amount without a figure that begins at a place, such as "most": the share it says, from and to. */
export const amountAt = (tokens: readonly Token[], at: number, { amounts }: Lexicon) => {
  const found = longestAt(tokens, at, Object.keys(amounts));
  const range = found && amounts[found.phrase];
  return found && range && phraseAt(tokens, at, found.phrase) > 0
    ? { ...found, least: range[0], most: range[1] }
    : undefined;
};
