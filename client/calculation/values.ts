import Fraction from 'fraction.js';
import type { CalculationInput } from '../../shared/calculation.ts';
import { isDate } from '../../shared/calculation.ts';
import { daysOf } from './days.ts';
import { ALL, exactly, mapEnds, NONE, type Span } from './span.ts';
import { type Place, Trouble } from './trouble.ts';
import { type Dimensions, unitOf } from './units.ts';

/** What a number without a dimension says: so many hundredths, a difference of two such, by how much more, or simply how many. */
export type Sort = 'number' | 'percent' | 'points' | 'change' | 'date';

/** What a part of a formula comes to, in base units. */
export interface Value {
  readonly span: Span;
  readonly dimensions: Dimensions;
  readonly sort: Sort;
}

const NOTHING: Dimensions = new Map();

/** A number without a unit. */
export const plainValue = (span: Span, sort: Sort = 'number'): Value => ({ span, dimensions: NOTHING, sort });

const spanOf = ({ value, bound, margin }: CalculationInput, place: Place): Span => {
  const number = new Fraction(value);
  if (bound === 'exact') return exactly(number);
  if (bound === 'least') return { low: number, high: ALL };
  // What is counted or measured is not less than nothing.
  if (bound === 'most') return { low: number.compare(0) > 0 ? new Fraction(0) : NONE, high: number };
  const off = new Fraction(margin === '' ? 0 : margin);
  if (off.compare(0) <= 0) throw new Trouble('margin', place);
  return { low: number.sub(off), high: number.add(off) };
};

/** What an input comes to; `place` is where the formula names it. */
export const inputValue = (input: CalculationInput, place: Place): Value => {
  if (isDate(input.value)) return plainValue(daysOf(input), 'date');
  const { factor, dimensions, share } = unitOf(input.unit);
  const span = mapEnds(spanOf(input, place), (end) => end.mul(factor));
  return { span, dimensions, sort: share ?? 'number' };
};
