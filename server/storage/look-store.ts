/** An address of a source that is looked at again now and then, as the store keeps it: the store never looks into `body`. */
export interface StoredWatch {
  readonly article: string;
  readonly source: string;
  /** When it is looked at next, UTC as `Date.toISOString` writes it; absent while it is not. */
  readonly nextAt?: string;
  /** How many claims have to be looked at again for it. */
  readonly marks: number;
  readonly body: string;
}

/** One look at an address. */
export interface StoredLook {
  readonly id: string;
  readonly article: string;
  readonly source: string;
  readonly at: string;
  readonly body: string;
}

/** What is looked at again, and every look that there was. Everything resolves only when it is durable. */
export interface LookStore {
  /** Puts a watch in the place of what it was, and a look that brought that about beside those before it, both or none. */
  put(watch: StoredWatch, look?: StoredLook): Promise<void>;
  /** Moves a watch on to `until` if it is still due at `nextAt`; false when another server was faster. */
  take(watch: Pick<StoredWatch, 'article' | 'source'> & { readonly nextAt: string }, until: string): Promise<boolean>;
  /** The watches of an article. */
  of(article: string): Promise<readonly StoredWatch[]>;
  /** The watches of one source, in some articles. */
  watchesOf(source: string, articles: readonly string[]): Promise<readonly StoredWatch[]>;
  /** Those that are due at a time, the longest due first, at most `limit`. */
  due(at: string, limit: number): Promise<readonly (StoredWatch & { readonly nextAt: string })[]>;
  /** Those for which claims have to be looked at again, at most `limit`. */
  marked(limit: number): Promise<readonly StoredWatch[]>;
  /** The looks at a source, the newest first, at most `limit`, beginning after `before`. */
  looks(
    article: string,
    source: string,
    limit: number,
    before?: Pick<StoredLook, 'at' | 'id'>,
  ): Promise<readonly StoredLook[]>;
}
