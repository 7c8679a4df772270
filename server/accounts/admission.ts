import { hasRole, type Role } from '../../shared/roles.ts';
import { DAY, fromNow } from '../clock.ts';
import type { Account, Secret } from '../storage/account-store.ts';
import { emailKey } from '../storage/email-key.ts';
import type { AccountParts } from './parts.ts';
import { addPerson, type Person } from './person.ts';
import { hashOf, newSecret } from './secret.ts';
import { tokenId } from './tokens.ts';

/** How many days an invitation may be good, and is where nothing is said. */
export const INVITATION_DAYS = { least: 1, most: 30, usual: 7 } as const;

/** How many days the link is good by which a desk is set up. */
const SETUP_DAYS = 1;

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

/** What is kept of a link besides its times. */
type Terms = Pick<Secret, 'kind' | 'label' | 'email' | 'by'> & { readonly role: Role };

const offer = async ({ store, clock }: AccountParts, terms: Terms, days: number): Promise<Offered> => {
  const secret = newSecret(terms.kind);
  const expiresAt = fromNow(clock, days * DAY);
  await store.putSecret({ ...terms, hash: hashOf(secret), createdAt: clock.now(), expiresAt });
  return { secret, expiresAt };
};

/** Offers the first person of a desk to become its admin; nothing once there is anyone. */
export const offerSetup = async (parts: AccountParts): Promise<Offered | undefined> =>
  (await parts.store.countReviewers()) === 0
    ? offer(parts, { kind: 'setup', role: 'admin', label: '' }, SETUP_DAYS)
    : undefined;

/** Whether a reviewer may give a role to others: leads and admins may, up to their own. */
export const mayInvite = (own: Role, given: Role): boolean => hasRole(own, 'lead') && hasRole(own, given);

/** What somebody is invited with. */
export interface Inviting {
  readonly role: Role;
  /** Whom it is meant for; may be empty. */
  readonly name: string;
  /** Where it is sent; whoever takes it has this email. */
  readonly email?: string | undefined;
  readonly days: number;
  /** Who invites. */
  readonly by: string;
}

/** Invites one person to come in with a role. */
export const invite = (parts: AccountParts, { role, name, email, days, by }: Inviting): Promise<Offered> =>
  offer(parts, { kind: 'invitation', role, label: name, by, ...(email !== undefined && { email }) }, days);

/** Makes an invitation good for as many days again, by another link: that of before opens nothing from the same moment on. Nothing where it was taken or withdrawn. */
export const inviteAgain = async (
  { store, clock }: AccountParts,
  { hash, createdAt, expiresAt }: Secret,
  by: string,
): Promise<Offered | undefined> => {
  const secret = newSecret('invitation');
  const until = fromNow(clock, daysOf({ createdAt, ...(expiresAt !== undefined && { expiresAt }) }) * DAY);
  const renewed = { hash: hashOf(secret), by, createdAt: clock.now(), expiresAt: until };
  return (await store.renewInvitation(hash, renewed)) ? { secret, expiresAt: until } : undefined;
};

/** An invitation that stands, by the id that leads nobody to it. */
export const invitationWith = async ({ store }: AccountParts, id: string): Promise<Secret | undefined> =>
  (await store.invitations()).find(({ hash }) => tokenId(hash) === id);

/** For how many days an invitation was made. */
export const daysOf = ({ createdAt, expiresAt = createdAt }: Pick<Secret, 'createdAt' | 'expiresAt'>): number =>
  Math.round((Date.parse(expiresAt) - Date.parse(createdAt)) / DAY);

/** The invitation that was sent to an email and is good now, the last one. */
export const invitationFor = async ({ store, clock }: AccountParts, email: string): Promise<Secret | undefined> => {
  const isOpenTo = (each: Secret): boolean =>
    each.email !== undefined && emailKey(each.email) === emailKey(email) && (each.expiresAt ?? '') > clock.now();
  return (await store.invitations()).findLast(isOpenTo);
};

const admit = async (
  parts: AccountParts,
  kind: 'setup' | 'invitation',
  hash: string,
  said: Person,
): Promise<Admitted> => {
  const kept = await parts.store.findSecret(hash);
  if (kept?.kind !== kind || !kept.role || kept.usedAt !== undefined) return { refused: 'not-good' };
  // What an invitation was sent to is theirs, whatever else they say.
  const isProven = kind === 'setup' || (kept.email !== undefined && kept.mailedAt !== undefined);
  const isSaid = said.isProven && (kept.email === undefined || emailKey(kept.email) === emailKey(said.email ?? ''));
  const person = {
    ...said,
    ...(kept.email !== undefined && { email: kept.email }),
    isProven: isProven || isSaid === true,
  };
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
  return admit(parts, 'setup', hashOf(secret), person);
};

/** An invitation, without using it up; nothing when it is not good, or no longer. */
export const invitationOffered = async (parts: AccountParts, secret: string): Promise<Secret | undefined> => {
  const kept = await parts.store.findSecret(hashOf(secret));
  if (kept?.kind !== 'invitation' || kept.usedAt !== undefined || kept.revokedAt !== undefined) return undefined;
  return kept.expiresAt === undefined || kept.expiresAt > parts.clock.now() ? kept : undefined;
};

/** Makes an account for whoever was invited, once. */
export const join = (parts: AccountParts, secret: string, person: Person): Promise<Admitted> =>
  admit(parts, 'invitation', hashOf(secret), person);

/** The same by what is kept of the invitation. */
export const joinBy = (parts: AccountParts, hash: string, person: Person): Promise<Admitted> =>
  admit(parts, 'invitation', hash, person);
