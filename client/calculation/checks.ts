import type { Article } from '../../shared/article.ts';
import type { Calculation, CalculationInput } from '../../shared/calculation.ts';
import type { Derivation } from '../../shared/derivation.ts';
import { recordNamed } from '../../shared/rests-on.ts';
import type { Source } from '../../shared/source.ts';
import type { Judged } from '../../shared/verdict.ts';
import { decimalTyped, numbersIn } from './numbers.ts';

/** What is to be said of where an input is from. */
export type Doubt = 'withdrawn' | 'revised' | 'not-there' | 'unseen';

/** Whether what an input is from is still what it was taken from, and has its number; nothing where all is well. */
export const doubtOf = ({ evidence: all, origin }: Article, input: CalculationInput): Doubt | undefined => {
  if (input.evidence === '') return undefined;
  const evidence = all.get(input.evidence);
  // Nothing is deleted: what is not here is not for this reviewer to see.
  if (!evidence) return 'unseen';
  if (evidence.withdrawn) return 'withdrawn';
  if (evidence.revision !== input.revision) return 'revised';
  const passage = evidence.pin === '' ? evidence.passage : `${evidence.pin.quote.exact} ${evidence.passage}`;
  if (passage.trim() === '') return undefined;
  const isThere = numbersIn(passage).some((number) =>
    [origin.language || 'en', 'en', 'de'].some((language) => {
      const found = decimalTyped(number, language);
      return found !== undefined && (found === input.value || Number(found) === Number(input.value));
    }),
  );
  return isThere ? undefined : 'not-there';
};

/** One thing that is otherwise in a calculation than it was. */
export interface Difference {
  /** An input by its name, or the formula, or the result. */
  readonly of: 'input' | 'formula' | 'result';
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** How inputs and results are written. */
export interface Wording {
  readonly input: (input: CalculationInput) => string;
  readonly result: (calculation: Calculation) => string;
}

/** What is otherwise in a calculation than in an earlier one, the inputs first. */
export const differences = (
  before: Calculation,
  after: Calculation,
  { input, result }: Wording,
): readonly Difference[] => {
  const names = [...new Set([...before.inputs, ...after.inputs].map(({ name }) => name))];
  const inputIn = ({ inputs }: Calculation, name: string): string => {
    const found = inputs.find((each) => each.name === name);
    return found ? input(found) : '–';
  };
  const inputs = names.map((name): Difference => {
    return { of: 'input', name, before: inputIn(before, name), after: inputIn(after, name) };
  });
  return [
    ...inputs,
    { of: 'formula' as const, name: '', before: before.formula, after: after.formula },
    { of: 'result' as const, name: '', before: result(before), after: result(after) },
  ].filter((each) => each.before !== each.after);
};

/** The calculation of a source as a verdict judged it; nothing where that is how it is now, or where it did not judge it. */
export const judgedCalculation = (source: Source, { evidence }: Judged): Calculation | undefined => {
  const judged = evidence.map(recordNamed).find(({ table, id }) => table === 'sources' && id === source.id);
  const { revision = 0, before = [] } = source.worked ?? {};
  return judged && judged.revision < revision ? before[before.length - (revision - judged.revision)] : undefined;
};

/** What a calculation comes from besides what it is said to: the sources of the evidence that its inputs are from, so that it counts with these once. */
export const comesFrom = (
  { evidence, sources }: Article,
  { inputs }: Calculation,
  known: readonly Derivation[] = [],
): readonly Derivation[] => {
  const cited = new Set(inputs.flatMap((input) => evidence.get(input.evidence)?.source ?? []));
  const added = [...cited].filter((id) => sources.has(id) && !known.some(({ source }) => source === id));
  return [...known, ...added.map((source): Derivation => ({ source, manner: 'data' }))];
};
