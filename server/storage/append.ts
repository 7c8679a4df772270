import type { Listing, StoredEntry } from './log-store.ts';

/** Entries known to be one article's, next to one another, with what the article's row then says. */
export interface Append {
  readonly article: string;
  /** The head that the entries follow. */
  readonly after: number;
  readonly entries: readonly StoredEntry[];
  readonly listing: Listing;
}

/** Throws when no log could ever take these entries together: a mistake of the caller, not a conflict. */
export const soundAppend = (entries: readonly StoredEntry[], listing: Listing): Append => {
  const first = entries[0];
  if (!first) throw new Error('an append needs at least one entry');
  const after = first.version - 1;
  if (!Number.isSafeInteger(after) || after < 0) throw new Error(`a version is 1 or more, not ${first.version}`);
  const operations = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    if (entry.article !== first.article) {
      throw new Error(`an append is to one article, not to ${first.article} and ${entry.article}`);
    }
    if (entry.version !== first.version + index) {
      throw new Error(`version ${entry.version} stands where ${first.version + index} should`);
    }
    // A database would put U+FFFD for half a character, and two ids could become one. Canonical JSON escapes them.
    if (!Object.values(entry).every((value) => typeof value === 'number' || value.isWellFormed())) {
      throw new Error(`entry ${entry.version} of ${entry.article} holds half a character (a lone surrogate)`);
    }
    operations.add(JSON.stringify([entry.reviewer, entry.opId]));
  }
  if (operations.size < entries.length) throw new Error(`an append to ${first.article} names an operation twice`);
  return { article: first.article, after, entries, listing };
};
