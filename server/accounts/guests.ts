import type { Role } from '../../shared/roles.ts';
import { DAY, fromNow } from '../clock.ts';
import type { Account, Secret } from '../storage/account-store.ts';
import { isOpen } from './open-secret.ts';
import type { AccountParts } from './parts.ts';
import { addPerson } from './person.ts';
import { hashOf, newSecret } from './secret.ts';
import { tokenId } from './tokens.ts';

/** The roles that a guest may have. */
export const GUEST_ROLES = { viewer: 'reads', annotator: 'works on claims' } as const satisfies Partial<
  Record<Role, string>
>;

/** How many days a guest link may be good. */
export const GUEST_DAYS = { least: 1, most: 90 } as const;

/** The most guests of one link: more is no invitation any more. */
export const MOST_GUESTS = 100;

/** What a guest link is made with. */
export interface GuestTerms {
  readonly role: keyof typeof GUEST_ROLES;
  readonly days: number;
  readonly label: string;
}

/** A guest link as those see it who share the article: never the link itself. */
export interface GuestLink {
  readonly id: string;
  readonly label: string;
  readonly role: Role;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** The names of those who came in by it. */
  readonly guests: readonly string[];
}

const linkOf = async ({ store }: AccountParts, secret: Secret): Promise<GuestLink> => ({
  id: tokenId(secret.hash),
  label: secret.label,
  role: secret.role ?? 'viewer',
  createdAt: secret.createdAt,
  expiresAt: secret.expiresAt ?? '',
  guests: (await store.guestsBy(secret.hash)).map(({ name }) => name),
});

/** Makes a link that lets guests to one article. It is given away here, and never seen again. */
export const makeGuestLink = async (
  parts: AccountParts,
  article: string,
  { role, days, label }: GuestTerms,
): Promise<GuestLink & { readonly secret: string }> => {
  const secret = newSecret('guest');
  const times = { createdAt: parts.clock.now(), expiresAt: fromNow(parts.clock, days * DAY) };
  const kept: Secret = { hash: hashOf(secret), kind: 'guest', article, role, label, ...times };
  await parts.store.putSecret(kept);
  return { ...(await linkOf(parts, kept)), secret };
};

const openLinks = async ({ store, clock }: AccountParts, article: string): Promise<readonly Secret[]> => {
  const links = await store.guestLinks(article);
  const states = await Promise.all(links.map((link) => isOpen(store, link, clock.now())));
  return links.filter((_, index) => states[index]);
};

/** The links by which guests come to an article now, in the order they were made. */
export const guestLinksOf = async (parts: AccountParts, article: string): Promise<readonly GuestLink[]> =>
  Promise.all((await openLinks(parts, article)).map((link) => linkOf(parts, link)));

/** Revokes a guest link: whoever came in by it is out. Answers with them; with nothing when there is no such link. */
export const revokeGuestLink = async (
  parts: AccountParts,
  article: string,
  id: string,
): Promise<readonly Account[] | undefined> => {
  const link = (await openLinks(parts, article)).find(({ hash }) => tokenId(hash) === id);
  if (!link || !(await parts.store.revokeSecret(link.hash, parts.clock.now()))) return undefined;
  return parts.store.guestsBy(link.hash);
};

/** What a guest link leads to; nothing when it is not good, or no longer. */
export const guestLinkOffered = async (
  { store, clock }: AccountParts,
  secret: string,
): Promise<(Secret & { readonly article: string; readonly role: Role }) | undefined> => {
  const link = await store.findSecret(hashOf(secret));
  if (link?.kind !== 'guest' || !link.article || !link.role) return undefined;
  return (await isOpen(store, link, clock.now())) ? { ...link, article: link.article, role: link.role } : undefined;
};

/** A guest comes in by a link, with a name; full when there are too many already. */
export const enterAsGuest = async (
  parts: AccountParts,
  link: Secret & { readonly article: string; readonly role: Role },
  name: string,
): Promise<Account | 'full'> => {
  if ((await parts.store.guestsBy(link.hash)).length >= MOST_GUESTS) return 'full';
  const result = await addPerson(parts, { name }, link.role, { article: link.article, link: link.hash });
  return 'added' in result ? result.added : result.taken;
};
