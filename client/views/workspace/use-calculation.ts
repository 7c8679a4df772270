import type { Calculation } from '../../../shared/calculation.ts';
import { decimalToType } from '../../calculation/numbers.ts';
import { language } from '../../strings/index.ts';
import { useDraft } from './here.ts';

/** A calculation that is being written: its numbers as they are typed. */
export interface CalculationDraft {
  readonly title: string;
  readonly stance: '' | 'supports' | 'refutes' | 'context';
  readonly calculation: Calculation;
}

const typed = (calculation: Calculation): Calculation => ({
  ...calculation,
  inputs: calculation.inputs.map((input) => ({
    ...input,
    value: decimalToType(input.value, language()),
    margin: decimalToType(input.margin, language()),
  })),
});

/** The form of a calculation that is there already; it outlives its card. */
export const useCalculation = (place: string, calculation: Calculation) => {
  const [draft, set, clear] = useDraft<CalculationDraft | undefined>(`${place} calculation`, undefined);
  return {
    isOpen: draft !== undefined,
    value: draft,
    begin: (): void => set({ title: '', stance: '', calculation: typed(calculation) }),
    set,
    clear,
  };
};
