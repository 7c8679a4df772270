import type { AccountStore } from './account-store.ts';
import type { DeskStore } from './desk-store.ts';
import type { LogStore } from './log-store.ts';

/** All that the server keeps from one run to the next. */
export interface Stores {
  readonly log: LogStore;
  readonly accounts: AccountStore;
  readonly desk: DeskStore;
  /** Closes the log, then whatever the stores stand on. */
  close(): Promise<void>;
}
