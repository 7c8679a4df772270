import { filledText, own, record, text } from '../../shared/parsing.ts';
import { shownIn } from '../accounts/authenticate.ts';
import { dropSession, keepSession, sessionIn } from '../accounts/cookie.ts';
import { deviceOf } from '../accounts/device.ts';
import { note } from '../accounts/events.ts';
import { signInByPassword } from '../accounts/passwords.ts';
import { emailOf } from '../accounts/person.ts';
import { hashOf } from '../accounts/secret.ts';
import { closeSession, idTokenOf, openSession } from '../accounts/sign-in.ts';
import { speakerOf } from '../accounts/speaker.ts';
import type { ServerParts } from '../parts.ts';
import type { Account, Secret, SessionWay } from '../storage/account-store.ts';
import { notSignedIn, problem, tooOften } from './problem.ts';
import type { Answer, Asked, Route } from './route.ts';
import { parsePassword } from './weak-password.ts';

/** What a reviewer may know of themselves. */
const ownProfile = (account: Account): object => ({
  reviewer: {
    id: account.id,
    name: account.name,
    email: emailOf(account),
    role: account.role,
    colour: account.colour,
    ...(account.article !== undefined && { article: account.article }),
  },
});

/** Answers with a reviewer's own profile and a cookie that keeps the browser signed in; no longer than the secret `by` is good, where one is given. */
export const signedIn = async (
  { accounts, config }: ServerParts,
  { headers, address }: Pick<Asked, 'headers' | 'address'>,
  account: Account,
  status: number,
  way: SessionWay,
  more: { readonly by?: Secret; readonly idToken?: string } = {},
): Promise<Answer> => {
  const opening = { way, device: deviceOf(headers['user-agent']), address, ...more };
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

const byToken = async (parts: ServerParts, asked: Asked, token: string): Promise<Answer> => {
  const speaker = await speakerOf(parts.accounts, { kind: 'token', secret: token });
  if (!speaker) {
    await note(parts.accounts, 'refused-token', asked);
    return problem(401, 'sign-in', 'This access token is not good, or no longer.');
  }
  // A browser may do all that its person may.
  if (speaker.scopes) return problem(403, 'scope', 'This access token is for programs: it does not open everything.');
  await note(parts.accounts, 'signed-in-token', asked, { reviewer: speaker.reviewer.id });
  return signedIn(parts, asked, speaker.account, 200, 'token', { by: speaker.shown });
};

const byPassword = async (parts: ServerParts, asked: Asked, email: string, password: string): Promise<Answer> => {
  const result = await signInByPassword(parts.accounts, parts.guesses, email, password);
  if ('wait' in result) {
    await note(parts.accounts, 'refused-often', asked);
    return tooOften(result.wait);
  }
  if ('refused' in result) {
    await note(parts.accounts, 'refused-password', asked, { reviewer: result.refused?.id });
    return problem(401, 'sign-in', 'Email or password is wrong.');
  }
  await note(parts.accounts, 'signed-in-password', asked, { reviewer: result.account.id });
  return signedIn(parts, asked, result.account, 200, 'password');
};

const signIn: Route = {
  method: 'post',
  path: '/api/session',
  needs: 'nobody',
  limited: true,
  bodyLimit: 10_000,
  answer: async (parts, asked) => {
    const fields = record(asked.body, '');
    const email = own(fields, 'email');
    if (email === undefined) return byToken(parts, asked, filledText(200)(own(fields, 'token'), 'token').trim());
    return byPassword(
      parts,
      asked,
      text(254)(email, 'email').trim(),
      parsePassword(own(fields, 'password'), 'password'),
    );
  },
};

/** Where somebody who is signed out here can sign out at the provider too; nothing where it does not say. */
const endAtProvider = ({ provider, log }: ServerParts, idToken?: string): Promise<URL | undefined> | undefined =>
  provider?.end(idToken).catch((error: Error) => {
    log({ warning: `the OpenID provider: ${error.message}` });
    return undefined;
  });

/** A session that has ended. */
interface Ended {
  readonly way?: SessionWay;
  readonly idToken?: string;
}

/** Ends the session that a browser shows; what it was, where it was one. */
const leave = async ({ accounts }: ServerParts, asked: Asked): Promise<Ended | undefined> => {
  const session = sessionIn(asked.headers.cookie);
  if (session === undefined) return undefined;
  const speaker = await speakerOf(accounts, { kind: 'session', secret: session });
  const kept = await accounts.store.findSecret(hashOf(session));
  await closeSession(accounts, session);
  if (speaker) await note(accounts, 'signed-out', asked, { reviewer: speaker.reviewer.id });
  if (!speaker || !kept) return undefined;
  const idToken = idTokenOf(kept, session);
  return { ...(kept.way && { way: kept.way }), ...(idToken !== undefined && { idToken }) };
};

const signOut: Route = {
  method: 'delete',
  path: '/api/session',
  needs: 'nobody',
  answer: async (parts, asked) => {
    await leave(parts, asked);
    return { status: 204, headers: { 'Set-Cookie': dropSession(parts.config.publicUrl) } };
  },
};

const signOutFully: Route = {
  method: 'post',
  path: '/api/session/end',
  needs: 'nobody',
  makesNothing: true,
  answer: async (parts, asked) => {
    const ended = await leave(parts, asked);
    const address = ended?.way === 'provider' ? await endAtProvider(parts, ended.idToken) : undefined;
    const headers = { 'Set-Cookie': dropSession(parts.config.publicUrl) };
    return { status: 200, headers, body: { address: address?.href ?? null } };
  },
};

export const sessionRoutes: readonly Route[] = [who, signIn, signOut, signOutFully];
