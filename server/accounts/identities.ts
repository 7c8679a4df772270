import type { ProviderFault } from '../../shared/provider-faults.ts';
import type { Account, Identity } from '../storage/account-store.ts';
import { invitationFor, joinBy } from './admission.ts';
import type { AccountParts } from './parts.ts';
import { addPerson, emailOf, type Person, parseEmail, parseName } from './person.ts';
import type { Identified, ProviderSettings } from './provider.ts';
import type { Way } from './provider-ways.ts';
import { hashOf } from './secret.ts';

/** Who is let in and how they became known by it, or why they are not and who they would be, where that is known. */
export type LetIn =
  | { readonly account: Account; readonly became: 'known' | 'linked' | 'joined' }
  | { readonly refused: ProviderFault; readonly reviewer?: string };

/** What names an identity to its owner. */
export const identityId = ({ issuer, subject }: Pick<Identity, 'issuer' | 'subject'>): string =>
  hashOf(`${issuer}\n${subject}`).slice(0, 16);

/** What an identity is called, as its owner knows it. */
const calledOf = ({ email, name, subject }: Identified): string => (email || name || subject).slice(0, 200);

const identityOf = (identified: Identified, reviewer: string, createdAt: string): Identity => ({
  issuer: identified.issuer,
  subject: identified.subject,
  reviewer,
  name: calledOf(identified),
  createdAt,
});

/** The email that a provider says is theirs, as it may stand in an account; nothing where there is none. */
const verifiedEmail = ({ email, isVerified }: Identified): string | undefined => {
  if (!isVerified) return undefined;
  try {
    return parseEmail(email, '');
  } catch {
    return undefined;
  }
};

/** A name that may stand in an account: the one that the provider says, or else how the email begins. */
const nameFor = ({ name }: Identified, email: string): string => {
  const said = name
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 100)
    .trim();
  return parseName(said || email.replace(/@.*/, ''), '');
};

const isTaken = ({ domains }: ProviderSettings, email: string): boolean =>
  domains.length === 0 || domains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase());

/** Links an identity to an account; why not, where it or the account has another. */
export const linkIdentity = async (
  { store, clock }: AccountParts,
  account: Account,
  identified: Identified,
): Promise<'linked' | 'taken' | 'another'> => {
  const before = await store.identity(identified.issuer, identified.subject);
  if (before) return before.reviewer === account.id ? 'linked' : 'taken';
  const isAdded = await store.addIdentity(identityOf(identified, account.id, clock.now()));
  return isAdded ? 'linked' : 'another';
};

/** Takes an invitation for who was identified. */
const byInvitation = async (
  parts: AccountParts,
  invitation: string,
  person: Person,
  identified: Identified,
): Promise<LetIn> => {
  const result = await joinBy(parts, invitation, person);
  if ('refused' in result) return { refused: result.refused === 'email-taken' ? 'another' : 'late' };
  await linkIdentity(parts, result.admitted, identified);
  return { account: result.admitted, became: 'joined' };
};

const byEmail = async (parts: AccountParts, settings: ProviderSettings, identified: Identified): Promise<LetIn> => {
  const email = verifiedEmail(identified);
  if (email === undefined) return { refused: 'unverified' };
  if (!isTaken(settings, email)) return { refused: 'domain' };
  const account = await parts.store.reviewerByEmail(email);
  if (account?.disabledAt !== undefined) return { refused: 'shut-out', reviewer: account.id };
  // An email that somebody only typed may be another's: who has it would be let into the account of who typed it.
  if (account && account.emailProvenAt === undefined) return { refused: 'unproven', reviewer: account.id };
  if (account) {
    const linked = await linkIdentity(parts, account, identified);
    // Who has the same email but is another subject may be somebody who was given the address later.
    return linked === 'linked' ? { account, became: 'linked' } : { refused: linked, reviewer: account.id };
  }
  const person = { name: nameFor(identified, email), email, isProven: true };
  const invitation = await invitationFor(parts, email);
  if (invitation) return byInvitation(parts, invitation.hash, person, identified);
  if (settings.newcomers === undefined) return { refused: 'stranger' };
  const result = await addPerson(parts, person, settings.newcomers);
  if (!('added' in result)) return { refused: 'late' };
  await linkIdentity(parts, result.added, identified);
  return { account: result.added, became: 'joined' };
};

/**
 * Lets in whom a provider identified: by issuer and subject, who are never another; at first sight by an email that it says is theirs
 * and that is known to be the account's too (OpenID Connect Core 1.0 §5.7).
 */
export const letIn = async (
  parts: AccountParts,
  settings: ProviderSettings,
  identified: Identified,
  way: Pick<Way, 'invitation' | 'name'> = {},
): Promise<LetIn> => {
  const { store, clock } = parts;
  const identity = await store.identity(identified.issuer, identified.subject);
  if (!identity && way.invitation !== undefined) {
    const email = verifiedEmail(identified);
    const name = nameFor({ ...identified, name: way.name || identified.name }, identified.email || 'x');
    return byInvitation(
      parts,
      way.invitation,
      { name, ...(email !== undefined && { email, isProven: true }) },
      identified,
    );
  }
  if (!identity) return byEmail(parts, settings, identified);
  const account = await store.reviewerById(identity.reviewer);
  if (!account || account.disabledAt !== undefined) return { refused: 'shut-out', reviewer: identity.reviewer };
  await store.useIdentity(identity.issuer, identity.subject, clock.now());
  return { account, became: 'known' };
};

/** Whether somebody could come in again by themselves without an identity: by a password, a passkey or another one. */
export const hasOtherWay = async ({ store }: AccountParts, account: Account): Promise<boolean> =>
  ((await store.passwordOf(account.id)) !== undefined && emailOf(account) !== '') ||
  (await store.passkeysOf(account.id)).length > 0 ||
  (await store.identitiesOf(account.id)).length > 1;
