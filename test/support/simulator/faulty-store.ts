import type { LogStore, StoredEntry } from '../../../server/storage/log-store.ts';

/** What the next append does besides storing. */
export type Fault = 'none' | 'refuses' | 'stores, then fails';

/** A store of which the next append can be made to fail, and that tells what is durable. */
export interface FaultyStore {
  /** The ways to it, as many as were handed in: each of them may be another server's. */
  readonly ways: readonly LogStore[];
  /** The fault of the next append only. */
  next: Fault;
  /** Every entry that is durable, by version. */
  readonly durable: Map<number, StoredEntry>;
}

/** Wraps a store, by all the ways to it. */
export const faultyStore = (inners: readonly LogStore[]): FaultyStore => {
  const wrapped: FaultyStore = {
    next: 'none',
    durable: new Map(),
    ways: inners.map((inner) => ({
      ...inner,
      append: async (entries, listing) => {
        const fault = wrapped.next;
        wrapped.next = 'none';
        if (fault === 'refuses') throw new Error('the disk is full');
        const appended = await inner.append(entries, listing);
        if ('head' in appended) for (const entry of entries) wrapped.durable.set(entry.version, entry);
        if (fault !== 'none') throw new Error('the line to the store broke');
        return appended;
      },
    })),
  };
  return wrapped;
};
