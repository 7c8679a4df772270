import type { Calculation, CalculationInput } from '../../shared/calculation.ts';

/** An input of a calculation; exact, without a unit, from nowhere, unless said. */
export const anInput = (name: string, value: string, more: Partial<CalculationInput> = {}): CalculationInput => ({
  ...{ name, value, bound: 'exact', margin: '', unit: '', evidence: '', revision: 0 },
  ...more,
});

/** A calculation, rounded to one decimal unless said. */
export const aCalculation = (
  formula: string,
  inputs: readonly CalculationInput[] = [],
  more: Partial<Calculation> = {},
): Calculation => ({
  ...{ formula, inputs, unit: '', digits: 1, significant: false, way: 'nearest', low: '', high: '' },
  ...more,
});
