import { choice, filledText, optional, own, record, text } from '../../shared/parsing.ts';
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
import { parseEmail, parseName } from '../accounts/person.ts';
import type { ServerParts } from '../parts.ts';
import { notAllowed, problem } from './problem.ts';
import type { Answer, Asked, Route } from './route.ts';
import { signedIn } from './session.ts';

const STATUS: Readonly<Record<keyof typeof ADMISSION_REFUSALS, number>> = {
  'not-good': 410,
  'email-taken': 409,
  'set-up': 410,
};

const welcome = async (parts: ServerParts, asked: Asked, result: Admitted): Promise<Answer> =>
  'admitted' in result
    ? signedIn(parts, asked, result.admitted, 201)
    : problem(STATUS[result.refused], result.refused, ADMISSION_REFUSALS[result.refused]);

const makeInvitation: Route = {
  method: 'post',
  path: '/api/invitations',
  needs: 'lead',
  scope: 'desk',
  bodyLimit: 10_000,
  answer: async ({ accounts, config }, { body, speaker }) => {
    const fields = record(body, '');
    const role = choice(ROLES)(own(fields, 'role'), 'role');
    const name = text(100)(own(fields, 'name') ?? '', 'name');
    if (!mayInvite(speaker.reviewer.role, role)) return notAllowed('You cannot give a role above your own.');
    const { secret, expiresAt } = await invite(accounts, role, name);
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
    return welcome(parts, asked, await join(parts.accounts, secret, { name, ...(email !== undefined && { email }) }));
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
    return welcome(parts, asked, await setUp(parts.accounts, secret, { name, email }));
  },
};

export const invitationRoutes: readonly Route[] = [makeInvitation, lookAtInvitation, joinDesk, setUpDesk];
