import type { Scope } from '../../scopes.ts';
import type { Tombstone } from './accounts.ts';

/** Problem details (RFC 9457). */
export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  /** For programs: a word that stays the same. */
  readonly reason: string;
  /** For people: what is wrong and what to do. */
  readonly detail: string;
  /** The place in what was sent, such as parts[0].claim. */
  readonly where?: string;
  /** What stays of an article that was deleted. */
  readonly tombstone?: Tombstone;
  /** All that is wrong with a file, or the first of it. */
  readonly faults?: readonly {
    readonly where: string;
    readonly what: string;
    /** Of the standard that says so. */
    readonly section: string;
    readonly words: string;
  }[];
  /** What is wrong with something that a person typed. */
  readonly wrong?: {
    /** For programs that tell people in their own language: a word that stays the same. */
    readonly name: string;
    readonly values: Readonly<Record<string, string | number>>;
  };
  /** Why nothing came from an address: a word that stays the same. */
  readonly because?: string;
  /** The most bytes that are taken, of what was larger. */
  readonly most?: number;
  /** What the access token would have to be made for. */
  readonly scope?: Scope;
}
