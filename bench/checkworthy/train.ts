import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Weights } from '../../shared/checkworthy.ts';
import { parts } from './labelled.ts';
import { weightsFrom } from './learning.ts';

// npm run bench:checkworthy -- --train
// Writes shared/checkworthy-weights.ts anew from the training part of the reference material; the same material gives the same file.

const FILE = join(import.meta.dirname, '../../shared/checkworthy-weights.ts');

/** Terms by their weight in hundredths: `-12:maybe,perhaps;7:…`. */
const packed = (terms: Weights['terms']): string => {
  const byWeight = new Map<number, string[]>();
  for (const [term, weight] of terms) {
    const hundredths = Math.round(weight * 100);
    byWeight.set(hundredths, [...(byWeight.get(hundredths) ?? []), term]);
  }
  return [...byWeight]
    .sort(([one], [other]) => one - other)
    .map(([weight, these]) => `${weight}:${these.sort().join(',')}`)
    .join(';');
};

/** Learns from the training part and writes the table that ships. */
export const train = (): void => {
  const weights = weightsFrom(parts().training);
  const signs = Object.entries(weights.signs)
    .sort(([, one], [, other]) => other - one)
    .map(([sign, weight]) => `    ${sign}: ${weight},\n`)
    .join('');
  writeFileSync(
    FILE,
    `import type { Weights } from './checkworthy.ts';
import { unpackTerms } from './checkworthy-terms.ts';

/** What was learnt from the training part of CheckThat! 2024, task 1, English; written by bench/checkworthy/train.ts, not by hand. */
export const WEIGHTS: Weights = {
  bias: ${weights.bias},
  threshold: ${weights.threshold},
  signs: {
${signs}  },
  // ${weights.terms.size} terms
  terms: unpackTerms(
    ${JSON.stringify(packed(weights.terms))},
  ),
};
`,
  );
};
