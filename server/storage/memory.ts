import { memoryAccountStore } from './memory-account-store.ts';
import { memoryDeskStore } from './memory-desk-store.ts';
import { memoryLogStore } from './memory-log-store.ts';
import type { Stores } from './stores.ts';

/** Stores that forget everything when the process ends: for tests. */
export const memoryStores = (): Stores => {
  const log = memoryLogStore();
  return { log, accounts: memoryAccountStore(), desk: memoryDeskStore(), close: log.close };
};
