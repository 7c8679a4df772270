import { choice, filledText, Invalid, integer, optional, own, type Parse, record, text } from '../../shared/parsing.ts';
import { DEEDS } from '../../shared/permission.ts';
import { ROLES } from '../../shared/roles.ts';
import {
  ADMISSION_REFUSALS,
  type Admitted,
  daysOf,
  INVITATION_DAYS,
  type Inviting,
  invitationOffered,
  invitationWith,
  invite,
  inviteAgain,
  join,
  mayInvite,
  type Offered,
  setUp,
} from '../accounts/admission.ts';
import { isFromOurPage } from '../accounts/authenticate.ts';
import { note } from '../accounts/events.ts';
import { isOnThisMachine } from '../accounts/on-this-machine.ts';
import { faultOf, setPassword } from '../accounts/passwords.ts';
import { type Person, parseEmail, parseName } from '../accounts/person.ts';
import { hashOf } from '../accounts/secret.ts';
import { tokenId } from '../accounts/tokens.ts';
import { invitationLetter, LETTER_LANGUAGES, type LetterLanguage } from '../mail/letters.ts';
import type { ServerParts } from '../parts.ts';
import { emailKey } from '../storage/email-key.ts';
import { notAllowed, problem, tooOften } from './problem.ts';
import { type Answer, type Asked, type AskedBy, ok, type Route } from './route.ts';
import { signedIn } from './session.ts';
import { parsePassword, weakPassword } from './weak-password.ts';

const STATUS: Readonly<Record<keyof typeof ADMISSION_REFUSALS, number>> = {
  'not-good': 410,
  'email-taken': 409,
  'set-up': 410,
};

/** Who comes in, with the password that they chose if they did. */
interface Arriving {
  readonly what: 'set-up' | 'joined';
  readonly person: Person;
  readonly password: string | undefined;
  readonly admit: () => Promise<Admitted>;
}

const welcome = async (parts: ServerParts, asked: Asked, arriving: Arriving): Promise<Answer> => {
  const { what, person, password, admit } = arriving;
  // Asked before the link is used up, so that a weak one does not cost it.
  if (password !== undefined && person.email === undefined)
    return problem(422, 'email-missing', 'Give the email that you sign in with.', { where: 'email' });
  const fault = password === undefined ? undefined : faultOf(password, person);
  if (fault) return weakPassword(fault);
  const result = await admit();
  if ('refused' in result) return problem(STATUS[result.refused], result.refused, ADMISSION_REFUSALS[result.refused]);
  const { id } = result.admitted;
  if (password !== undefined) await setPassword(parts.accounts, id, password);
  await note(parts.accounts, what, asked, { reviewer: id });
  return signedIn(parts, asked, result.admitted, 201, 'link');
};

const passwordIn = (fields: Readonly<Record<string, unknown>>): string | undefined =>
  own(fields, 'password') === '' ? undefined : optional(parsePassword)(own(fields, 'password'), 'password');

const makeInvitation: Route = {
  method: 'post',
  path: '/api/invitations',
  needs: DEEDS.invite,
  scope: 'desk',
  bodyLimit: 10_000,
  answer: async (parts, asked) => {
    const { reviewer } = asked.speaker;
    const fields = record(asked.body, '');
    const role = choice(ROLES)(own(fields, 'role'), 'role');
    const name = text(100)(own(fields, 'name') ?? '', 'name');
    const email = optional(parseEmail)(own(fields, 'email') === '' ? undefined : own(fields, 'email'), 'email');
    const days = parseDays(own(fields, 'days') ?? INVITATION_DAYS.usual, 'days');
    const language = languageIn(fields);
    if (!mayInvite(reviewer.role, role)) return notAllowed('You cannot give a role above your own.');
    if (email !== undefined && (await parts.accounts.store.reviewerByEmail(email)))
      return problem(422, 'known', 'Somebody with this email is here already.', { where: 'email' });
    const inviting = { role, name, email, days, by: reviewer.id };
    const made = await handOver(parts, asked, language, inviting, () => invite(parts.accounts, inviting));
    if (made.status === 201) await note(parts.accounts, 'invited', asked, { reviewer: reviewer.id });
    return made;
  },
};

const parseDays: Parse<number> = (value, where) => {
  const days = integer(INVITATION_DAYS.least)(value, where);
  if (days > INVITATION_DAYS.most) throw new Invalid(where, `at most ${INVITATION_DAYS.most} days`);
  return days;
};

const languageIn = (fields: Readonly<Record<string, unknown>>): LetterLanguage =>
  choice(LETTER_LANGUAGES)(own(fields, 'language') ?? 'en', 'language');

const noInvitation = (): Answer =>
  problem(404, 'not-found', 'There is no such invitation: it was taken, or withdrawn.');

/** Offers an invitation, and sends it where it has an email and letters are sent; only who is sent none is given the link. */
const handOver = async (
  parts: ServerParts,
  { speaker }: AskedBy,
  language: LetterLanguage,
  { email, days, role }: Pick<Inviting, 'email' | 'days' | 'role'>,
  offer: () => Promise<Offered | undefined>,
): Promise<Answer> => {
  const { accounts, config, mailer, mailings } = parts;
  const wait = mailer && email !== undefined ? mailings.take(emailKey(email)) : 0;
  if (wait > 0) return tooOften(wait);
  const offered = await offer();
  if (!offered) return noInvitation();
  const { secret, expiresAt } = offered;
  const link = `${config.publicUrl}/join/${secret}`;
  const told = { desk: config.desk.name, by: speaker.account.name, link, days };
  const isMailed =
    mailer !== undefined &&
    email !== undefined &&
    (await mailer.send({ to: email, ...invitationLetter(language, told) }).then(
      () => true,
      (error: { readonly code?: string }) => {
        parts.log({ level: 'error', error: `a letter was not sent: ${error.code ?? 'for a reason unknown'}` });
        return false;
      },
    ));
  if (isMailed) await accounts.store.noteMailed(hashOf(secret), accounts.clock.now());
  const id = tokenId(hashOf(secret));
  return { status: 201, body: { id, role, expiresAt, link: isMailed ? null : link, mailed: isMailed } };
};

const listInvitations: Route = {
  method: 'get',
  path: '/api/invitations',
  needs: DEEDS.invite,
  scope: 'desk',
  answer: async ({ accounts }) => {
    const standing = await accounts.store.invitations();
    const shown = standing.map(async ({ hash, label, email, role, by, createdAt, expiresAt = '' }) => ({
      id: tokenId(hash),
      ...{ name: label, email: email ?? '', role: role ?? 'viewer', createdAt, expiresAt },
      by: (by !== undefined && (await accounts.store.reviewerById(by))?.name) || '',
      expired: expiresAt <= accounts.clock.now(),
    }));
    return ok({ invitations: await Promise.all(shown) });
  },
};

const sendAgain: Route = {
  method: 'post',
  path: '/api/invitations/:id/again',
  needs: DEEDS.invite,
  scope: 'desk',
  bodyLimit: 10_000,
  answer: async (parts, asked) => {
    const { accounts } = parts;
    const { reviewer } = asked.speaker;
    const language = languageIn(record(asked.body, ''));
    const kept = await invitationWith(accounts, asked.params.id ?? '');
    if (!kept?.role) return noInvitation();
    if (!mayInvite(reviewer.role, kept.role)) return notAllowed('You cannot give a role above your own.');
    const inviting = { role: kept.role, email: kept.email, days: daysOf(kept) };
    const offer = () => inviteAgain(accounts, kept, reviewer.id);
    const made = await handOver(parts, asked, language, inviting, offer);
    if (made.status === 201) await note(accounts, 'invitation-renewed', asked, { reviewer: reviewer.id });
    return made;
  },
};

const withdraw: Route = {
  method: 'delete',
  path: '/api/invitations/:id',
  needs: DEEDS.invite,
  scope: 'desk',
  answer: async ({ accounts }, asked) => {
    const { reviewer } = asked.speaker;
    const kept = await invitationWith(accounts, asked.params.id ?? '');
    if (!kept?.role) return noInvitation();
    if (!mayInvite(reviewer.role, kept.role)) return notAllowed('You cannot withdraw what you could not give.');
    await accounts.store.revokeSecret(kept.hash, accounts.clock.now());
    await note(accounts, 'invitation-withdrawn', asked, { reviewer: reviewer.id });
    return { status: 204 };
  },
};

const lookAtInvitation: Route = {
  method: 'post',
  path: '/api/join/look',
  needs: 'nobody',
  limited: true,
  bodyLimit: 10_000,
  answer: async ({ accounts }, { body }) => {
    const secret = filledText(200)(own(record(body, ''), 'secret'), 'secret');
    const offered = await invitationOffered(accounts, secret);
    if (!offered) return problem(STATUS['not-good'], 'not-good', ADMISSION_REFUSALS['not-good']);
    return ok({ role: offered.role ?? 'viewer', name: offered.label, email: offered.email ?? '' });
  },
};

const joinDesk: Route = {
  method: 'post',
  path: '/api/join',
  needs: 'nobody',
  limited: true,
  bodyLimit: 10_000,
  answer: async (parts, asked) => {
    const fields = record(asked.body, '');
    const secret = filledText(200)(own(fields, 'secret'), 'secret');
    const name = parseName(own(fields, 'name'), 'name');
    const email = optional(parseEmail)(own(fields, 'email') === '' ? undefined : own(fields, 'email'), 'email');
    const offered = await invitationOffered(parts.accounts, secret);
    const theirs = offered?.email ?? email;
    const person = { name, ...(theirs !== undefined && { email: theirs }) };
    const admit = () => join(parts.accounts, secret, person);
    return welcome(parts, asked, { what: 'joined', person, password: passwordIn(fields), admit });
  },
};

const setUpDesk: Route = {
  method: 'post',
  path: '/api/setup',
  needs: 'nobody',
  limited: true,
  bodyLimit: 10_000,
  answer: async (parts, asked) => {
    const fields = record(asked.body, '');
    const secret = filledText(200)(own(fields, 'secret'), 'secret');
    const name = parseName(own(fields, 'name'), 'name');
    const email = parseEmail(own(fields, 'email'), 'email');
    const person = { name, email };
    const admit = () => setUp(parts.accounts, secret, person);
    return welcome(parts, asked, { what: 'set-up', person, password: passwordIn(fields), admit });
  },
};

/** What somebody is called who works alone and has not said a name; they see it as it is in their language. */
const ALONE = { en: 'You', de: 'Sie' } as const;

const setUpAlone: Route = {
  method: 'post',
  path: '/api/setup/alone',
  needs: 'nobody',
  limited: true,
  bodyLimit: 10_000,
  answer: async (parts, asked) => {
    if (!isOnThisMachine(asked, parts.config.publicUrl))
      return notAllowed('This is for a browser on the machine that the server runs on, with nothing in between.');
    // A browser says which page asks; whoever says nothing is no browser that could keep the session.
    if (!isFromOurPage(asked.headers, parts.config.publicUrl))
      return notAllowed('The request comes from a page of another site.');
    const fields = record(asked.body, '');
    const secret = filledText(200)(own(fields, 'secret'), 'secret');
    const language = choice(ALONE)(own(fields, 'language') ?? 'en', 'language');
    const person = { name: ALONE[language] };
    const admit = () => setUp(parts.accounts, secret, person);
    return welcome(parts, asked, { what: 'set-up', person, password: undefined, admit });
  },
};

export const invitationRoutes: readonly Route[] = [
  makeInvitation,
  listInvitations,
  sendAgain,
  withdraw,
  lookAtInvitation,
  joinDesk,
  setUpDesk,
  setUpAlone,
];
