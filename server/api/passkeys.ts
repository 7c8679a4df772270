import { filledText, own, record } from '../../shared/parsing.ts';
import { note } from '../accounts/events.ts';
import {
  addPasskey,
  askForPasskey,
  MOST_PASSKEYS,
  offerPasskey,
  type Site,
  signInByPasskey,
} from '../accounts/passkeys.ts';
import { parseName } from '../accounts/person.ts';
import type { ServerParts } from '../parts.ts';
import type { Passkey } from '../storage/account-store.ts';
import { notAllowed, problem } from './problem.ts';
import { ok, type Route } from './route.ts';
import { signedIn } from './session.ts';

const siteOf = ({ config }: ServerParts): Site => ({ publicUrl: config.publicUrl, name: config.desk.name });

const shown = ({ id, name, createdAt, usedAt }: Passkey): object => ({ id, name, createdAt, usedAt: usedAt ?? null });

const list: Route = {
  method: 'get',
  path: '/api/passkeys',
  needs: 'viewer',
  scope: 'account',
  answer: async ({ accounts }, { speaker }) =>
    ok({ passkeys: (await accounts.store.passkeysOf(speaker.reviewer.id)).map(shown) }),
};

const offer: Route = {
  method: 'post',
  path: '/api/passkeys/challenge',
  needs: 'viewer',
  scope: 'account',
  makesNothing: true,
  answer: async (parts, asked) =>
    ok({ options: await offerPasskey(parts.accounts, siteOf(parts), asked.speaker.account) }),
};

const add: Route = {
  method: 'post',
  path: '/api/passkeys',
  needs: 'viewer',
  scope: 'account',
  bodyLimit: 20_000,
  makesNothing: true,
  answer: async (parts, asked) => {
    // A passkey opens everything, so what does not open everything adds none.
    if (asked.speaker.scopes) return notAllowed('A token that does not open everything adds no passkey.');
    const fields = record(asked.body, '');
    const name = parseName(own(fields, 'name'), 'name');
    const response = record(own(fields, 'response'), 'response');
    const { account } = asked.speaker;
    const result = await addPasskey(parts.accounts, siteOf(parts), account, name, response);
    if ('added' in result) {
      await note(parts.accounts, 'passkey-added', asked, { reviewer: account.id });
      return { status: 201, body: shown(result.added) };
    }
    if (result.refused === 'too-many')
      return problem(409, 'too-many', `You have ${MOST_PASSKEYS} passkeys. Remove one that you do not use.`);
    return problem(422, 'not-good', 'This passkey is not good, or it came too late. Try again.', { where: 'response' });
  },
};

const remove: Route = {
  method: 'delete',
  path: '/api/passkeys/:id',
  needs: 'viewer',
  scope: 'account',
  answer: async ({ accounts }, asked) => {
    const { id } = asked.speaker.reviewer;
    if (!(await accounts.store.removePasskey(id, asked.params.id ?? '')))
      return problem(404, 'not-found', 'You have no such passkey.');
    await note(accounts, 'passkey-removed', asked, { reviewer: id });
    return { status: 204 };
  },
};

const ask: Route = {
  method: 'post',
  path: '/api/session/passkey/challenge',
  needs: 'nobody',
  limited: true,
  answer: async (parts) => ok({ options: await askForPasskey(parts.accounts, siteOf(parts)) }),
};

const signIn: Route = {
  method: 'post',
  path: '/api/session/passkey',
  needs: 'nobody',
  limited: true,
  bodyLimit: 20_000,
  answer: async (parts, asked) => {
    const response = record(own(record(asked.body, ''), 'response'), 'response');
    const id = filledText(1_500)(own(response, 'id'), 'response.id');
    const result = await signInByPasskey(parts.accounts, siteOf(parts), { ...response, id });
    if ('refused' in result) {
      await note(parts.accounts, 'refused-passkey', asked, { reviewer: result.refused });
      return problem(401, 'sign-in', 'This passkey is not known here, or it came too late.');
    }
    await note(parts.accounts, 'signed-in-passkey', asked, { reviewer: result.account.id });
    return signedIn(parts, asked, result.account, 200, 'passkey');
  },
};

/** Passkeys: made, listed and removed by their person, and signed in with. */
export const passkeyRoutes: readonly Route[] = [list, offer, add, remove, ask, signIn];
