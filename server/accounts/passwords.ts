import { type PasswordFault, passwordFault } from '../../shared/password-rules.ts';
import { fromNow, HOUR } from '../clock.ts';
import type { Account } from '../storage/account-store.ts';
import { emailKey } from '../storage/email-key.ts';
import type { Offered } from './admission.ts';
import type { Attempts } from './attempts.ts';
import type { AccountParts } from './parts.ts';
import { checkPassword, hashPassword } from './password-hash.ts';
import { emailOf } from './person.ts';
import { hashOf, newSecret } from './secret.ts';
import { endSessions } from './sessions.ts';

/** How many hours a link to set a new password is good: by mail, or handed over by an admin. */
export const RESET_HOURS = { mail: 1, admin: 24 } as const;

/**
 * Who has this email and password. It takes as long and says the same whether the email is unknown, shut out or without a password, and
 * counts `guesses` for each email, known or not.
 */
export const signInByPassword = async (
  parts: AccountParts,
  guesses: Attempts,
  email: string,
  password: string,
): Promise<{ readonly account: Account } | { readonly refused: Account | undefined } | { readonly wait: number }> => {
  const key = emailKey(email);
  const wait = guesses.take(key);
  if (wait > 0) return { wait };
  const account = await parts.store.reviewerByEmail(email);
  const kept = account && (await parts.store.passwordOf(account.id));
  const { isRight, isOld } = await checkPassword(password, kept?.hash);
  if (!account || !isRight || account.disabledAt !== undefined) return { refused: account };
  guesses.forget(key);
  if (isOld && kept) await parts.store.putPassword({ ...kept, hash: await hashPassword(password) });
  return { account };
};

/** Whether a reviewer's password is this one; without a password none is. */
export const hasPassword = async ({ store }: AccountParts, reviewer: string, password: string): Promise<boolean> =>
  (await checkPassword(password, (await store.passwordOf(reviewer))?.hash)).isRight;

/** Why somebody may not have a password. */
export const faultOf = (
  password: string,
  { name, email }: { readonly name: string; readonly email?: string | undefined },
): PasswordFault | undefined => passwordFault(password, [name, ...(email ? [email] : [])]);

/** Sets a reviewer's password. */
export const setPassword = async ({ store, clock }: AccountParts, reviewer: string, password: string): Promise<void> =>
  store.putPassword({ reviewer, hash: await hashPassword(password), changedAt: clock.now() });

/** Makes the one link by which a reviewer can set a new password; those made before open nothing any more. */
export const offerReset = async (
  { store, clock }: AccountParts,
  account: Account,
  way: keyof typeof RESET_HOURS,
): Promise<Offered> => {
  for (const { hash, kind } of await store.secretsOf(account.id))
    if (kind === 'reset') await store.revokeSecret(hash, clock.now());
  const secret = newSecret('reset');
  const expiresAt = fromNow(clock, RESET_HOURS[way] * HOUR);
  const kept = { kind: 'reset', reviewer: account.id, label: way, createdAt: clock.now(), expiresAt } as const;
  await store.putSecret({ hash: hashOf(secret), ...kept, ...(way === 'mail' && { email: account.email }) });
  return { secret, expiresAt };
};

/** Whose password such a link sets, without using it up; nobody's when it is not good, or no longer. */
export const resetOffered = async ({ store, clock }: AccountParts, secret: string): Promise<Account | undefined> => {
  const kept = await store.findSecret(hashOf(secret));
  if (kept?.kind !== 'reset' || !kept.reviewer || kept.usedAt !== undefined || kept.revokedAt !== undefined)
    return undefined;
  if (kept.expiresAt !== undefined && kept.expiresAt <= clock.now()) return undefined;
  const account = await store.reviewerById(kept.reviewer);
  return account?.disabledAt === undefined ? account : undefined;
};

/** What came of a new password. */
export type Reset =
  | { readonly account: Account }
  | { readonly refused: 'not-good' }
  | { readonly refused: 'weak'; readonly fault: PasswordFault };

/** Sets a new password by a link, once; every browser that was signed in before is signed out (OWASP, forgot password). */
export const useReset = async (parts: AccountParts, secret: string, password: string): Promise<Reset> => {
  const account = await resetOffered(parts, secret);
  if (!account) return { refused: 'not-good' };
  // Asked before the link is used up, so that a weak one does not cost it.
  const fault = faultOf(password, { name: account.name, email: emailOf(account) });
  if (fault) return { refused: 'weak', fault };
  const { email } = (await parts.store.findSecret(hashOf(secret))) ?? {};
  if (!(await parts.store.useSecret(hashOf(secret), parts.clock.now()))) return { refused: 'not-good' };
  await setPassword(parts, account.id, password);
  // Whoever opened the letter reads what comes there; unless the email is another by now.
  if (email !== undefined) await parts.store.proveEmail(account.id, email, parts.clock.now());
  await endSessions(parts, account.id, () => true);
  return { account };
};
