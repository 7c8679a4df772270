/** Where what is in every export of a desk stands in it; the index is its last part, and says what every other is. */
export const DESK_FILE = { desk: 'desk.json', sources: 'sources.jsonl', index: 'index.json' } as const;

/** What an export of a desk says of one of its parts. */
export interface IndexedPart {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Of its bytes, in hex. */
  readonly sha256: string;
}

/** The index of an export of a desk. */
export interface DeskIndex {
  readonly form: 1;
  readonly format: 'touchstone-desk';
  /** When it was begun; UTC as `Date.toISOString` writes it. */
  readonly at: string;
  readonly parts: readonly IndexedPart[];
  /** Articles that are not in it: work on them is blind, also for who asked. */
  readonly blind: readonly string[];
}
