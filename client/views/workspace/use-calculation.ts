import type { Calculation } from '../../../shared/calculation.ts';
import type { Source } from '../../../shared/source.ts';
import { decimalToType } from '../../calculation/numbers.ts';
import { language } from '../../strings/index.ts';
import { useDraft } from './here.ts';

/** A calculation that is being written: its numbers as they are typed. */
export interface CalculationDraft {
  readonly title: string;
  readonly stance: '' | 'supports' | 'refutes' | 'context';
  readonly calculation: Calculation;
  /** How often the calculation had been revised when this was begun. */
  readonly revision?: number;
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
export const useCalculation = ({ id, worked }: Source, calculation: Calculation) => {
  const [draft, set, clear] = useDraft<CalculationDraft | undefined>(`${id} calculation`, undefined);
  return {
    isOpen: draft !== undefined,
    value: draft,
    begin: (): void => set({ title: '', stance: '', calculation: typed(calculation), revision: worked?.revision ?? 0 }),
    set,
    clear,
  };
};
