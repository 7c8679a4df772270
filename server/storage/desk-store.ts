/** What a desk decided at one time, as the store keeps it: the store never looks into `body`. */
export interface StoredDesk {
  /** 1 for the first, then one more each. */
  readonly version: number;
  readonly reviewer: string;
  /** UTC as `Date.toISOString` writes it. */
  readonly at: string;
  readonly body: string;
}

/** What the desk decided for its articles; every version is kept. Everything resolves only when it is durable. */
export interface DeskStore {
  /** What holds now; nothing while the desk has decided nothing. */
  latest(): Promise<StoredDesk | undefined>;
  /** True when it was put after the latest; false, and nothing stored, when another was there first. */
  put(desk: StoredDesk): Promise<boolean>;
}
