import { createHash } from 'node:crypto';
import type { Listing, StoredEntry } from '../../server/storage/log-store.ts';

/** An entry that says only where it belongs; every field can be said otherwise. */
export const anEntry = (article: string, version: number, other: Partial<StoredEntry> = {}): StoredEntry => ({
  article,
  version,
  reviewer: 'una',
  opId: `op-${version}`,
  opHash: createHash('sha256').update(`${article} ${version}`).digest('hex'),
  body: `{"version":${version}}`,
  ...other,
});

/** The entries of an article from one version to another, both counted. */
export const someEntries = (article: string, from: number, to: number): readonly StoredEntry[] =>
  Array.from({ length: to - from + 1 }, (_, index) => anEntry(article, from + index));

/** What the row says after a minute, so many minutes into the day. */
export const listed = (minute: number, summary = '{}'): Listing => ({
  updatedAt: `2026-03-01T00:${String(minute).padStart(2, '0')}:00.000Z`,
  summary,
});
