import type { Invitation, PendingInvitation } from '../shared/api/records/people.ts';
import type { Role } from '../shared/roles.ts';
import { type Answer, ask } from './api.ts';
import { language } from './strings/index.ts';

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
