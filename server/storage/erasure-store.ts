import { canonicalJson } from '../../shared/canonical.ts';
import { FORMER_NAME } from '../../shared/former.ts';
import type { Digest } from '../../shared/log.ts';
import type { StoredEntry } from './log-store.ts';

/** What stays of an article that was erased: enough to hold a backup or an exported file of it against, and no word of it. */
export interface Tombstone {
  readonly article: string;
  /** How many entries its log had. */
  readonly entries: number;
  /** The hashes of the first and of the last of them, in hex. */
  readonly first: string;
  readonly last: string;
  /** When it was erased; UTC as `Date.toISOString` writes it. */
  readonly at: string;
  /** The reviewer who had it erased. */
  readonly by: string;
  /** SHA-256 of all the rest as `sealedTombstone` writes it, in hex; empty for one from before tombstones were sealed. */
  readonly seal: string;
}

/** A tombstone with its seal: a byte of it that changes later is found. */
export const sealedTombstone = (tombstone: Omit<Tombstone, 'seal'>, digest: Digest): Tombstone => {
  const { article, entries, first, last, at, by } = tombstone;
  const said = { article, entries, first, last, at, by };
  return { ...said, seal: digest(canonicalJson(said)) };
};

/** Whether a tombstone is as it was written, as far as that can be known. */
export const isAsSealed = (tombstone: Tombstone, digest: Digest): boolean =>
  tombstone.seal === '' || tombstone.seal === sealedTombstone(tombstone, digest).seal;

/** An erasure, as it is begun. */
export interface Erasure extends Tombstone {
  /** The SHA-256 of the last part of each address at which a report of it stood. */
  readonly reports: readonly string[];
  /** The SHA-256 of the bytes that it had, which are to be removed where nothing else has them. */
  readonly files: readonly string[];
}

/** What stays of a reviewer who was deleted for good: their id, which stands in what they did. */
export interface FormerReviewer {
  readonly id: string;
  /** When they were deleted; UTC as `Date.toISOString` writes it. */
  readonly at: string;
  /** The reviewer who had it done; empty for whoever runs the server. */
  readonly by: string;
}

/** What the account of a former reviewer has in the place of what it had. */
export const formerAccount = ({ id, at }: FormerReviewer) => ({
  ...{ email: formerEmail(id), name: FORMER_NAME, role: 'viewer' as const, colour: '#586474', disabledAt: at },
});

// `.invalid` is nobody's (RFC 2606 §2).
const formerEmail = (id: string): string => `${id}@guest.invalid`;

/** Forgets articles and people for good. Everything resolves only when it is durable (T1). */
export interface ErasureStore {
  /**
   * Takes out all that is kept of an article and puts its tombstone there, both or none. Where its log has gone on since `entries`, `grown` says
   * what the erasure is with those that came; without it, and where the log is shorter or none, it is false and nothing is changed. From
   * then on nothing can be kept of it, and no article has its id again.
   */
  erase(erasure: Erasure, grown?: (since: readonly StoredEntry[]) => Erasure): Promise<boolean>;
  /** The tombstone of an article that was erased. */
  tombstone(article: string): Promise<Tombstone | undefined>;
  /** Every tombstone, oldest first. */
  tombstones(): Promise<readonly Tombstone[]>;
  /** Whether a report stood at an address whose last part has this SHA-256. */
  hadReport(slug: string): Promise<boolean>;
  /** Those whose bytes may still be there, oldest first. */
  unfinished(): Promise<readonly Erasure[]>;
  /** Every SHA-256 that is named in what is kept of an article's copies, looks and file of a batch. */
  files(article: string): Promise<readonly string[]>;
  /** Those of some SHA-256 that are named in what is kept of copies, looks and batches. */
  named(files: readonly string[]): Promise<ReadonlySet<string>>;
  /** Has no byte of what was taken out stay in the database, then counts the erasure as finished. */
  finish(article: string): Promise<void>;

  /**
   * Takes out all that is kept of a reviewer as a person, and leaves an account that says nobody (`formerAccount`), so that what they did stays
   * attributed to their id: all or nothing. `last-admin`: nobody else could admit anyone; false: there is no such reviewer, or no more.
   */
  forgetReviewer(former: FormerReviewer): Promise<boolean | 'last-admin'>;
  /** Those who were deleted, oldest first. */
  formerReviewers(): Promise<readonly FormerReviewer[]>;
  /** Has no byte of what was taken out of reviewers stay in the database. */
  cleanOfReviewers(): Promise<void>;
}
