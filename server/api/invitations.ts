import { choice, filledText, optional, own, record, text } from '../../shared/parsing.ts';
import { DEEDS } from '../../shared/permission.ts';
import { ROLES } from '../../shared/roles.ts';
import {
  ADMISSION_REFUSALS,
  type Admitted,
  invite,
  join,
  mayInvite,
  roleOffered,
  setUp,
} from '../accounts/admission.ts';
import { isFromOurPage } from '../accounts/authenticate.ts';
import { note } from '../accounts/events.ts';
import { isOnThisMachine } from '../accounts/on-this-machine.ts';
import { faultOf, setPassword } from '../accounts/passwords.ts';
import { type Person, parseEmail, parseName } from '../accounts/person.ts';
import type { ServerParts } from '../parts.ts';
import { notAllowed, problem } from './problem.ts';
import type { Answer, Asked, Route } from './route.ts';
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
  answer: async ({ accounts, config }, asked) => {
    const { speaker } = asked;
    const fields = record(asked.body, '');
    const role = choice(ROLES)(own(fields, 'role'), 'role');
    const name = text(100)(own(fields, 'name') ?? '', 'name');
    if (!mayInvite(speaker.reviewer.role, role)) return notAllowed('You cannot give a role above your own.');
    const { secret, expiresAt } = await invite(accounts, role, name);
    await note(accounts, 'invited', asked, { reviewer: speaker.reviewer.id });
    return { status: 201, body: { link: `${config.publicUrl}/join/${secret}`, role, expiresAt } };
  },
};

const lookAtInvitation: Route = {
  method: 'post',
  path: '/api/join/look',
  needs: 'nobody',
  bodyLimit: 10_000,
  answer: async ({ accounts }, { body }) => {
    const secret = filledText(200)(own(record(body, ''), 'secret'), 'secret');
    const role = await roleOffered(accounts, secret);
    if (role === undefined) return problem(STATUS['not-good'], 'not-good', ADMISSION_REFUSALS['not-good']);
    return { status: 200, body: { role } };
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
    const person = { name, ...(email !== undefined && { email }) };
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

export const invitationRoutes: readonly Route[] = [makeInvitation, lookAtInvitation, joinDesk, setUpDesk, setUpAlone];
