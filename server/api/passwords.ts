import { choice, filledText, optional, own, record } from '../../shared/parsing.ts';
import { DEEDS } from '../../shared/permission.ts';
import { note } from '../accounts/events.ts';
import {
  faultOf,
  hasPassword,
  offerReset,
  RESET_HOURS,
  resetOffered,
  setPassword,
  useReset,
} from '../accounts/passwords.ts';
import { emailOf, parseEmail } from '../accounts/person.ts';
import { endSessions } from '../accounts/sessions.ts';
import { tokenId } from '../accounts/tokens.ts';
import { LETTER_LANGUAGES, type LetterLanguage, resetLetter } from '../mail/letters.ts';
import type { ServerParts } from '../parts.ts';
import type { Account } from '../storage/account-store.ts';
import { emailKey } from '../storage/email-key.ts';
import { notAllowed, problem, tooOften } from './problem.ts';
import { type Answer, type Asked, ok, type Route } from './route.ts';
import { parsePassword, weakPassword } from './weak-password.ts';

const NOT_GOOD = 'This link is not good, or no longer: it has been used, it has expired, or it was not copied whole.';

const notGood = (): Answer => problem(410, 'not-good', NOT_GOOD);

const change: Route = {
  method: 'put',
  path: '/api/password',
  needs: 'viewer',
  scope: 'account',
  bodyLimit: 10_000,
  answer: async (parts, asked) => {
    const { accounts, guesses, sockets } = parts;
    const { account, scopes, shown } = asked.speaker;
    if (scopes) return notAllowed('A token that does not open everything sets no password.');
    const fields = record(asked.body, '');
    const password = parsePassword(own(fields, 'password'), 'password');
    const current = optional(parsePassword)(own(fields, 'current'), 'current');
    const email = optional(parseEmail)(own(fields, 'email'), 'email') ?? emailOf(account);
    if (email === '') return problem(422, 'email-missing', 'Give the email that you sign in with.', { where: 'email' });
    if (email !== emailOf(account) && emailOf(account) !== '')
      return problem(422, 'email-kept', 'Your email stays as it is.', { where: 'email' });
    if (await accounts.store.passwordOf(account.id)) {
      const wait = guesses.take(account.id);
      if (wait > 0) return tooOften(wait);
      if (current === undefined || !(await hasPassword(accounts, account.id, current)))
        return problem(403, 'wrong-password', 'This is not your password now.', { where: 'current' });
      guesses.forget(account.id);
    }
    const fault = faultOf(password, { name: account.name, email });
    if (fault) return weakPassword(fault);
    if (email !== emailOf(account) && (await accounts.store.setEmail(account.id, email)) === 'taken')
      return problem(409, 'email-taken', 'There is an account with this email already.', { where: 'email' });
    await setPassword(accounts, account.id, password);
    await endSessions(accounts, account.id, (id) => id !== tokenId(shown.hash));
    await note(accounts, 'password-set', asked, { reviewer: account.id });
    await sockets.recheck(account.id);
    return { status: 204 };
  },
};

const mailReset = async (
  parts: ServerParts,
  asked: Asked,
  account: Account,
  language: LetterLanguage,
): Promise<void> => {
  const { accounts, config, mailer } = parts;
  const { secret } = await offerReset(accounts, account, 'mail');
  await note(accounts, 'reset-mailed', asked, { reviewer: account.id });
  const told = { desk: config.desk.name, link: `${config.publicUrl}/reset/${secret}`, hours: RESET_HOURS.mail };
  await mailer?.send({ to: account.email, ...resetLetter(language, told) });
};

const forgot: Route = {
  method: 'post',
  path: '/api/password/forgot',
  needs: 'nobody',
  limited: true,
  bodyLimit: 10_000,
  answer: (parts, asked) => {
    const { accounts, mailer, mailings } = parts;
    if (!mailer) return problem(409, 'no-mail', 'This server sends no mail. Ask an admin of your desk for a link.');
    const fields = record(asked.body, '');
    const email = parseEmail(own(fields, 'email'), 'email');
    const language = choice(LETTER_LANGUAGES)(own(fields, 'language') ?? 'en', 'language');
    // Looked up and sent only after this is answered: whether there is such an account is told by neither words nor time.
    const send = async (): Promise<void> => {
      const account = await accounts.store.reviewerByEmail(email);
      if (account?.disabledAt !== undefined || !account || emailOf(account) === '') return;
      if (mailings.take(emailKey(email)) > 0) return;
      await mailReset(parts, asked, account, language);
    };
    setImmediate(() => {
      send().catch((error: { readonly code?: string }) =>
        parts.log({ level: 'error', error: `a letter was not sent: ${error.code ?? 'for a reason unknown'}` }),
      );
    });
    return { status: 202 };
  },
};

const look: Route = {
  method: 'post',
  path: '/api/password/reset/look',
  needs: 'nobody',
  limited: true,
  bodyLimit: 10_000,
  answer: async ({ accounts }, { body }) => {
    const account = await resetOffered(accounts, filledText(200)(own(record(body, ''), 'secret'), 'secret'));
    return account ? ok({ name: account.name, email: emailOf(account) }) : notGood();
  },
};

const reset: Route = {
  method: 'post',
  path: '/api/password/reset',
  needs: 'nobody',
  limited: true,
  bodyLimit: 10_000,
  answer: async (parts, asked) => {
    const fields = record(asked.body, '');
    const secret = filledText(200)(own(fields, 'secret'), 'secret');
    const password = parsePassword(own(fields, 'password'), 'password');
    const result = await useReset(parts.accounts, secret, password);
    if ('refused' in result) return result.refused === 'weak' ? weakPassword(result.fault) : notGood();
    const { account } = result;
    parts.guesses.forget(emailKey(account.email));
    await note(parts.accounts, 'reset-used', asked, { reviewer: account.id });
    await parts.sockets.recheck(account.id);
    return { status: 204 };
  },
};

const makeReset: Route = {
  method: 'post',
  path: '/api/reviewers/:id/reset',
  needs: DEEDS.people,
  scope: 'desk',
  answer: async ({ accounts, config }, asked) => {
    const account = await accounts.store.reviewerById(asked.params.id ?? '');
    if (!account) return problem(404, 'not-found', 'There is no such reviewer.');
    if (account.disabledAt !== undefined) return problem(409, 'shut-out', 'This reviewer is shut out.');
    if (emailOf(account) === '')
      return problem(409, 'email-missing', 'This reviewer gave no email, and so cannot sign in with a password.');
    const { secret, expiresAt } = await offerReset(accounts, account, 'admin');
    await note(accounts, 'reset-made', asked, { reviewer: account.id, by: asked.speaker.reviewer.id });
    return { status: 201, body: { link: `${config.publicUrl}/reset/${secret}`, expiresAt } };
  },
};

/** Passwords: set and changed by their person, and set anew by a link. */
export const passwordRoutes: readonly Route[] = [change, forgot, look, reset, makeReset];
