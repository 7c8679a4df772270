import Fraction from 'fraction.js';
import { type Place, Trouble } from './trouble.ts';

/** Where a number may lie, ends included; an infinite end is no bound. Ends are exact. */
export interface Span {
  readonly low: End;
  readonly high: End;
}

type End = Fraction | typeof NONE | typeof ALL;

/** No bound below, and none above. */
export const NONE = -1;
export const ALL = 1;

/** At most so many bits in a numerator or a denominator: 150 digits. */
const BITS = 512;

const bitsOf = (number: bigint): number => number.toString(16).length * 4;

const held = (end: Fraction, place: Place): Fraction => {
  if (bitsOf(end.n) > BITS || bitsOf(end.d) > BITS) throw new Trouble('too-large', place);
  return end;
};

const isInfinite = (end: End): end is typeof NONE | typeof ALL => typeof end === 'number';

const signOf = (end: End): number => (isInfinite(end) ? end : end.n === 0n ? 0 : Number(end.s));

/** Which of two ends is further up: negative, zero or positive. */
const compareEnds = (one: End, other: End): number => {
  if (isInfinite(one) || isInfinite(other))
    return (isInfinite(one) ? one * 2 : 0) - (isInfinite(other) ? other * 2 : 0);
  return one.compare(other);
};

const least = (ends: readonly End[]): End => ends.reduce((low, end) => (compareEnds(end, low) < 0 ? end : low));
const most = (ends: readonly End[]): End => ends.reduce((high, end) => (compareEnds(end, high) > 0 ? end : high));

/** A number that is known exactly. */
export const exactly = (value: Fraction | string | number): Span => {
  const end = new Fraction(value);
  return { low: end, high: end };
};

/** The number, where it is known exactly. */
export const exactOf = ({ low, high }: Span): Fraction | undefined =>
  !isInfinite(low) && !isInfinite(high) && low.equals(high) ? low : undefined;

const negated = (end: End): End => (isInfinite(end) ? (-end as typeof NONE | typeof ALL) : end.neg());

export const minus = ({ low, high }: Span): Span => ({ low: negated(high), high: negated(low) });

const addedEnds = (one: End, other: End, place: Place): End =>
  isInfinite(one) ? one : isInfinite(other) ? other : held(one.add(other), place);

export const add = (one: Span, other: Span, place: Place): Span => ({
  low: addedEnds(one.low, other.low, place),
  high: addedEnds(one.high, other.high, place),
});

const timesEnds = (one: End, other: End, place: Place): End => {
  const sign = signOf(one) * signOf(other);
  if (sign === 0) return new Fraction(0);
  if (isInfinite(one) || isInfinite(other)) return sign < 0 ? NONE : ALL;
  return held(one.mul(other), place);
};

const across = (one: Span, other: Span, of: (one: End, other: End) => End): Span => {
  if (exactOf(one) && exactOf(other)) {
    const end = of(one.low, other.low);
    return { low: end, high: end };
  }
  const ends = [one.low, one.high].flatMap((each) => [of(each, other.low), of(each, other.high)]);
  return { low: least(ends), high: most(ends) };
};

export const times = (one: Span, other: Span, place: Place): Span =>
  across(one, other, (a, b) => timesEnds(a, b, place));

/** One by it: where a bound is zero, which it cannot be itself, there is none. */
const inverse = (span: Span, place: Place): Span => {
  const [from, to] = [signOf(span.low), signOf(span.high)];
  if (from === 0 && to === 0) throw new Trouble('by-zero', place);
  if (from < 0 && to > 0) throw new Trouble('maybe-by-zero', place);
  const over = (end: End, without: End): End =>
    isInfinite(end) ? new Fraction(0) : end.n === 0n ? without : end.inverse();
  return { low: over(span.high, NONE), high: over(span.low, ALL) };
};

export const over = (one: Span, other: Span, place: Place): Span => times(one, inverse(other, place), place);

const raised = (end: End, exponent: number, place: Place): End => {
  if (isInfinite(end)) return exponent % 2 === 0 ? ALL : end;
  if (Math.max(bitsOf(end.n), bitsOf(end.d)) * exponent > BITS * 2) throw new Trouble('too-large', place);
  return held(new Fraction((end.s * end.n) ** BigInt(exponent), end.d ** BigInt(exponent)), place);
};

/** A whole power, such as the square. */
export const power = (span: Span, exponent: number, place: Place): Span => {
  if (exponent < 0) return inverse(power(span, -exponent, place), place);
  if (exponent === 0) return exactly(1);
  const ends = [raised(span.low, exponent, place), raised(span.high, exponent, place)];
  const hasZero = exponent % 2 === 0 && signOf(span.low) < 0 && signOf(span.high) > 0;
  return { low: hasZero ? new Fraction(0) : least(ends), high: most(ends) };
};

/** The least, or the most, of several. */
export const extreme = (spans: readonly Span[], of: 'min' | 'max'): Span => {
  const pick = of === 'min' ? least : most;
  return { low: pick(spans.map(({ low }) => low)), high: pick(spans.map(({ high }) => high)) };
};

/** Without its sign. */
export const absolute = (span: Span): Span => {
  if (signOf(span.low) >= 0) return span;
  const turned = minus(span);
  return signOf(span.high) <= 0 ? turned : { low: new Fraction(0), high: most([span.high, turned.high]) };
};

/** The bounds as ordinary numbers, near enough to be compared with words. */
export const boundsOf = ({ low, high }: Span): { readonly low: number; readonly high: number } => ({
  low: isInfinite(low) ? low * Number.POSITIVE_INFINITY : low.valueOf(),
  high: isInfinite(high) ? high * Number.POSITIVE_INFINITY : high.valueOf(),
});

/** Each end that there is, changed. */
export const mapEnds = (span: Span, change: (end: Fraction) => Fraction): Span => ({
  low: isInfinite(span.low) ? span.low : change(span.low),
  high: isInfinite(span.high) ? span.high : change(span.high),
});

/** The bounds as text; empty where there is none. */
export const shownEnds = (
  span: Span,
  show: (end: Fraction) => string,
): { readonly low: string; readonly high: string } => ({
  low: isInfinite(span.low) ? '' : show(span.low),
  high: isInfinite(span.high) ? '' : show(span.high),
});
