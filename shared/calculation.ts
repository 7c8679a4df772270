import type { Field } from './fields.ts';
import { choice, date, flag, Invalid, identifier, integer, list, type Parse, record, text, wrong } from './parsing.ts';

/** How sure an input is; `about` is give or take its margin. */
export const BOUNDS = { exact: '', least: 'at least ', most: 'at most ', about: 'about ' } as const;

/** Which way a result is rounded. */
export const WAYS = { nearest: 1, up: 1, down: 1 } as const;

/** A number that goes into a calculation, by a name, with where it is from. */
export interface CalculationInput {
  /** By which the formula calls it. */
  readonly name: string;
  /** A decimal with a point, such as `49` or `76.6`, or a date as ISO 8601 writes it. */
  readonly value: string;
  readonly bound: keyof typeof BOUNDS;
  /** For `about`: by how much it may be off, a decimal in the same unit; empty otherwise. */
  readonly margin: string;
  readonly unit: string;
  /** The id of the evidence that it is from; empty for none. */
  readonly evidence: string;
  /** The revision of that evidence when it was taken from there. */
  readonly revision: number;
}

/** A formula with its inputs, and what its author says it comes to. What it really comes to is worked out where it is shown, never here. */
export interface Calculation {
  readonly formula: string;
  readonly inputs: readonly CalculationInput[];
  /** Of the result. */
  readonly unit: string;
  /** How many decimals, or significant digits, the result has. */
  readonly digits: number;
  readonly significant: boolean;
  readonly way: keyof typeof WAYS;
  /** The result as decimals: where it may lie, from and to; the same twice when it is exact, empty where it has no bound. */
  readonly low: string;
  readonly high: string;
}

/** The longest formula, in UTF-16 units, and the most inputs. */
export const FORMULA_LIMIT = 500;
export const INPUTS_LIMIT = 20;

/** What an input may be called. */
export const INPUT_NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_]{0,39}$/u;

const DECIMAL = /^-?\d{1,30}(?:\.\d{1,30})?$/;

const matching =
  (pattern: RegExp, what: string): Parse<string> =>
  (value, where) => {
    const read = text(80)(value, where);
    if (!pattern.test(read)) throw new Invalid(where, what);
    return read;
  };

const decimal = matching(DECIMAL, 'a decimal such as 76.6 is expected');
const decimalOrNone: Parse<string> = (value, where) => (value === '' ? '' : decimal(value, where));

/** Whether the value of an input is a date: four digits alone are a number. */
export const isDate = (value: string): boolean => /^\d{4}-\d\d/.test(value);

const parseInput: Parse<CalculationInput> = (value, where) => {
  const fields = record(value, where);
  const at = (key: string): [unknown, string] => [fields[key], `${where}.${key}`];
  const given = text(80)(...at('value'));
  return {
    name: matching(INPUT_NAME, 'a name of letters, digits and "_" is expected')(...at('name')),
    value: (isDate(given) ? date : decimal)(given, `${where}.value`),
    bound: choice(BOUNDS)(...at('bound')),
    margin: decimalOrNone(...at('margin')),
    unit: text(40)(...at('unit')),
    evidence: fields.evidence === '' ? '' : identifier(...at('evidence')),
    revision: integer(0)(...at('revision')),
  };
};

const parseCalculation: Parse<Calculation> = (value, where) => {
  const fields = record(value, where);
  const at = (key: string): [unknown, string] => [fields[key], `${where}.${key}`];
  const formula = text(FORMULA_LIMIT)(...at('formula'));
  if (formula.trim() === '') throw wrong(`${where}.formula`, 'empty');
  const inputs = list(parseInput, INPUTS_LIMIT)(...at('inputs'));
  if (new Set(inputs.map(({ name }) => name)).size < inputs.length)
    throw new Invalid(`${where}.inputs`, 'two have the same name');
  return {
    formula,
    inputs,
    unit: text(40)(...at('unit')),
    digits: integer(0, 12)(...at('digits')),
    significant: flag(...at('significant')),
    way: choice(WAYS)(...at('way')),
    low: decimalOrNone(...at('low')),
    high: decimalOrNone(...at('high')),
  };
};

/** A number with its unit: a percent sign stands after a space, as a word does. */
export const withUnit = (value: string, unit: string): string => (unit === '' ? value : `${value} ${unit}`);

/** What a calculation comes to by its author, in English: "at least 76.6 %". */
export const resultWords = ({ low, high, unit }: Pick<Calculation, 'low' | 'high' | 'unit'>): string => {
  if (low === high) return withUnit(low, unit);
  if (high === '') return BOUNDS.least + withUnit(low, unit);
  return low === '' ? BOUNDS.most + withUnit(high, unit) : withUnit(`${low} to ${high}`, unit);
};

/** The formula with the values of its inputs in the place of their names. */
export const filledFormula = ({ formula, inputs }: Calculation, show: (value: string) => string = (v) => v): string =>
  formula.replaceAll(/(?<![\p{L}\p{N}_])[\p{L}_][\p{L}\p{M}\p{N}_]*/gu, (name) => {
    const input = inputs.find((each) => each.name === name);
    return input ? show(input.value) : name;
  });

/** A calculation as a sentence: "49 / 64 = at least 76.6 %". */
export const calculationWords = (calculation: Calculation): string =>
  `${filledFormula(calculation)} = ${resultWords(calculation)}`;

/** A calculation; empty for none. */
export const calculated = (label: string): Field<Calculation | ''> => ({
  label,
  input: 'calculation',
  parse: (value, where) => (value === '' ? '' : parseCalculation(value, where)),
  empty: '',
  show: (value) => (value === '' ? '' : calculationWords(value)),
});
