import type { JsonExport } from '../../shared/export/json.ts';
import { Invalid, integer, own, record, text } from '../../shared/parsing.ts';
import { sha256 } from '../digest.ts';
import { isAsSealed, type Tombstone } from '../storage/erasure-store.ts';
import { Broken } from './verified.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/** Reads a tombstone: what deleting an article answered, or what is answered where it stood. `Invalid` where it is none, or not as it was written. */
export const parseTombstone = (value: unknown): Tombstone => {
  const answered = record(value, '');
  const fields = record(own(answered, 'tombstone') ?? answered, 'tombstone');
  const line = (name: string): string => text(200)(own(fields, name), `tombstone.${name}`);
  const tombstone = {
    ...{ article: line('article'), first: line('first'), last: line('last'), at: line('at'), by: line('by') },
    ...{
      entries: integer(1, Number.MAX_SAFE_INTEGER)(own(fields, 'entries'), 'tombstone.entries'),
      seal: line('seal'),
    },
  };
  for (const name of ['first', 'last'] as const)
    if (!SHA256.test(tombstone[name])) throw new Invalid(`tombstone.${name}`, 'a SHA-256 in hex is expected');
  if (!isAsSealed(tombstone, sha256))
    throw new Invalid('tombstone.seal', 'it is not that of the rest of the tombstone');
  return tombstone;
};

/** How much of the log that a tombstone stands for is in an export. */
export interface Against {
  readonly entries: number;
  readonly of: number;
}

/** Holds an export against the tombstone of its article; throws `Broken` with the entry that was not in the log that was deleted. */
export const againstTombstone = ({ entries }: JsonExport, tombstone: Tombstone): Against => {
  const hashAt = (version: number): string | undefined => entries[version - 1]?.hash;
  if (hashAt(1) !== tombstone.first) throw new Broken('entry 1', 'it is not the first of the log that was deleted');
  if (entries.length > tombstone.entries)
    throw new Broken(`entry ${tombstone.entries + 1}`, `the log that was deleted had ${tombstone.entries}`);
  const isWhole = entries.length === tombstone.entries;
  if (isWhole && hashAt(tombstone.entries) !== tombstone.last)
    throw new Broken(`entry ${tombstone.entries}`, 'it is not the last of the log that was deleted');
  return { entries: entries.length, of: tombstone.entries };
};
