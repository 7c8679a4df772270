/** A sealed entry as the store keeps it: the store never looks into `body`. */
export interface StoredEntry {
  readonly article: string;
  /** 1 for the first entry of an article, then one more each. */
  readonly version: number;
  readonly reviewer: string;
  /** Unique for one reviewer in one article (T2). */
  readonly opId: string;
  /** SHA-256 in hex of the operation as it was sent: the room refuses the same `opId` with another hash. */
  readonly opHash: string;
  /** Canonical JSON of the entry, its hash included. */
  readonly body: string;
}

/** Entries next to one another as a store keeps them for long; see `packing/block.ts`. */
export interface StoredBlock {
  readonly article: string;
  readonly first: number;
  readonly last: number;
  /** Which operations its entries were; see `packing/operations.ts`. */
  readonly operations: Buffer;
  readonly bytes: Buffer;
}

/** How the entries of a log are packed. */
export interface Packing {
  /** With fewer that are loose, nothing is done. */
  readonly least: number;
  /** The most in a block. */
  readonly most: number;
}

/** What an article was at a version, in the room's own form. */
export interface StoredSnapshot {
  readonly version: number;
  readonly body: string;
}

/** What a list of articles shows, written with the entries so that listing replays nothing. */
export interface ArticleRow {
  readonly id: string;
  /** The `updatedAt` of the first append; UTC as `Date.toISOString` writes it, like every time here. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The head of the log. */
  readonly version: number;
  /** JSON the store never looks into. */
  readonly summary: string;
}

/** What an append says of the article's row; the store knows the rest. */
export type Listing = Pick<ArticleRow, 'updatedAt' | 'summary'>;

/** A row of the list after which the next page begins. */
export type ArticleCursor = Pick<ArticleRow, 'createdAt' | 'id'>;

/** The new head, or, when nothing was stored, the head that the entries did not follow. */
export type Appended = { readonly head: number } | { readonly conflict: number };

/**
 * Door 3: where logs are kept. Texts handed in are well-formed Unicode and come back as they were. A promise that rejects
 * (disk full, connection lost) says that it is not known whether anything was stored: read the head before going on.
 */
export interface LogStore {
  /**
   * Stores the next entries of one article, all or none, and resolves only when they are durable (T1). It is a conflict when
   * the first does not follow the head, or when an operation of the same reviewer and id is already there (T2).
   * Appends sent without waiting are taken in the order they were sent.
   */
  append(entries: readonly StoredEntry[], listing: Listing): Promise<Appended>;

  /** At most `limit` entries with a version above `after`, in order. */
  read(article: string, after: number, limit: number): Promise<readonly StoredEntry[]>;

  /** The version of the last entry, 0 when there is none. */
  head(article: string): Promise<number>;

  /** The heads of some articles; one that has no entry is left out. */
  heads(articles: readonly string[]): Promise<ReadonlyMap<string, number>>;

  /** The entry that an operation became, if it became one. */
  findOperation(article: string, reviewer: string, opId: string): Promise<StoredEntry | undefined>;

  /** Keeps what the article was at a version that is in the log, in place of what was kept for that version before. */
  saveSnapshot(article: string, snapshot: StoredSnapshot): Promise<void>;

  /** Forgets the snapshots of these versions. */
  dropSnapshots(article: string, versions: readonly number[]): Promise<void>;

  /** The versions of which there are snapshots, going up. */
  snapshotVersions(article: string): Promise<readonly number[]>;

  /** The latest snapshot, of a version no higher than `atOrBefore` when that is given. */
  snapshot(article: string, atOrBefore?: number): Promise<StoredSnapshot | undefined>;

  /**
   * Keeps the entries that were appended so far in fewer bytes; answers how many of them were rewritten. Everything else that this
   * store answers is the same before, meanwhile and after, also when the process ends meanwhile, except that entries that are no
   * longer as they were stored are not read: reading them rejects, and the error names the first of them (T9).
   */
  pack(article: string, packing: Packing): Promise<number>;

  /** At most `limit` articles, those first stored last coming first, beginning after the row `before`. */
  articles(limit: number, before?: ArticleCursor): Promise<readonly ArticleRow[]>;

  /** When anything was appended last, as the appends said; nothing while there is no article. */
  newest(): Promise<string | undefined>;

  /** Resolves when what was under way is stored; appends that come later are rejected. */
  close(): Promise<void>;
}
