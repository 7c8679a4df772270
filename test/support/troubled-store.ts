import type { LogStore } from '../../server/storage/log-store.ts';

/** How an append can go wrong: nothing is stored, or all is and the word of it is lost. */
export type Trouble = 'lost' | 'untold';

/** A store that can be made to wait and to fail. */
export interface TroubledStore extends LogStore {
  /** The next append goes wrong. */
  readonly fail: (trouble: Trouble) => void;
  /** Appends wait until what it returns is called. */
  readonly hold: () => () => void;
  /** Resolves when an append has come. */
  readonly appending: () => Promise<void>;
  /** Reading fails until what it returns is called. */
  readonly breakReading: () => () => void;
  /** How many appends came. */
  readonly appends: () => number;
}

/** A store around another one, with trouble made at will. */
export const troubledStore = (store: LogStore): TroubledStore => {
  let trouble: Trouble | undefined;
  let held: Promise<void> | undefined;
  let come = Promise.withResolvers<void>();
  let isBroken = false;
  let appends = 0;
  return {
    ...store,
    fail: (next) => {
      trouble = next;
    },
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      come = Promise.withResolvers<void>();
      return () => {
        held = undefined;
        resolve();
      };
    },
    appending: () => come.promise,
    breakReading: () => {
      isBroken = true;
      return () => {
        isBroken = false;
      };
    },
    appends: () => appends,
    append: async (entries, listing) => {
      const now = trouble;
      trouble = undefined;
      appends += 1;
      come.resolve();
      await held;
      if (now === 'lost') throw new Error('the disk is full');
      const appended = await store.append(entries, listing);
      if (now === 'untold') throw new Error('the connection is lost');
      return appended;
    },
    read: async (article, after, limit) => {
      if (isBroken) throw new Error('the disk is gone');
      return store.read(article, after, limit);
    },
  };
};
