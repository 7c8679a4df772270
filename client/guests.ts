import type { GuestLink, MadeGuestLink } from '../shared/api/records/accounts.ts';
import type { Role } from '../shared/roles.ts';
import { type Answer, ask } from './api.ts';

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
