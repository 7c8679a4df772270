import type { Field, Fields } from '../../shared/fields.ts';

/** How a field of each sort takes a word; sorts that hold no words are left out. */
const HOLDS: Readonly<Record<string, (word: string, field: Field<unknown>) => unknown>> = {
  line: (word) => word,
  paragraph: (word) => `before ${word} after`,
  address: (word) => `https://${word}.example/`,
  texts: (word) => [word],
  pin: (word) => ({
    ...{ capture: 'k', sha256: 'a'.repeat(64), start: 0 },
    quote: { exact: word, prefix: `${word} `, suffix: ` ${word}` },
  }),
  calculation: (word) => ({
    ...{ formula: `${word} + 1`, unit: word, digits: 1, significant: false, way: 'nearest', low: '2', high: '' },
    inputs: [{ name: word, value: '1', bound: 'exact', margin: '', unit: '', evidence: '', revision: 0 }],
  }),
  choice: (_, { choices }) => Object.keys(choices ?? {})[0],
};

/** How every canary begins: so long that no id, which is made at random, has it in it. */
const BEGINS = 'zqkvxj';

/** A word that stands nowhere else: only letters, so that folding, searching and hosts leave it as it is. */
export const canary = (...of: readonly string[]): string => BEGINS + of.join('').toLowerCase();

/** Every field of a table that can hold words, with a word of its own in each. */
export const filledWithCanaries = (kind: string, fields: Fields): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => {
      const value = HOLDS[field.input]?.(canary(kind, key), field);
      return value === undefined ? [] : [[key, value]];
    }),
  );

/** The canaries in a text, each once. */
export const canariesIn = (text: string): readonly string[] => [
  ...new Set(text.match(new RegExp(`${BEGINS}[a-z]+`, 'g'))),
];
