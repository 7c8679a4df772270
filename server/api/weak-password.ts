import { Invalid, type Parse } from '../../shared/parsing.ts';
import { PASSWORD_FAULTS, type PasswordFault } from '../../shared/password-rules.ts';
import { problem } from './problem.ts';
import type { Answer } from './route.ts';

/** No password is longer than this, in UTF-16 units; what is shorter is told why it is not taken. */
const LONGEST = 1_000;

/** Reads a password as it was typed: spaces belong to it. What is wrong with it is never told with it (T11). */
export const parsePassword: Parse<string> = (value, where) => {
  if (typeof value !== 'string' || value === '') throw new Invalid(where, 'a password is expected');
  if (value.length > LONGEST) throw new Invalid(where, `at most ${LONGEST} characters are read`);
  return value;
};

/** Why a password is not taken. */
export const weakPassword = (fault: PasswordFault): Answer =>
  problem(422, `password-${fault}`, PASSWORD_FAULTS[fault], { where: 'password' });
