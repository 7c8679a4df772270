import type { Signature } from './claim.ts';

/** A text that import cleaned away, kept so that it can be seen and put back (T10). */
export interface Removal {
  readonly id: string;
  readonly text: string;
  /** Why, in words that a person understands. */
  readonly reason: string;
  /** Where it would stand, as a position of the article's doc between two blocks. */
  readonly at: number;
  /** The later version of the article that it was cleaned out of; absent for the first. */
  readonly received?: string;
  readonly restored?: Signature;
}
