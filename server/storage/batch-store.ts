/** A batch as the store keeps it: the store never looks into `body`. */
export interface StoredBatch {
  readonly id: string;
  /** When it was begun; UTC as `Date.toISOString` writes it. */
  readonly at: string;
  readonly state: string;
  readonly body: string;
}

/** One thing of a batch. */
export interface StoredItem {
  readonly id: string;
  readonly batch: string;
  /** Its place in the batch. */
  readonly nth: number;
  /** What is the same for the same bytes, or the same address: no batch has it twice. */
  readonly key: string;
  readonly state: string;
  readonly body: string;
}

/** Batches of articles that come in, and how it stands with each of their things. Everything resolves only when it is durable. */
export interface BatchStore {
  /** Puts a batch in the place of what it was. */
  put(batch: StoredBatch): Promise<void>;
  /** Adds a thing; false, and nothing is changed, when the batch has one of its key. */
  add(item: StoredItem): Promise<boolean>;
  /** Puts a thing in the place of what it was. */
  putItem(item: StoredItem): Promise<void>;
  batch(id: string): Promise<StoredBatch | undefined>;
  /** The newest first, at most `limit`, beginning after `before`. */
  newest(limit: number, before?: Pick<StoredBatch, 'at' | 'id'>): Promise<readonly StoredBatch[]>;
  /** Those in a state, the oldest first. */
  in(state: string): Promise<readonly StoredBatch[]>;
  /** All things of a batch in their order. */
  items(batch: string): Promise<readonly StoredItem[]>;
  /** A thing of a key in a state, of whatever batch. */
  known(key: string, state: string): Promise<StoredItem | undefined>;
}
