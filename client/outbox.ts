import type { ArticleJson } from '../shared/article.ts';
import type { EntryJson } from '../shared/protocol.ts';
import type { Kept, KeptPending } from './kept-session.ts';

/** A page of an article, as the outbox knows it. */
export interface Sheet {
  readonly article: string;
  readonly reviewer: string;
  /** One for each page that was ever opened. */
  readonly page: string;
}

/**
 * Where a page keeps its side of an article, so that closing the browser in a tunnel loses nothing (T10). Each call resolves when
 * it is on the disk; calls take effect in the order they were made.
 */
export interface Outbox {
  /** Begins anew from an article, with what waits in it. */
  readonly begin: (sheet: Sheet, base: ArticleJson, pending: KeptPending) => Promise<void>;
  /** Adds entries that came in. */
  readonly addEntries: (sheet: Sheet, entries: readonly EntryJson[]) => Promise<void>;
  /** Keeps what waits, in the place of what waited before. */
  readonly putPending: (sheet: Sheet, pending: KeptPending) => Promise<void>;
  readonly read: (sheet: Sheet) => Promise<Kept | undefined>;
  /** The pages of an article that something of this reviewer is kept of. */
  readonly sheets: (article: string, reviewer: string) => Promise<readonly Sheet[]>;
  /** Every page of whatever article and reviewer that something is kept of. */
  readonly all: () => Promise<readonly Sheet[]>;
  readonly forget: (sheet: Sheet) => Promise<void>;
}
