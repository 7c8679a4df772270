import { DAY, fromNow } from '../clock.ts';
import { decrypted, encrypted } from '../encrypted.ts';
import type { Account, Secret, SessionWay } from '../storage/account-store.ts';
import type { AccountParts } from './parts.ts';
import { hashOf, newSecret } from './secret.ts';

/** How long a browser stays signed in at most. */
export const SESSION_DAYS = 30;

/** How a session begins. */
export interface Opening {
  /** By what. */
  readonly way: SessionWay;
  /** What the browser says it is, in a few words. */
  readonly device?: string;
  /** Where it is. */
  readonly address?: string;
  /** The secret by which it is opened, when it is to end with that one. */
  readonly by?: { readonly hash: string; readonly expiresAt?: string };
  /** The ID token of the provider that opened it. */
  readonly idToken?: string;
}

/** A longer ID token is not kept: it goes back in an address. */
const LONGEST_ID_TOKEN = 4_000;

const readerOf = (session: string, whose: string) => ({ secret: session, purpose: 'id-token', whose }) as const;

/** Opens a session for a browser, good for `SESSION_DAYS`, and no longer than what it is opened by. */
export const openSession = async (
  parts: AccountParts,
  account: Account,
  { way, device = '', address, by, idToken = '' }: Opening,
): Promise<string> => {
  const session = newSecret('session');
  const last = fromNow(parts.clock, SESSION_DAYS * DAY);
  await parts.store.putSecret({
    hash: hashOf(session),
    kind: 'session',
    reviewer: account.id,
    label: device,
    way,
    createdAt: parts.clock.now(),
    expiresAt: by?.expiresAt !== undefined && by.expiresAt < last ? by.expiresAt : last,
    ...(address !== undefined && { address }),
    ...(by && { openedBy: by.hash }),
    ...(idToken !== '' &&
      idToken.length <= LONGEST_ID_TOKEN && { idToken: encrypted(idToken, readerOf(session, account.id)) }),
  });
  await parts.store.dropExpired(parts.clock.now());
  return session;
};

/** The ID token of the provider that opened a session, for who shows the session; nothing where none is kept. */
export const idTokenOf = ({ idToken, reviewer = '' }: Secret, session: string): string | undefined =>
  idToken === undefined ? undefined : decrypted(idToken, readerOf(session, reviewer));

/** Closes a session: from now on it opens nothing. */
export const closeSession = async (parts: AccountParts, session: string): Promise<void> => {
  await parts.store.revokeSecret(hashOf(session), parts.clock.now());
};
