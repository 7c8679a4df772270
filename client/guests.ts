import type { Role } from '../shared/roles.ts';
import { type Answer, ask } from './api.ts';

/** A link by which guests come to one article, without itself. */
export interface GuestLink {
  readonly id: string;
  readonly label: string;
  readonly role: Role;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** The names of those who came in by it. */
  readonly guests: readonly string[];
}

/** A link with itself: told once, when it is made. */
export interface MadeGuestLink extends GuestLink {
  readonly link: string;
}

/** Where a guest link leads. */
export interface Offered {
  readonly article: string;
  readonly title: string;
  readonly role: Role;
  readonly expiresAt: string;
}

const linksOf = (article: string): string => `/api/articles/${encodeURIComponent(article)}/guests`;

export const loadGuestLinks = (article: string): Promise<Answer<{ readonly links: readonly GuestLink[] }>> =>
  ask('GET', linksOf(article));

export const makeGuestLink = (
  article: string,
  terms: { readonly role: string; readonly days: number; readonly label: string },
): Promise<Answer<MadeGuestLink>> => ask('POST', linksOf(article), terms);

export const revokeGuestLink = (article: string, id: string): Promise<Answer<undefined>> =>
  ask('DELETE', `${linksOf(article)}/${id}`);

export const lookAtGuestLink = (secret: string): Promise<Answer<Offered>> => ask('POST', '/api/guest/look', { secret });
