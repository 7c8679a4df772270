import type { Wrong } from './parsing.ts';

/** How it stands with one thing of a batch. */
const ITEM_STATES = ['waiting', 'reading', 'done', 'failed', 'called-off'] as const;

export type ItemState = (typeof ITEM_STATES)[number];

/** Why there is no article of something; in the words of a problem (RFC 9457), without its status. */
export interface Trouble {
  /** For programs: a word that stays the same. */
  readonly reason: string;
  /** For people. */
  readonly detail: string;
  readonly wrong?: Wrong;
  /** Why nothing came from an address. */
  readonly because?: string;
}

/** A file or an address that is to become an article. */
export interface BatchItem {
  /** The article's too, once it is there. */
  readonly id: string;
  /** Its place in the batch, from 0. */
  readonly nth: number;
  readonly kind: 'file' | 'address';
  /** The file's name, with the folders below the one that was chosen; or the address. */
  readonly name: string;
  /** Of a file, in bytes. */
  readonly size?: number;
  readonly state: ItemState;
  /** Why it failed, or was called off by itself. */
  readonly trouble?: Trouble;
  /** Where the desk has it already: an article. */
  readonly known?: string;
  /** The title of its article, once it is there. */
  readonly title?: string;
}

/** Whether a batch goes on by itself, or has come to its end until more is sent. */
export type BatchState = 'going' | 'stopped' | 'ended';

/** How many of its things stand how. */
export type BatchCounts = Readonly<Record<ItemState, number>>;

/** Files and addresses that were given together, each to become an article. */
export interface Batch {
  readonly id: string;
  readonly name: string;
  /** Who gave it, and in whose name its articles are made. */
  readonly reviewer: string;
  /** When it was begun; ISO 8601, UTC. */
  readonly at: string;
  readonly state: BatchState;
  /** How many things it is to have: more than it has when sending them was broken off. */
  readonly expected: number;
  readonly counts: BatchCounts;
}

/** The most that a batch takes: things; and the letters of its name, and of the name of one of its files. */
export const BATCH_LIMITS = { items: 1_000, name: 200, file: 1_000 } as const;

/** How often each state is among things. */
export const countsOf = (items: readonly { readonly state: ItemState }[]): BatchCounts => {
  const counts: Record<ItemState, number> = { waiting: 0, reading: 0, done: 0, failed: 0, 'called-off': 0 };
  for (const { state } of items) counts[state] += 1;
  return counts;
};

/** How many of its things are at an end. */
export const endedOf = (counts: BatchCounts): number => counts.done + counts.failed + counts['called-off'];
