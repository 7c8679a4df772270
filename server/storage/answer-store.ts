/** An answer that was given once, so that it can be given again. */
export interface StoredAnswer {
  readonly reviewer: string;
  /** What names the request to whoever sent it: SHA-256 in hex. */
  readonly key: string;
  /** What was asked: SHA-256 in hex. */
  readonly request: string;
  /** UTC as `Date.toISOString` writes it. */
  readonly at: string;
  /** What the store never looks into. */
  readonly body: string;
}

/** Answers to requests that have a key, for a while. Everything resolves only when it is durable. */
export interface AnswerStore {
  find(reviewer: string, key: string): Promise<StoredAnswer | undefined>;
  /** Keeps an answer in the place of one with the same key; forgets all from before `since`, and of its reviewer all but the newest `most`. */
  keep(answer: StoredAnswer, since: string, most: number): Promise<void>;
}
