import { type Calculation, INPUT_NAME } from '../../shared/calculation.ts';
import { decimalTyped } from './numbers.ts';

/** What cannot be read of what was typed. */
export interface TypedWrong {
  readonly what: 'valueWrong' | 'nameWrong';
  /** The name of the input. */
  readonly name: string;
}

/** A calculation with its numbers as they were typed, read as a language means them; `wrong` says what cannot be. */
export const readTyped = (
  typed: Calculation,
  language: string,
): { readonly read: Calculation; readonly wrong?: TypedWrong } => {
  let wrong: TypedWrong | undefined;
  const names = new Set<string>();
  const inputs = typed.inputs.map((input) => {
    const name = input.name.trim();
    const value = decimalTyped(input.value, language);
    const margin = input.margin.trim() === '' ? '' : decimalTyped(input.margin, language);
    if (!INPUT_NAME.test(name) || names.has(name)) wrong ??= { what: 'nameWrong', name };
    else if (value === undefined || margin === undefined) wrong ??= { what: 'valueWrong', name };
    names.add(name);
    return { ...input, name, value: value ?? '', margin: margin ?? '', unit: input.unit.trim() };
  });
  const read = { ...typed, formula: typed.formula.trim(), unit: typed.unit.trim(), inputs };
  return wrong ? { read, wrong } : { read };
};
