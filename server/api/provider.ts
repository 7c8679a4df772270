import { filledText, optional, own, record } from '../../shared/parsing.ts';
import type { ProviderFault } from '../../shared/provider-faults.ts';
import { keepWay, sessionIn, wayIn } from '../accounts/cookie.ts';
import { note } from '../accounts/events.ts';
import { hasOtherWay, identityId, letIn, linkIdentity } from '../accounts/identities.ts';
import { parseName } from '../accounts/person.ts';
import { type Identified, type Provider, ProviderRefused } from '../accounts/provider.ts';
import { comeBack, ownPath, setOut, WAY_MINUTES, type Way } from '../accounts/provider-ways.ts';
import { hashOf } from '../accounts/secret.ts';
import { speakerOf } from '../accounts/speaker.ts';
import type { ServerParts } from '../parts.ts';
import type { Identity } from '../storage/account-store.ts';
import { notAllowed, problem } from './problem.ts';
import { type Answer, type Asked, ok, type Route } from './route.ts';
import { signedIn } from './session.ts';

/** Where the provider sends a browser back to, exactly so; below the path that the cookie goes to. */
export const PROVIDER_CALLBACK = '/api/session/provider/callback';

const COOKIE_PATH = '/api/session/provider';

const noProvider = (): Answer =>
  problem(409, 'no-provider', 'This server knows no provider to sign in with. Sign in another way.');

/** Says for whoever runs the server what a provider did, without a word of what it answered. */
const logged = ({ log }: ServerParts, error: unknown): ProviderFault => {
  if (!(error instanceof ProviderRefused)) throw error;
  if (error.fault !== 'denied') log({ warning: `the OpenID provider: ${error.message}` });
  return error.fault;
};

/** Sends a browser on its way: the page goes to the address, and the cookie alone brings it back. */
const sent = async (parts: ServerParts, provider: Provider, way: Way): Promise<Answer> => {
  const secret = await setOut(parts.accounts, way);
  const address = await provider.begin(secret).catch((error: unknown) => logged(parts, error));
  if (!(address instanceof URL))
    return problem(
      502,
      `provider-${address}`,
      'The provider does not answer as it has to now. Sign in another way, or try again.',
    );
  const cookie = keepWay(secret, COOKIE_PATH, WAY_MINUTES, parts.config.publicUrl);
  return { status: 200, headers: { 'Set-Cookie': cookie }, body: { address: address.href } };
};

const begin: Route = {
  method: 'post',
  path: '/api/session/provider',
  needs: 'nobody',
  limited: true,
  bodyLimit: 10_000,
  answer: async (parts, { body }) => {
    if (!parts.provider) return noProvider();
    const fields = record(body, '');
    const secret = optional(filledText(200))(own(fields, 'invitation'), 'invitation');
    const name = optional(parseName)(own(fields, 'name') === '' ? undefined : own(fields, 'name'), 'name');
    const taken = secret !== undefined && { invitation: hashOf(secret), ...(name !== undefined && { name }) };
    return sent(parts, parts.provider, { next: ownPath(own(fields, 'next')), ...taken });
  },
};

const beginLink: Route = {
  method: 'post',
  path: '/api/identities',
  needs: 'viewer',
  scope: 'account',
  makesNothing: true,
  answer: async (parts, { speaker }) => {
    if (!parts.provider) return noProvider();
    // What comes back is taken from the same person's browser only, and a way in opens everything.
    if (speaker.shown.kind !== 'session') return notAllowed('This is for a browser that is signed in.');
    return sent(parts, parts.provider, { reviewer: speaker.reviewer.id, next: '/account' });
  },
};

const goOn = (path: string): Answer => ({ status: 303, headers: { Location: path } });

/** Back to where they set out, which says why in words. */
const turnedBack = (fault: ProviderFault, way?: Way): Answer => {
  if (way?.reviewer !== undefined) return goOn(`/account?refused=${fault}`);
  const next = way && way.next !== '/' ? `&next=${encodeURIComponent(way.next)}` : '';
  return goOn(`/sign-in?refused=${fault}${next}`);
};

const link = async (parts: ServerParts, asked: Asked, way: Way, identified: Identified): Promise<Answer> => {
  const { accounts } = parts;
  const session = sessionIn(asked.headers.cookie);
  const speaker = session === undefined ? undefined : await speakerOf(accounts, { kind: 'session', secret: session });
  if (speaker?.reviewer.id !== way.reviewer || !speaker) return turnedBack('late');
  const result = await linkIdentity(accounts, speaker.account, identified);
  if (result !== 'linked') return turnedBack(result, way);
  await note(accounts, 'identity-linked', asked, { reviewer: speaker.reviewer.id });
  return goOn(way.next);
};

const signIn = async (
  parts: ServerParts,
  asked: Asked,
  way: Way,
  provider: Provider,
  identified: Identified,
): Promise<Answer> => {
  const { accounts } = parts;
  const result = await letIn(accounts, provider.settings, identified, way);
  if ('refused' in result) {
    await note(accounts, 'refused-provider', asked, { reviewer: result.reviewer });
    return turnedBack(result.refused, way);
  }
  const whose = { reviewer: result.account.id };
  if (result.became === 'joined') await note(accounts, 'joined', asked, whose);
  if (result.became !== 'known') await note(accounts, 'identity-linked', asked, whose);
  await note(accounts, 'signed-in-provider', asked, whose);
  const { headers } = await signedIn(parts, asked, result.account, 303, 'provider', {
    idToken: identified.idToken,
  });
  return { status: 303, headers: { ...headers, Location: way.next } };
};

/** What came back in the query; what is there twice is not read (RFC 6749 §3.1). */
const queryOf = ({ query }: Asked): URLSearchParams =>
  new URLSearchParams(Object.entries(query).filter((each): each is [string, string] => typeof each[1] === 'string'));

const callback: Route = {
  method: 'get',
  path: PROVIDER_CALLBACK,
  needs: 'nobody',
  answer: async (parts, asked) => {
    const { accounts, provider } = parts;
    const secret = wayIn(asked.headers.cookie);
    const query = queryOf(asked);
    // Asked before the way is used up, so that a forged state does not cost it.
    const way = secret !== undefined && provider?.isOf(secret, query) ? await comeBack(accounts, secret) : undefined;
    if (!provider || secret === undefined || !way) {
      await note(accounts, 'refused-provider', asked);
      return turnedBack('late');
    }
    const identified = await provider.finish(secret, query).catch((error: unknown) => logged(parts, error));
    if (typeof identified === 'string') {
      await note(accounts, 'refused-provider', asked, { reviewer: way.reviewer });
      return turnedBack(identified, way);
    }
    if (way.reviewer !== undefined) return link(parts, asked, way, identified);
    return signIn(parts, asked, way, provider, identified);
  },
};

const shown = (identity: Identity): object => ({
  id: identityId(identity),
  issuer: identity.issuer,
  name: identity.name,
  createdAt: identity.createdAt,
  usedAt: identity.usedAt ?? null,
});

const list: Route = {
  method: 'get',
  path: '/api/identities',
  needs: 'viewer',
  scope: 'account',
  answer: async ({ accounts }, { speaker }) =>
    ok({ identities: (await accounts.store.identitiesOf(speaker.reviewer.id)).map(shown) }),
};

const unlink: Route = {
  method: 'delete',
  path: '/api/identities/:id',
  needs: 'viewer',
  scope: 'account',
  answer: async ({ accounts }, asked) => {
    const { account } = asked.speaker;
    const all = await accounts.store.identitiesOf(account.id);
    const one = all.find((each) => identityId(each) === asked.params.id);
    if (!one) return problem(404, 'not-found', 'Your account is not linked to this.');
    if (!(await hasOtherWay(accounts, account)))
      return problem(409, 'only-way', 'You have no other way in. Set a password or add a passkey first.');
    await accounts.store.removeIdentity(account.id, one.issuer, one.subject);
    await note(accounts, 'identity-unlinked', asked, { reviewer: account.id });
    return { status: 204 };
  },
};

/** Signing in by an OpenID provider, and which identities there an account is linked to. */
export const providerRoutes: readonly Route[] = [begin, callback, list, beginLink, unlink];
