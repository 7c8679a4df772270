import type { Profile } from '../../shared/protocol.ts';
import type { Reviewer } from '../../shared/roles.ts';
import { type Scopes, scopesIn } from '../../shared/scopes.ts';
import { MINUTE } from '../clock.ts';
import type { Account, LASTING_SECRETS, Secret } from '../storage/account-store.ts';
import { isOpen } from './open-secret.ts';
import type { AccountParts } from './parts.ts';
import { profileOf, reviewerOf } from './person.ts';
import { hashOf } from './secret.ts';

/** Who is speaking (T6), known by a secret they have shown. */
export interface Speaker {
  readonly account: Account;
  readonly reviewer: Reviewer;
  readonly profile: Profile;
  /** What the token was made for that they have shown. */
  readonly scopes: Scopes;
  /** What is kept of the secret that they have shown. */
  readonly shown: Secret;
}

/** A secret as it was shown, and what it is said to be. */
export interface Shown {
  readonly kind: (typeof LASTING_SECRETS)[number];
  readonly secret: string;
}

/** Whose secret this is; nobody's when it is unknown, revoked or expired, or its owner may not come in. `address` is where it is shown. */
export const speakerOf = async (parts: AccountParts, shown: Shown, address?: string): Promise<Speaker | undefined> => {
  const now = parts.clock.now();
  const secret = await parts.store.findSecret(hashOf(shown.secret));
  if (secret?.kind !== shown.kind || !secret.reviewer || !(await isOpen(parts.store, secret, now))) return undefined;
  const account = await parts.store.reviewerById(secret.reviewer);
  if (!account || account.disabledAt !== undefined) return undefined;
  // To the minute is enough to see what is in use, and costs a commit a minute at most.
  if (secret.usedAt === undefined || Date.parse(now) - Date.parse(secret.usedAt) > MINUTE) {
    await parts.store.touchSecret(secret.hash, now, address);
  }
  return {
    account,
    reviewer: reviewerOf(account),
    profile: profileOf(account),
    scopes: secret.scopes === undefined ? undefined : scopesIn(secret.scopes),
    shown: secret,
  };
};
