import { day, type Field, line, oneOf, parseSome, type ValuesOf, withEmpty } from './fields.ts';
import { list, type Parse, wrong } from './parsing.ts';

/** What kind of claimant a link of an attribution names. */
const CLAIMANT_KINDS = { person: 'Person', organization: 'Organisation', dataset: 'Data set' } as const;

/** The fields of one link of an attribution: who said it, as what, how, in which words, where and when. */
export const CLAIMANT_FIELDS = {
  name: line('Name', 200),
  kind: oneOf('Kind', CLAIMANT_KINDS),
  role: line('Role', 200, 'such as: ambassador to the United Nations'),
  verb: line('Verb', 60, 'such as: said, citing, of'),
  words: line('Their words', 2_000),
  place: line('Place', 200),
  date: day('Date'),
} as const;

/** One link of an attribution. */
export type Claimant = ValuesOf<typeof CLAIMANT_FIELDS>;

const parseClaimant: Parse<Claimant> = (value, where) => {
  const claimant = withEmpty(CLAIMANT_FIELDS, parseSome(CLAIMANT_FIELDS)(value, where));
  if (claimant.name.trim() === '') throw wrong(`${where}.name`, 'empty');
  return claimant;
};

/** Who said a claim, in order from the one who is quoted to the one it rests on: "Power, citing a Reuters analysis, of ministry data". */
export const attribution = (label: string): Field<readonly Claimant[]> => ({
  label,
  input: 'attribution',
  parse: list(parseClaimant, 12),
  empty: [],
  show: (links) =>
    links.map((each, index) => (index > 0 && each.verb !== '' ? `${each.verb} ${each.name}` : each.name)).join(', '),
});
