import Fraction from 'fraction.js';
import type { Calculation } from '../../shared/calculation.ts';

const power10 = (places: number): Fraction => {
  const power = 10n ** BigInt(Math.abs(places));
  return places < 0 ? new Fraction(1n, power) : new Fraction(power, 1n);
};

/** How many places before the point its first digit stands: 0 for 7, 2 for 765, -2 for 0.0765. */
const magnitude = (value: Fraction): number => {
  const { n, d } = value.abs();
  const guess = n.toString().length - d.toString().length;
  return value.abs().lt(power10(guess)) ? guess - 1 : guess;
};

const toWhole = (value: Fraction, way: Calculation['way']): bigint => {
  const floor = value.floor();
  const [below] = [floor.s * floor.n];
  const rest = value.sub(floor);
  if (rest.n === 0n || way === 'down') return below;
  if (way === 'up') return below + 1n;
  const half = rest.compare(new Fraction(1n, 2n));
  // Half is away from zero, as it is taught.
  return half > 0 || (half === 0 && below >= 0n) ? below + 1n : below;
};

const placed = (whole: bigint, places: number): string => {
  if (places <= 0) return (whole * 10n ** BigInt(-places)).toString();
  const text = (whole < 0n ? -whole : whole).toString().padStart(places + 1, '0');
  return `${whole < 0n ? '-' : ''}${text.slice(0, -places)}.${text.slice(-places)}`;
};

type Rounding = Pick<Calculation, 'digits' | 'significant' | 'way'>;

/** A number as a decimal, rounded as a calculation says: "76.6". */
export const rounded = (value: Fraction, { digits, significant, way }: Rounding): string => {
  if (!significant) return placed(toWhole(value.mul(power10(digits)), way), digits);
  if (value.n === 0n) return '0';
  const most = Math.max(digits, 1);
  const places = most - 1 - magnitude(value);
  const whole = toWhole(value.mul(power10(places)), way);
  const hasGrown = whole.toString().replace('-', '').length > most; // 9.99 became 10.0
  return hasGrown ? placed(whole / 10n, places - 1) : placed(whole, places);
};
