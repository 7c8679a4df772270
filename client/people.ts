import type { AccountEvent } from '../shared/api/records/accounts.ts';
import type { Profile } from '../shared/protocol.ts';
import type { Role } from '../shared/roles.ts';
import { type Answer, ask } from './api.ts';
import { askAll } from './ask-all.ts';

/** A person of the desk, as admins see them. */
export interface Person extends Profile {
  readonly id: string;
  readonly disabled: boolean;
  /** Empty for who gave none. */
  readonly email?: string;
}

/** A link that is given to one person. */
export interface HandedLink {
  readonly link: string;
  readonly expiresAt: string;
}

export const loadPeople = (): Promise<Answer<{ readonly reviewers: readonly Person[] }>> =>
  askAll('/api/reviewers', 'reviewers');

/** Gives somebody another role, shuts them out or lets them in again. */
export const changePerson = (
  id: string,
  change: { readonly role: Role } | { readonly disabled: boolean },
): Promise<Answer<Person>> => ask('PATCH', `/api/reviewers/${id}`, change);

/** Deletes somebody for good, once their name is given. */
export const deletePerson = (id: string, confirm: string): Promise<Answer<{ readonly id: string }>> =>
  ask('POST', `/api/reviewers/${id}/deletion`, { confirm });

export const makeResetLink = (id: string): Promise<Answer<HandedLink>> => ask('POST', `/api/reviewers/${id}/reset`);

/** What happened, the newest first; what was before an event, where one is named. */
export const loadEvents = (
  before?: string,
): Promise<Answer<{ readonly events: readonly AccountEvent[]; readonly next: string | null }>> =>
  ask('GET', `/api/account-events${before === undefined ? '' : `?before=${encodeURIComponent(before)}`}`);
