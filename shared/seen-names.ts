import type { SourceFields } from './source.ts';

/** Whether a record is seen that another one names. */
type SeesNamed = (table: 'claims' | 'sources', id: string) => boolean;

/** A field's value without what it names that is not seen; the very same where it names nothing else. */
const seenValue = (key: string, value: unknown, sees: SeesNamed): unknown => {
  if (key === 'parent' || key === 'sameAs') return value && !sees('claims', String(value)) ? '' : value;
  if (key !== 'derivesFrom' && key !== 'apartFrom') return value;
  const named = value as SourceFields['derivesFrom' | 'apartFrom'];
  const seen = named.filter((each) => sees('sources', typeof each === 'string' ? each : each.source));
  return seen.length === named.length ? value : seen;
};

/** Fields of a claim without the claims that it belongs to, of a source without those that it comes from, where they are not seen. */
export const withoutUnseen = <T extends object>(fields: T, sees: SeesNamed): T => {
  const changed = Object.entries(fields).flatMap(([key, value]) => {
    const seen = seenValue(key, value, sees);
    return seen === value ? [] : [[key, seen]];
  });
  return changed.length === 0 ? fields : { ...fields, ...Object.fromEntries(changed) };
};
