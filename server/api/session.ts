import { filledText, record } from '../../shared/parsing.ts';
import { shownIn } from '../accounts/authenticate.ts';
import { dropSession, keepSession, sessionIn } from '../accounts/cookie.ts';
import { deviceOf } from '../accounts/device.ts';
import { emailOf } from '../accounts/person.ts';
import { closeSession, openSession } from '../accounts/sign-in.ts';
import { speakerOf } from '../accounts/speaker.ts';
import type { ServerParts } from '../parts.ts';
import type { Account, Secret } from '../storage/account-store.ts';
import { notSignedIn, problem } from './problem.ts';
import type { Answer, Asked, Route } from './route.ts';

/** What a reviewer may know of themselves. */
export const ownProfile = (account: Account): object => ({
  reviewer: {
    id: account.id,
    name: account.name,
    email: emailOf(account),
    role: account.role,
    colour: account.colour,
  },
});

/** Answers with a reviewer's own profile and a cookie that keeps the browser signed in; no longer than the secret `by` is good, where one is given. */
export const signedIn = async (
  { accounts, config }: ServerParts,
  { headers, address }: Pick<Asked, 'headers' | 'address'>,
  account: Account,
  status: number,
  by?: Secret,
): Promise<Answer> => {
  const opening = { device: deviceOf(headers['user-agent']), address, ...(by && { by }) };
  const session = await openSession(accounts, account, opening);
  return { status, headers: { 'Set-Cookie': keepSession(session, config.publicUrl) }, body: ownProfile(account) };
};

const who: Route = {
  method: 'get',
  path: '/api/session',
  needs: 'nobody',
  answer: async ({ accounts }, { headers, address }) => {
    const shown = shownIn(headers);
    const speaker = shown && (await speakerOf(accounts, shown, address));
    return speaker ? { status: 200, body: ownProfile(speaker.account) } : notSignedIn(shown?.kind === 'token');
  },
};

const signIn: Route = {
  method: 'post',
  path: '/api/session',
  needs: 'nobody',
  limited: true,
  bodyLimit: 10_000,
  answer: async (parts, asked) => {
    const token = filledText(200)(record(asked.body, '').token, 'token').trim();
    const speaker = await speakerOf(parts.accounts, { kind: 'token', secret: token });
    if (!speaker) return problem(401, 'sign-in', 'This access token is not good, or no longer.');
    // A browser may do all that its person may.
    if (speaker.scopes) return problem(403, 'scope', 'This access token is for programs: it does not open everything.');
    return signedIn(parts, asked, speaker.account, 200, speaker.shown);
  },
};

const signOut: Route = {
  method: 'delete',
  path: '/api/session',
  needs: 'nobody',
  answer: async ({ accounts, config }, { headers }) => {
    const session = sessionIn(headers.cookie);
    if (session !== undefined) await closeSession(accounts, session);
    return { status: 204, headers: { 'Set-Cookie': dropSession(config.publicUrl) } };
  },
};

export const sessionRoutes: readonly Route[] = [who, signIn, signOut];
