import type { Selection } from '../../shared/export/selected.ts';
import { choice, identifier, list, type Parse, text } from '../../shared/parsing.ts';
import { WORK } from '../../shared/work.ts';
import type { Asked } from './route.ts';

/** What is asked for in one parameter, between commas. */
const listed = <T>(query: Asked['query'], name: string, parse: Parse<T>, most: number): readonly T[] => {
  const given = query[name];
  if (given === undefined || given === '') return [];
  return list(parse, most)(text(20_000)(given, name).split(','), name);
};

/** The claims that a query asks for: `work`, `outcome` and `claims`, each a list between commas. */
export const selectionIn = (query: Asked['query']): Selection => ({
  work: listed(query, 'work', choice(WORK), 10),
  outcomes: listed(query, 'outcome', text(64), 70),
  claims: listed(query, 'claims', identifier, 500),
});
