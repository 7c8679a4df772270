import type { Clock } from '../clock.ts';
import type { AccountStore } from '../storage/account-store.ts';

/** What accounts are made of: where they are kept, the time, and ids that have not been given before. */
export interface AccountParts {
  readonly store: AccountStore;
  readonly clock: Clock;
  readonly newId: () => string;
}
