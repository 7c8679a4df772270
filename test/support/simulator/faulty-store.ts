import type { LogStore, StoredEntry } from '../../../server/storage/log-store.ts';

/** What the next append does besides storing. */
export type Fault = 'none' | 'refuses' | 'stores, then fails';

/** A store whose next append can be made to fail, and that tells what is durable. */
export interface FaultyStore {
  readonly store: LogStore;
  /** The fault of the next append only. */
  next: Fault;
  /** Every entry that is durable, by version. */
  readonly durable: Map<number, StoredEntry>;
}

/** Wraps a store. */
export const faultyStore = (inner: LogStore): FaultyStore => {
  const wrapped: FaultyStore = {
    next: 'none',
    durable: new Map(),
    store: {
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
    },
  };
  return wrapped;
};
