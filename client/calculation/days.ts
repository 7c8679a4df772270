import Fraction from 'fraction.js';
import type { CalculationInput } from '../../shared/calculation.ts';
import { ALL, NONE, type Span } from './span.ts';

const DAY = 86_400_000;

const dayOf = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime() / DAY;
};

/** A date as days since 1970, a month or a year as the days it may be. */
export const daysOf = ({ value, bound }: Pick<CalculationInput, 'value' | 'bound'>): Span => {
  const [year = 0, month, day] = value.split('-').map(Number);
  const low = new Fraction(dayOf(year, (month ?? 1) - 1, day ?? 1));
  const high = new Fraction(day !== undefined ? dayOf(year, (month ?? 1) - 1, day) : dayOf(year, month ?? 12, 0));
  return { low: bound === 'most' ? NONE : low, high: bound === 'least' ? ALL : high };
};

/** Full years from one day to another, as ages are counted. */
export const fullYears = (from: number, to: number): number => {
  const [one, other] = [new Date(from * DAY), new Date(to * DAY)];
  const years = other.getUTCFullYear() - one.getUTCFullYear();
  const isBefore =
    other.getUTCMonth() < one.getUTCMonth() ||
    (other.getUTCMonth() === one.getUTCMonth() && other.getUTCDate() < one.getUTCDate());
  return isBefore ? years - 1 : years;
};
