import { FORMULA_LIMIT, isDate } from '../../shared/calculation.ts';

const SIGNS: Readonly<Record<string, readonly [group: string, point: string]>> = { de: ['.', ','] };

const signsOf = (language: string) => SIGNS[language.slice(0, 2)] ?? ([',', '.'] as const);

/** A number as somebody typed it, as a decimal with a point: "76,6" and "1,234" as their language means them; a date stays. Nothing where it is neither. */
export const decimalTyped = (typed: string, language: string): string | undefined => {
  const text = typed
    .trim()
    .replaceAll(/[\s'’\u00a0\u202f]/g, '')
    .replace(/^[−–]/, '-');
  if (/^\d{4}-\d\d(?:-\d\d)?$/.test(text)) return text;
  const [group, point] = signsOf(language);
  const grouped = new RegExp(`^-?\\d{1,3}(?:\\${group}\\d{3})+(?:\\${point}\\d+)?$`);
  const plain = grouped.test(text) ? text.replaceAll(group, '').replace(point, '.') : text.replace(',', '.');
  return /^-?\d{1,30}(?:\.\d{1,30})?$/.test(plain) ? plain : undefined;
};

/** A decimal as a language writes it, with the decimals that it has. */
export const decimalShown = (value: string, language: string): string => {
  if (value === '' || isDate(value)) return value;
  const digits = Math.min(value.split('.')[1]?.length ?? 0, 20);
  const [, point] = signsOf(language);
  // More digits than an ordinary number has.
  if (value.replaceAll(/\D/g, '').length > 15) return value.replace('.', point);
  return Number(value).toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
};

/** A decimal as somebody would type it: without groups. */
export const decimalToType = (value: string, language: string): string =>
  isDate(value) ? value : value.replace('.', signsOf(language)[1]);

/** The numbers and dates that stand in a passage, as they are written, each once; at most eight. */
export const numbersIn = (passage: string): readonly string[] => [
  ...new Set(
    passage
      .slice(0, 4_000)
      .match(/\d{4}-\d\d-\d\d|\d+(?:[.,\u00a0\u202f]\d+)*/g)
      ?.slice(0, 8),
  ),
];

/** The names in a formula that are not those of functions, each once. */
export const namesIn = (formula: string): readonly string[] => [
  ...new Set(
    formula
      .slice(0, FORMULA_LIMIT)
      .match(/(?<![\p{L}\p{N}_])[\p{L}_][\p{L}\p{M}\p{N}_]*(?![\p{L}\p{M}\p{N}_]|\s*\()/gu),
  ),
];
