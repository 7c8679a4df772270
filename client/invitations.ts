import type { Role } from '../shared/roles.ts';
import { type Answer, ask } from './api.ts';
import { language } from './strings/index.ts';

/** An invitation as it is made. */
export interface Invitation {
  readonly id: string;
  /** Null where it was mailed. */
  readonly link: string | null;
  readonly expiresAt: string;
  readonly mailed: boolean;
}

/** An invitation that was neither taken nor withdrawn. */
export interface PendingInvitation {
  readonly id: string;
  /** Whom it is meant for; may be empty. */
  readonly name: string;
  /** Empty where it is handed over. */
  readonly email: string;
  readonly role: Role;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** Empty where that is not known. */
  readonly by: string;
  readonly expired: boolean;
}

const inLanguage = (): { readonly language: 'en' | 'de' } => ({ language: language() === 'de' ? 'de' : 'en' });

/** Invites somebody; what is empty may be left out. */
export const invite = (role: Role, name: string, email: string, days: number): Promise<Answer<Invitation>> =>
  ask('POST', '/api/invitations', { role, days, ...inLanguage(), ...(name && { name }), ...(email && { email }) });

export const loadInvitations = (): Promise<Answer<{ readonly invitations: readonly PendingInvitation[] }>> =>
  ask('GET', '/api/invitations');

/** Sends it again: the link of before opens nothing any more. */
export const renewInvitation = (id: string): Promise<Answer<Invitation>> =>
  ask('POST', `/api/invitations/${id}/again`, inLanguage());

export const withdrawInvitation = (id: string): Promise<Answer<unknown>> => ask('DELETE', `/api/invitations/${id}`);
