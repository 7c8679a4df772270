import type { Field } from './fields.ts';
import { choice, Invalid, identifier, list, type Parse, record } from './parsing.ts';

/** How a source comes from another one, which then stands behind both. */
export const MANNERS = {
  copy: 'Copy of an agency’s text',
  data: 'From the same data set',
  release: 'From the press release',
  quotes: 'Quotes or reports it',
} as const;

/** A key of `MANNERS`. */
export type Manner = keyof typeof MANNERS;

/** Which other source of the article a source comes from, and how. */
export interface Derivation {
  /** The id of the other source. */
  readonly source: string;
  readonly manner: Manner;
}

/** At most so many sources stand behind one at first hand, and are told apart from it. */
const MOST = 200;

const parseDerivation: Parse<Derivation> = (value, where) => {
  const given = record(value, where);
  return {
    source: identifier(given.source, `${where}.source`),
    manner: choice(MANNERS)(given.manner, `${where}.manner`),
  };
};

/** The sources that a source comes from, each once. */
export const derivations = (label: string): Field<readonly Derivation[]> => ({
  label,
  input: 'sources',
  parse: (value, where) => {
    const read = list(parseDerivation, MOST)(value, where);
    if (new Set(read.map(({ source }) => source)).size < read.length) throw new Invalid(where, 'names a source twice');
    return read;
  },
  empty: [],
  show: (all) => all.map(({ source, manner }) => `${source} (${MANNERS[manner]})`).join(', '),
});

/** Other sources of the article, by id, each once. */
export const sourcesIn = (label: string): Field<readonly string[]> => ({
  label,
  input: 'sources',
  parse: (value, where) => [...new Set(list(identifier, MOST)(value, where))],
  empty: [],
  show: (all) => all.join(', '),
});
