import Fraction from 'fraction.js';
import { fullYears } from './days.ts';
import { absolute, add, boundsOf, exactly, extreme, minus, over, type Span, times } from './span.ts';
import { type Place, Trouble } from './trouble.ts';
import { combined, dimensionWords, isSame } from './units.ts';
import { plainValue, type Value } from './values.ts';

type Values = readonly [Value, ...Value[]];

/** What a formula can call: how many it takes, and what it makes of them. */
interface Callable {
  readonly takes: readonly [least: number, most: number];
  readonly of: (values: Values, place: Place) => Value;
}

const MANY = 20;

/** What is measured is the same in all. */
export const alike = (values: Values, place: Place): Value => {
  const [first, ...others] = values;
  const [date] = values.filter(({ sort }) => sort === 'date');
  if (date) throw new Trouble('date', place);
  const other = others.find(({ dimensions }) => !isSame(first.dimensions, dimensions));
  if (other)
    throw new Trouble('units', place, {
      one: dimensionWords(first.dimensions),
      other: dimensionWords(other.dimensions),
    });
  return first;
};

const ofAll = (values: Values, place: Place, of: (spans: readonly Span[]) => Span): Value => ({
  ...alike(values, place),
  span: of(values.map(({ span }) => span)),
});

const total =
  (place: Place) =>
  (spans: readonly Span[]): Span =>
    spans.reduce((sum, span) => add(sum, span, place));

/** One by another; of the same measure it is a plain number. */
export const ratio = (one: Value, other: Value, place: Place): Value => ({
  span: over(one.span, other.span, place),
  dimensions: combined(one.dimensions, other.dimensions, -1),
  sort: 'number',
});

const isShare = ({ sort }: Value): boolean => sort === 'percent' || sort === 'points';

const between = (values: Values, place: Place, of: (from: number, to: number) => number): Value => {
  const [from, to] = values;
  if (from.sort !== 'date' || to?.sort !== 'date') throw new Trouble('no-date', place);
  const [one, other] = [boundsOf(from.span), boundsOf(to.span)];
  const end = (a: number, b: number) =>
    Number.isFinite(a) && Number.isFinite(b) ? new Fraction(of(a, b)) : b - a > 0 ? (1 as const) : (-1 as const);
  return plainValue({ low: end(one.high, other.low), high: end(one.low, other.high) });
};

/** All functions, by name. */
export const FUNCTIONS: Readonly<Record<string, Callable>> = {
  sum: { takes: [1, MANY], of: (values, place) => ofAll(values, place, total(place)) },
  mean: {
    takes: [1, MANY],
    of: (values, place) => ofAll(values, place, (spans) => over(total(place)(spans), exactly(spans.length), place)),
  },
  min: { takes: [1, MANY], of: (values, place) => ofAll(values, place, (spans) => extreme(spans, 'min')) },
  max: { takes: [1, MANY], of: (values, place) => ofAll(values, place, (spans) => extreme(spans, 'max')) },
  abs: { takes: [1, 1], of: ([value], place) => ({ ...alike([value], place), span: absolute(value.span) }) },
  /** By how much of the first the second is more. */
  change: {
    takes: [2, 2],
    of: ([from, to], place) => {
      if (!to) throw new Trouble('arguments', place);
      alike([from, to], place);
      return plainValue(add(over(to.span, from.span, place), exactly(-1), place), 'change');
    },
  },
  /** From one percentage to another, in percentage points. */
  points: {
    takes: [2, 2],
    of: ([from, to], place) => {
      if (!to || !isShare(from) || !isShare(to)) throw new Trouble('not-percent', place);
      return plainValue(add(to.span, minus(from.span), place), 'points');
    },
  },
  /** So many of the first on so many of the second: per(cases, people, 100000). */
  per: {
    takes: [3, 3],
    of: ([count, whole, each], place) => {
      if (!whole || !each) throw new Trouble('arguments', place);
      alike([plainValue(exactly(1)), each], place);
      const { span, ...rest } = ratio(count, whole, place);
      return { ...rest, dimensions: count.dimensions, span: times(span, each.span, place) };
    },
  },
  days: { takes: [2, 2], of: (values, place) => between(values, place, (from, to) => to - from) },
  /** Full years, as ages are counted. */
  years: { takes: [2, 2], of: (values, place) => between(values, place, fullYears) },
};
