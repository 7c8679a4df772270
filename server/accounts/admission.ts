import { hasRole, type Role } from '../../shared/roles.ts';
import { DAY, fromNow } from '../clock.ts';
import type { Account, Secret } from '../storage/account-store.ts';
import type { AccountParts } from './parts.ts';
import { addPerson, type Person } from './person.ts';
import { hashOf, newSecret } from './secret.ts';

/** How long links are good for. */
export const LINK_DAYS = { invitation: 14, setup: 1 } as const;

/** Why someone is not let in, each with the sentence that they read. */
export const ADMISSION_REFUSALS = {
  'not-good': 'This link is not good, or no longer: it has been used, it has expired, or it was not copied whole.',
  'email-taken': 'There is an account with this email already. Sign in with it.',
  'set-up': 'This desk has been set up already. Ask one of its people for an invitation.',
} as const;

/** Someone who came in, or why they did not. */
export type Admitted = { readonly admitted: Account } | { readonly refused: keyof typeof ADMISSION_REFUSALS };

/** A link's secret, and until when it is good. */
export interface Offered {
  readonly secret: string;
  readonly expiresAt: string;
}

const offer = async (
  parts: AccountParts,
  kind: keyof typeof LINK_DAYS,
  role: Role,
  label: string,
): Promise<Offered> => {
  const secret = newSecret(kind);
  const expiresAt = fromNow(parts.clock, LINK_DAYS[kind] * DAY);
  const kept: Secret = { hash: hashOf(secret), kind, role, label, createdAt: parts.clock.now(), expiresAt };
  await parts.store.putSecret(kept);
  return { secret, expiresAt };
};

/** Offers the first person of a desk to become its admin; nothing once there is anyone. */
export const offerSetup = async (parts: AccountParts): Promise<Offered | undefined> =>
  (await parts.store.countReviewers()) === 0 ? offer(parts, 'setup', 'admin', '') : undefined;

/** Whether a reviewer may give a role to others: leads and admins may, up to their own. */
export const mayInvite = (own: Role, given: Role): boolean => hasRole(own, 'lead') && hasRole(own, given);

/** Invites one person to come in with a role; `label` says whom it is meant for. */
export const invite = (parts: AccountParts, role: Role, label: string): Promise<Offered> =>
  offer(parts, 'invitation', role, label);

const admit = async (
  parts: AccountParts,
  kind: keyof typeof LINK_DAYS,
  secret: string,
  person: Person,
): Promise<Admitted> => {
  const kept = await parts.store.findSecret(hashOf(secret));
  if (kept?.kind !== kind || !kept.role) return { refused: 'not-good' };
  // Asked before the link is used up, so that a slip in the email does not cost it.
  if (person.email !== undefined && (await parts.store.reviewerByEmail(person.email))) {
    return { refused: 'email-taken' };
  }
  if (!(await parts.store.useSecret(kept.hash, parts.clock.now()))) return { refused: 'not-good' };
  const added = await addPerson(parts, person, kept.role);
  return 'added' in added ? { admitted: added.added } : { refused: 'email-taken' };
};

/** Makes the first account of a desk, its admin, once. */
export const setUp = async (parts: AccountParts, secret: string, person: Person): Promise<Admitted> => {
  if ((await parts.store.countReviewers()) > 0) return { refused: 'set-up' };
  return admit(parts, 'setup', secret, person);
};

/** The role that an invitation gives, without using it up; nothing when it is not good, or no longer. */
export const roleOffered = async (parts: AccountParts, secret: string): Promise<Role | undefined> => {
  const kept = await parts.store.findSecret(hashOf(secret));
  if (kept?.kind !== 'invitation' || kept.usedAt !== undefined || kept.revokedAt !== undefined) return undefined;
  return kept.expiresAt === undefined || kept.expiresAt > parts.clock.now() ? kept.role : undefined;
};

/** Makes an account for whoever was invited, once. */
export const join = (parts: AccountParts, secret: string, person: Person): Promise<Admitted> =>
  admit(parts, 'invitation', secret, person);
