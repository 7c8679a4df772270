import { filledText, type Parse, text, wrong } from '../../shared/parsing.ts';
import type { Profile } from '../../shared/protocol.ts';
import type { Reviewer, Role } from '../../shared/roles.ts';
import type { Account, AddedReviewer } from '../storage/account-store.ts';
import { colourAfter } from './colours.ts';
import type { AccountParts } from './parts.ts';

/** What a person says of themselves. */
export interface Person {
  /** Absent for a guest who gave none. */
  readonly email?: string;
  /** Whether more than their word says that the email is theirs. */
  readonly isProven?: boolean;
  readonly name: string;
}

const LOOKS_LIKE_EMAIL = /^[^\s@<>"\p{Cc}]{1,64}@[^\s@<>"\p{Cc}]{1,190}$/u;

// `.invalid` is nobody's (RFC 2606 §2), so that no mail ever goes there.
const GUEST = '@guest.invalid';

/** Reads an email address. */
export const parseEmail: Parse<string> = (value, where) => {
  const email = text(254)(value, where).trim();
  if (!LOOKS_LIKE_EMAIL.test(email) || email.toLowerCase().endsWith(GUEST)) {
    throw wrong(where, 'email');
  }
  return email;
};

/** Reads a person's name: one line of at most 100 characters. */
export const parseName: Parse<string> = (value, where) => {
  const name = filledText(100)(value, where).trim();
  if (/\p{Cc}/u.test(name)) throw wrong(where, 'name');
  return name;
};

/** The email that an account was made with; empty for a guest who gave none. */
export const emailOf = (account: Account): string => (account.email.endsWith(GUEST) ? '' : account.email);

/** What stands for an email in the account of someone who gave none. */
const guestEmail = (id: string): string => id + GUEST;

/** What everyone on an article may know of a reviewer. */
export const profileOf = ({ name, role, colour }: Account): Profile => ({ name, role, colour });

/** Somebody as operations and sights know them. */
export const reviewerOf = ({ id, role, article }: Account): Reviewer => ({
  id,
  role,
  ...(article !== undefined && { article }),
});

/** The profiles of these reviewers; those without an account are left out. */
export const profilesOf = async (
  { store }: AccountParts,
  ids: readonly string[],
): Promise<Readonly<Record<string, Profile>>> => {
  const known = await Promise.all(ids.map((id) => store.reviewerById(id)));
  return Object.fromEntries(known.flatMap((account) => (account ? [[account.id, profileOf(account)]] : [])));
};

/** Makes an account in a role, in a colour that the last ones have not. */
export const addPerson = async (
  parts: AccountParts,
  person: Person,
  role: Role,
  guest: Pick<Account, 'article' | 'link'> = {},
): Promise<AddedReviewer> => {
  const id = parts.newId();
  return parts.store.addReviewer({
    id,
    email: person.email ?? guestEmail(id),
    name: person.name,
    role,
    colour: colourAfter(await parts.store.countReviewers()),
    createdAt: parts.clock.now(),
    ...(person.isProven && person.email !== undefined && { emailProvenAt: parts.clock.now() }),
    ...guest,
  });
};

/** Makes somebody known by name who cannot come in: who wrote what was brought here from elsewhere. Nothing changes for who is known. */
export const addShutPerson = async ({ store, clock }: AccountParts, id: string, name: string): Promise<void> => {
  const at = clock.now();
  const colour = colourAfter(await store.countReviewers());
  await store.addReviewer({ id, email: guestEmail(id), name, colour, role: 'viewer', createdAt: at, disabledAt: at });
};
