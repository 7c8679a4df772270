/** What is known of one copy of a source, as the store keeps it: the store never looks into `body`. */
export interface StoredCapture {
  /** One copy of an article has it: a bundle that is read back brings its own along. */
  readonly id: string;
  readonly article: string;
  /** UTC as `Date.toISOString` writes it. */
  readonly at: string;
  readonly state: 'fetching' | 'kept' | 'failed';
  readonly body: string;
}

/** The copies of the sources of all articles, without their bytes. Everything resolves only when it is durable. */
export interface CaptureList {
  /** Puts a copy in, or what is known of it now in the place of what was. */
  put(capture: StoredCapture): Promise<void>;
  /** The copies of an article, oldest first. */
  of(article: string): Promise<readonly StoredCapture[]>;
  /** The copies of all articles that are in a state. */
  in(state: StoredCapture['state']): Promise<readonly StoredCapture[]>;
}
