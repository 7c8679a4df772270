import type { Identity } from '../shared/api/records/accounts.ts';
import { PROVIDER_FAULTS, type ProviderFault } from '../shared/provider-faults.ts';
import { type Answer, ask, type Problem } from './api.ts';

/** Why the provider's way back let nobody in, as the address of the page says; nothing where it says nothing that is known. */
export const refusedIn = (search: string): ProviderFault | undefined => {
  const said = new URLSearchParams(search).get('refused');
  return PROVIDER_FAULTS.find((fault) => fault === said);
};

const goOn = (answer: Answer<{ readonly address: string }>): Problem | undefined => {
  if ('problem' in answer) return answer.problem;
  location.assign(answer.value.address);
  return undefined;
};

/** An invitation that somebody takes by the provider, and what they want to be called. */
export interface TakenAlong {
  readonly invitation: string;
  readonly name: string;
}

// In this tab alone, which has the link in its history anyway; what comes back from the provider knows only its hash.
const TAKEN_ALONG = 'touchstone.invitation';

/** Leaves for the provider, to come back signed in; what is answered is why not. */
export const signInByProvider = async (next: string, taken?: TakenAlong): Promise<Problem | undefined> => {
  const problem = goOn(await ask('POST', '/api/session/provider', { next, ...taken }));
  if (!problem && taken) sessionStorage.setItem(TAKEN_ALONG, taken.invitation);
  return problem;
};

/** The invitation with which somebody set out to the provider from this tab, where it still waits to be taken. */
export const invitationTakenAlong = (): string | undefined => sessionStorage.getItem(TAKEN_ALONG) ?? undefined;

/** It was taken, or another way was. */
export const forgetInvitation = (): void => sessionStorage.removeItem(TAKEN_ALONG);

/** Leaves for the provider, to come back with one's account linked; what is answered is why not. */
export const linkIdentity = async (): Promise<Problem | undefined> => goOn(await ask('POST', '/api/identities'));

export const loadIdentities = (): Promise<Answer<{ readonly identities: readonly Identity[] }>> =>
  ask('GET', '/api/identities');

export const unlinkIdentity = (id: string): Promise<Answer<unknown>> =>
  ask('DELETE', `/api/identities/${encodeURIComponent(id)}`);
