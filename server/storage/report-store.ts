/** One publication of an article's report, as the store keeps it without its pages: the store never looks into `body`. */
export interface ReportHead {
  readonly article: string;
  /** From 1, in the order of the log. */
  readonly number: number;
  readonly slug: string;
  /** Of the page, in hex. */
  readonly sha256: string;
  /** UTC, as `Date.toISOString` writes it. */
  readonly at: string;
  readonly body: string;
}

/** One publication with its pages, as they were frozen: UTF-8. */
export interface StoredReport extends ReportHead {
  readonly page: Uint8Array;
  /** The same in little, to stand in pages of others. */
  readonly embed: Uint8Array;
}

/**
 * Published reports. A page is put before the log says that it is published, and counts only once it is sealed: then it is never changed and
 * never removed. Everything resolves only when it is durable.
 */
export interface ReportStore {
  /** Keeps a report that does not count yet; one with the same article and SHA-256 stays as it was put first. */
  put(report: StoredReport): Promise<void>;
  /** From now on it counts: the log says so. */
  seal(article: string, sha256: string): Promise<void>;
  /** Those that do not count. */
  unsealed(): Promise<readonly ReportHead[]>;
  /** Forgets a report that does not count: the log never said so. */
  forget(article: string, sha256: string): Promise<void>;
  /** Every publication of an article, the oldest first. */
  of(article: string): Promise<readonly ReportHead[]>;
  /** A publication by the last part of its address, the newest where no number is asked for. */
  read(slug: string, number?: number): Promise<StoredReport | undefined>;
  /** The newest publication of each article, the newest first, at most `limit`, before a time where one is given. */
  newest(limit: number, before?: string): Promise<readonly ReportHead[]>;
}
