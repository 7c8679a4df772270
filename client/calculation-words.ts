import type { Calculation } from '../shared/calculation.ts';
import type { Held } from '../shared/hedge-test.ts';
import { decimalShown } from './calculation/numbers.ts';
import type { Trouble } from './calculation/trouble.ts';
import type { Worked } from './calculation/work-out.ts';
import { language, t } from './strings/index.ts';

/** A number and its unit, which stay on one line. */
const withUnit = (value: string, unit: string): string => (unit === '' ? value : `${value}\u00a0${unit}`);

/** A decimal with its unit, as the language of the screen writes it. */
export const amountInWords = (value: string, unit: string): string => withUnit(decimalShown(value, language()), unit);

/** What a calculation comes to: "at least 76.6 %". */
export const resultInWords = ({ low, high }: Pick<Calculation, 'low' | 'high'>, unit: string): string => {
  if (low === high) return amountInWords(low, unit);
  if (high === '') return t('calc.least', { value: amountInWords(low, unit) });
  if (low === '') return t('calc.most', { value: amountInWords(high, unit) });
  return t('calc.range', { from: decimalShown(low, language()), to: amountInWords(high, unit) });
};

const shown = (value: number): string =>
  Number(value.toPrecision(4)).toLocaleString(language(), { maximumFractionDigits: Math.abs(value) < 1 ? 4 : 1 });

const rangeInWords = (from: number, to: number, unit: string): string => {
  if (!Number.isFinite(to)) return t('calc.least', { value: withUnit(shown(from), unit) });
  if (!Number.isFinite(from)) return t('calc.most', { value: withUnit(shown(to), unit) });
  return t('calc.range', { from: shown(from), to: withUnit(shown(to), unit) });
};

/** Whether a result is what the claim says, and why, in a sentence. */
export const heldInWords = (held: Held, { low, high, sort }: Worked, unit: string): string => {
  const { why, said, figure, from, to, gap } = held;
  return t(`calc.held.${why}`, {
    said,
    result: resultInWords({ low, high }, unit),
    figure: withUnit(shown(figure), unit),
    range: rangeInWords(from, to, unit),
    gap: sort === 'number' ? withUnit(shown(gap), unit) : t('calc.points', { count: Number(gap.toFixed(1)) }),
  });
};

/** What stands in the way of a result, in a sentence. */
export const troubleInWords = ({ what, values }: Trouble): string => {
  const unitOr = (unit: string | undefined): string => unit || t('calc.trouble.noUnit');
  const { name = '', sign = '', one, other, found } = values;
  return t(`calc.trouble.${what}`, { name, sign, one: unitOr(one), other: unitOr(other), found: unitOr(found) });
};
