import { signal } from '@preact/signals';
import { hasRole, type Role } from '../shared/roles.ts';
import { ask, type Problem, whenSignedOut } from './api.ts';

/** Who uses this browser. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** A CSS colour, white can be read on it. */
  readonly colour: string;
  /** Of a guest: the one article that they see. */
  readonly article?: string;
}

/** What is known of who uses this browser. */
export type Presence =
  | { readonly state: 'asking' }
  | { readonly state: 'unknown'; readonly problem: Problem }
  | { readonly state: 'signed-out' }
  | { readonly state: 'signed-in'; readonly account: Account };

export const presence = signal<Presence>({ state: 'asking' });

whenSignedOut(() => {
  presence.value = { state: 'signed-out' };
});

interface Entered {
  readonly reviewer: Account;
}

/** Asks the server who is signed in. */
export const loadAccount = async (): Promise<void> => {
  const answer = await ask<Entered>('GET', '/api/session');
  if ('value' in answer) presence.value = { state: 'signed-in', account: answer.value.reviewer };
  else if (answer.problem.kind === 'signed-out') presence.value = { state: 'signed-out' };
  else presence.value = { state: 'unknown', problem: answer.problem };
};

const enter = async (path: string, shown: object): Promise<Problem | undefined> => {
  const answer = await ask<Entered>('POST', path, shown);
  if ('problem' in answer) return answer.problem;
  presence.value = { state: 'signed-in', account: answer.value.reviewer };
  return undefined;
};

/** Signs in by what is shown, an access token or email and password; what is answered is why not, `words` where it is not good. */
export const signIn = async (shown: object, words: string): Promise<Problem | undefined> => {
  const problem = await enter('/api/session', shown);
  return problem?.kind === 'signed-out' ? { ...problem, words } : problem;
};

/** Becomes the first person of a desk, its admin (`setup`), takes an invitation (`join`) or comes to one article (`guest`); what is empty may be left out. */
export const comeIn = (
  way: 'setup' | 'join' | 'guest',
  secret: string,
  { name, email, password }: Readonly<Record<string, string>>,
): Promise<Problem | undefined> =>
  enter(`/api/${way}`, { secret, name, ...(email && { email }), ...(password && { password }) });

/** For whom an invitation is, as far as it says. */
export interface Offered {
  readonly role: Role;
  /** Empty where nobody is named. */
  readonly name: string;
  /** Where it was mailed, and the email of whoever takes it; empty where it was handed over. */
  readonly email: string;
}

/** For whom an invitation is, or why it is not good; neither when that cannot be told now. */
export const lookAtInvitation = async (
  secret: string,
): Promise<{ readonly offered?: Offered; readonly refusal?: Problem }> => {
  const answer = await ask<Offered>('POST', '/api/join/look', { secret });
  if ('value' in answer) return { offered: answer.value };
  return answer.problem.kind === 'refused' ? { refusal: answer.problem } : {};
};

/** Where who has just signed out here still is signed in: the page of the provider at which that is ended. */
export const stillSignedInAt = signal<string | undefined>(undefined);

/** Signs out of this browser; what is answered is why not. */
export const signOut = async (): Promise<Problem | undefined> => {
  const answer = await ask<{ readonly address: string | null }>('POST', '/api/session/end');
  if ('problem' in answer && answer.problem.kind !== 'signed-out') return answer.problem;
  stillSignedInAt.value = ('value' in answer && answer.value.address) || undefined;
  presence.value = { state: 'signed-out' };
  return undefined;
};

/** Whether who is signed in may do what a role may. */
export const may = (needed: Role): boolean =>
  presence.value.state === 'signed-in' && hasRole(presence.value.account.role, needed);

/** At most two initials of a name: of its first and its last word. */
export const initials = (name: string): string => {
  const words = name.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => firstLetter(word ?? '')).join('');
};

/** A name where there is little room: its first letter and its last word, where it is written as names with initials are. */
export const shortName = (name: string): string => {
  const [first = '', ...others] = name.trim().split(/\s+/u);
  const last = others.at(-1) ?? '';
  return [first, last].every((word) => /^\p{Lu}/u.test(word)) ? `${firstLetter(first)}. ${last}` : name;
};

const firstLetter = (word: string): string => (/[\p{L}\p{N}]\p{M}*/u.exec(word)?.[0] ?? '').toUpperCase();
