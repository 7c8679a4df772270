import type { Secret, SessionWay } from '../storage/account-store.ts';
import { isOpen } from './open-secret.ts';
import type { AccountParts } from './parts.ts';
import { tokenId } from './tokens.ts';

/** A browser that is signed in, as its person sees it. */
export interface Session {
  /** How its hash begins, which leads nobody to it. */
  readonly id: string;
  /** What the browser is; empty where that is not known. */
  readonly device: string;
  /** Where it was last seen; empty where that is not known. */
  readonly address: string;
  /** By what it was opened, where that is known. */
  readonly way: SessionWay | undefined;
  readonly createdAt: string;
  /** To the minute. */
  readonly usedAt: string;
  readonly expiresAt: string | undefined;
}

const open = async ({ store, clock }: AccountParts, reviewer: string): Promise<readonly Secret[]> => {
  const now = clock.now();
  const sessions = (await store.secretsOf(reviewer)).filter(({ kind }) => kind === 'session');
  const states = await Promise.all(sessions.map((secret) => isOpen(store, secret, now)));
  return sessions.filter((_, index) => states[index]);
};

const sessionOf = ({ hash, label, address = '', way, createdAt, usedAt = createdAt, expiresAt }: Secret): Session => ({
  id: tokenId(hash),
  device: label,
  address,
  way,
  createdAt,
  usedAt,
  expiresAt,
});

/** The browsers in which a reviewer is signed in, in the order they did so. */
export const sessionsOf = async (parts: AccountParts, reviewer: string): Promise<readonly Session[]> =>
  (await open(parts, reviewer)).map(sessionOf);

/** Signs a reviewer out of the browsers that are chosen by the id of their session; tells of how many. */
export const endSessions = async (
  parts: AccountParts,
  reviewer: string,
  chosen: (id: string) => boolean,
): Promise<number> => {
  const ending = (await open(parts, reviewer)).filter(({ hash }) => chosen(tokenId(hash)));
  await Promise.all(ending.map(({ hash }) => parts.store.revokeSecret(hash, parts.clock.now())));
  return ending.length;
};
