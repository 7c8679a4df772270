import { type PasswordFault, passwordFault } from '../shared/password-rules.ts';
import { type Answer, ask, type Problem } from './api.ts';
import { language, t } from './strings/index.ts';

/** What one's account has to sign in with. */
export interface Ways {
  /** Empty for who gave none. */
  readonly email: string;
  readonly passwordSetAt: string | null;
}

/** How one comes in here. */
export interface EntranceWays {
  readonly desk: string;
  /** Whether letters are sent. */
  readonly mail: boolean;
  /** Whether nobody is here yet and this browser is on the machine of the server. */
  readonly alone: boolean;
  /** What the OpenID provider is called by which one may sign in; null: there is none. */
  readonly provider: string | null;
}

const problemIn = (answer: Answer<unknown>): Problem | undefined => ('problem' in answer ? answer.problem : undefined);

const said = (fault: PasswordFault): string => t(`password.${fault}`);

/** Why a password will not be taken from somebody of whom others know so much, before it is sent. */
export const faultInWords = (password: string, about: readonly string[]): string | undefined => {
  const fault = passwordFault(password, about.filter(Boolean));
  return fault && said(fault);
};

export const loadWays = (): Promise<Answer<Ways>> => ask('GET', '/api/account');

export const loadEntrance = (): Promise<Answer<EntranceWays>> => ask('GET', '/api/entrance');

/** Sets or changes one's password. */
export const setPassword = async (fields: {
  readonly password: string;
  readonly current?: string;
  readonly email?: string;
}): Promise<Problem | undefined> => problemIn(await ask('PUT', '/api/password', fields));

/** Asks for a letter with a link; nothing is told of whether there is such an account. */
export const forgotPassword = async (email: string): Promise<Problem | undefined> =>
  problemIn(await ask('POST', '/api/password/forgot', { email, language: language() === 'de' ? 'de' : 'en' }));

/** Whose password a link sets. */
export const lookAtReset = (secret: string): Promise<Answer<{ readonly name: string; readonly email: string }>> =>
  ask('POST', '/api/password/reset/look', { secret });

export const resetPassword = async (secret: string, password: string): Promise<Problem | undefined> =>
  problemIn(await ask('POST', '/api/password/reset', { secret, password }));
