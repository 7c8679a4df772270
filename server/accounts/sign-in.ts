import { DAY, fromNow } from '../clock.ts';
import type { Account } from '../storage/account-store.ts';
import type { AccountParts } from './parts.ts';
import { hashOf, newSecret } from './secret.ts';

/** How long a browser stays signed in. */
export const SESSION_DAYS = 30;

/** Opens a session for a browser, good for `SESSION_DAYS`. */
export const openSession = async (parts: AccountParts, account: Account): Promise<string> => {
  const session = newSecret('session');
  await parts.store.putSecret({
    hash: hashOf(session),
    kind: 'session',
    reviewer: account.id,
    label: '',
    createdAt: parts.clock.now(),
    expiresAt: fromNow(parts.clock, SESSION_DAYS * DAY),
  });
  return session;
};

/** Closes a session: from now on it opens nothing. */
export const closeSession = async (parts: AccountParts, session: string): Promise<void> => {
  await parts.store.revokeSecret(hashOf(session), parts.clock.now());
};
