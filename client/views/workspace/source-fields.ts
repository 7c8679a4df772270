import { SOURCE_FIELDS, type SourceFields } from '../../../shared/source.ts';

/** What is asked of every source; a field that is new to the table is asked for with the rest. */
export const FIRST_OF_SOURCE: readonly (keyof SourceFields)[] = ['title', 'url', 'publisher', 'date'];

/** What most sources need not say. */
export const MORE_OF_SOURCE = (Object.keys(SOURCE_FIELDS) as (keyof SourceFields)[]).filter(
  (name) => !FIRST_OF_SOURCE.includes(name),
);
