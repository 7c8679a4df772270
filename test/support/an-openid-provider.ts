import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import type { ProviderSettings } from '../../server/accounts/provider.ts';

/** What a provider says of somebody. */
export interface Claims {
  readonly name?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}

/** A real OpenID provider on this machine. Close it. */
export interface OpenIdProvider {
  readonly settings: ProviderSettings;
  /** Whom it knows, by subject. */
  readonly people: Map<string, Claims>;
  /** While this is set, it says of itself that it is another, or is asked and says nothing. */
  fault: 'misnamed' | 'silent' | undefined;
  /** Has somebody say yes on its pages, or no; resolves with where the browser is sent back to. */
  signIn(address: string, subject: string): Promise<URL>;
  close(): Promise<void>;
}

const CLIENT = { client_id: 'touchstone', client_secret: 'a secret of the client, 32 characters' } as const;

/** Who says no at the provider. */
export const NO_ONE = 'nobody';

const configuration = (people: ReadonlyMap<string, Claims>, callback: string): object => ({
  clients: [{ ...CLIENT, redirect_uris: [callback], response_types: ['code'], grant_types: ['authorization_code'] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => true },
  cookies: { keys: ['kept by nobody'] },
  jwks: { keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })] },
  ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  findAccount: (_context: unknown, subject: string) => ({
    accountId: subject,
    claims: async () => ({ sub: subject, ...people.get(subject) }),
  }),
  interactions: { url: (_context: unknown, { uid }: { readonly uid: string }) => `/interaction/${uid}` },
  // Whoever signs in agrees to what is asked.
  loadExistingGrant: async ({ oidc }: { readonly oidc: Asking }) => {
    const { clientId } = oidc.client;
    const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope('openid email profile');
    await grant.save();
    return grant;
  },
});

interface Asking {
  readonly provider: Provider;
  readonly client: { readonly clientId: string };
  readonly session: { readonly accountId: string };
}

const listening = async (server: Server): Promise<number> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};

/** Follows a provider's own pages as a browser does, its cookies kept, until it sends the browser elsewhere. */
const followed = async (address: string, subject: string): Promise<URL> => {
  const { origin } = new URL(address);
  const cookies = new Map<string, string>();
  let next = new URL(address);
  while (next.origin === origin) {
    if (/^\/interaction\/[^/]+$/.test(next.pathname)) next = new URL(`${next.href}/${subject}`);
    const cookie = [...cookies].map((each) => each.join('=')).join('; ');
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie, connection: 'close' } });
    await answer.arrayBuffer();
    for (const [, name = '', value = ''] of answer.headers
      .getSetCookie()
      .flatMap((each) => [...each.matchAll(/^([^=]+)=([^;]*)/g)]))
      cookies.set(name, value);
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`the provider answered ${answer.status} at ${next.pathname}`);
    next = new URL(location, next);
  }
  return next;
};

/** Starts a provider on a port of its own, which sends browsers back to one address. */
export const startOpenIdProvider = async (callback: string): Promise<OpenIdProvider> => {
  const people = new Map<string, Claims>();
  const server = createServer();
  const issuer = `http://127.0.0.1:${await listening(server)}`;
  const provider = new Provider(issuer, configuration(people, callback));
  const answer = provider.callback();

  /** One page on which somebody says who they are: a link for each whom it knows, and one for no. */
  const interact = async (request: IncomingMessage, response: ServerResponse, subject?: string): Promise<void> => {
    if (subject === NO_ONE) return provider.interactionFinished(request, response, { error: 'access_denied' });
    if (subject !== undefined)
      return provider.interactionFinished(request, response, { login: { accountId: subject } });
    const links = [...people.keys(), NO_ONE].map((each) => `<p><a href="${request.url}/${each}">${each}</a></p>`);
    response.setHeader('Content-Type', 'text/html').end(`<!doctype html><title>Provider</title>${links.join('')}`);
  };

  const started: OpenIdProvider = {
    settings: {
      issuer,
      clientId: CLIENT.client_id,
      clientSecret: CLIENT.client_secret,
      name: 'Example Login',
      domains: [],
    },
    people,
    fault: undefined,
    signIn: followed,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close').catch(() => {});
    },
  };

  server.on('request', (request, response) => {
    if (started.fault === 'silent') return;
    if (started.fault === 'misnamed' && request.url?.startsWith('/.well-known/')) {
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ issuer: 'https://other.example' }));
      return;
    }
    const [, subject] = /^\/interaction\/[^/]+(?:\/(\w+))?$/.exec(request.url ?? '') ?? [];
    void (request.url?.startsWith('/interaction/') ? interact(request, response, subject) : answer(request, response));
  });
  return started;
};
