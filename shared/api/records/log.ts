/** A part, or steps of it, that found no place. */
export interface Dropped {
  /** Index into the parts as they were sent. */
  readonly part: number;
  readonly reason: string;
  readonly steps?: readonly number[];
}

/** What became of an operation. */
export interface Acknowledged {
  /** Where it is in the log. */
  readonly version: number;
  readonly dropped: readonly Dropped[];
}

/** One thing that is done; docs/protocol.md says what goes with each kind. */
export type Part = { readonly kind: string } & Readonly<Record<string, unknown>>;

/** Several things that one person does at once. */
export interface Operation {
  /** Chosen by the sender, once for each operation. */
  readonly opId: string;
  /** The version it was made in. */
  readonly base: number;
  readonly parts: readonly Part[];
  /** All parts take effect, or none. */
  readonly atomic?: true;
}

/** A SHA-256, in hex. */
export type Hash = string;

/** `hash` is the SHA-256 of the canonical JSON (RFC 8785) of the entry without it. */
export interface Entry {
  readonly version: number;
  readonly opId: string;
  readonly reviewer: string;
  readonly at: string;
  readonly parts: readonly Part[];
  readonly dropped: readonly Dropped[];
  readonly previous: Hash;
  readonly hash: Hash;
}
