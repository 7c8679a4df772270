import assert from 'node:assert/strict';
import { offerSetup } from '../../../server/accounts/admission.ts';
import { enterAsGuest, guestLinkOffered, MOST_GUESTS } from '../../../server/accounts/guests.ts';
import { MOST_PASSKEYS } from '../../../server/accounts/passkeys.ts';
import { offerReset } from '../../../server/accounts/passwords.ts';
import { anAuthenticator } from '../../support/an-authenticator.ts';
import { startOpenIdProvider } from '../../support/an-openid-provider.ts';
import { cookieOf, type Received, type RunningServer, startServer } from './a-server.ts';
import { of, standing, TEXT, type World } from './open-api-cases.ts';

const SITE = 'https://desk.example';
const PASSWORD = 'lunar cheese tribunal';
const PAGE = '<!doctype html><title>Study</title><p>It weighs 382 kg of rock.</p>';

const secretIn = (received: Received): string => received.json.link.split('/').at(-1);

/** Asks, and is answered with this status. */
const answered = async (server: RunningServer, status: number, ...asked: Parameters<RunningServer['ask']>) => {
  const received = await server.ask(...asked);
  assert.equal(received.status, status, `${asked[0]} ${asked[1]}: ${received.text.slice(0, 200)}`);
  return received;
};

/** What is asked again by its tag; without the second header, `fetch` says that it wants nothing that was kept. */
const known = ({ headers }: Received): Readonly<Record<string, string>> => ({
  'if-none-match': headers.get('etag') ?? '',
  'cache-control': 'max-age=0',
});

/** On a server of its own. */
const elsewhere = async (
  setting: Parameters<typeof startServer>[0],
  tell: (server: RunningServer) => Promise<void>,
): Promise<void> => {
  const server = await startServer(setting);
  try {
    await tell(server);
  } finally {
    await server.close();
  }
};

/** What is answered only after something else was done, by what it is about. */
export const STORIES: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
  'setting up on the server’s own machine': () =>
    elsewhere({ publicUrl: 'http://localhost:3000' }, async (server) => {
      const { secret } = (await offerSetup(server.parts.accounts))!;
      const headers = { origin: server.url };
      await answered(server, 422, 'POST', '/api/setup/alone', { json: {}, headers });
      await answered(server, 201, 'POST', '/api/setup/alone', { json: { secret }, headers });
      await answered(server, 410, 'POST', '/api/setup/alone', { json: { secret }, headers });
    }),

  'joining with an email that is taken': async ({ server, admin }) => {
    const secret = secretIn(await server.ask('POST', '/api/invitations', { by: admin, json: { role: 'viewer' } }));
    const json = { secret, name: 'Otto', email: 'viewer@example.org' };
    await answered(server, 409, 'POST', '/api/join', { json });
  },

  'an invitation that is sent again and withdrawn': async ({ server, admin }) => {
    const json = { role: 'viewer', email: 'sol@example.org' };
    const { id } = (await answered(server, 201, 'POST', '/api/invitations', { by: admin, json })).json;
    const again = await answered(server, 201, 'POST', `/api/invitations/${id}/again`, { by: admin, json: {} });
    await answered(server, 200, 'POST', '/api/join/look', { json: { secret: secretIn(again) } });
    await answered(server, 200, 'GET', '/api/invitations', { by: admin });
    await answered(server, 204, 'DELETE', `/api/invitations/${again.json.id}`, { by: admin });
  },

  'tokens and sessions that end': async ({ server, viewer }) => {
    const { json } = await server.ask('POST', '/api/tokens', { by: viewer, json: { label: 'x' } });
    await answered(server, 204, 'DELETE', `/api/tokens/${json.id}`, { by: viewer });
    const entered = await answered(server, 200, 'POST', '/api/session', { json: { token: viewer.token } });
    const { sessions } = (await server.ask('GET', '/api/sessions', { headers: { cookie: cookieOf(entered) } })).json;
    await answered(server, 204, 'DELETE', `/api/sessions/${sessions[0].id}`, { by: viewer });
  },

  passkeys: () =>
    elsewhere({ publicUrl: SITE }, async (server) => {
      const una = await server.add('annotator', 'una');
      const add = async (status: number) => {
        const { options } = (await server.ask('POST', '/api/passkeys/challenge', { by: una })).json;
        const authenticator = anAuthenticator('desk.example');
        const json = { name: 'laptop', response: authenticator.make(options.challenge, SITE) };
        return { authenticator, made: await answered(server, status, 'POST', '/api/passkeys', { by: una, json }) };
      };
      const { authenticator, made } = await add(201);
      const { options } = (await server.ask('POST', '/api/session/passkey/challenge')).json;
      const response = authenticator.show(options.challenge, SITE);
      await answered(server, 200, 'POST', '/api/session/passkey', { json: { response } });
      for (let count = 1; count < MOST_PASSKEYS; count += 1) await add(201);
      await add(409);
      await answered(server, 204, 'DELETE', `/api/passkeys/${made.json.id}`, { by: una });
    }),

  'an OpenID provider': async () => {
    const provider = await startOpenIdProvider(`${SITE}/api/session/provider/callback`);
    provider.people.set('u1', { email: 'una@example.org', email_verified: true });
    await elsewhere({ publicUrl: SITE, provider: provider.settings }, async (server) => {
      await server.add('annotator', 'una');
      await answered(server, 422, 'POST', '/api/session/provider', { json: [] });
      const begun = await answered(server, 200, 'POST', '/api/session/provider', { json: {} });
      const { pathname, search } = await provider.signIn(begun.json.address, 'u1');
      const sent = { headers: { cookie: cookieOf(begun) } };
      const headers = {
        cookie: cookieOf(await answered(server, 303, 'GET', pathname + search, sent)),
        origin: SITE,
      };
      await answered(server, 200, 'POST', '/api/identities', { headers });
      const { json } = await answered(server, 200, 'GET', '/api/identities', { headers });
      const path = `/api/identities/${json.identities[0].id}`;
      await answered(server, 409, 'DELETE', path, { headers });
      await answered(server, 204, 'PUT', '/api/password', { headers, json: { password: PASSWORD } });
      await answered(server, 204, 'DELETE', path, { headers });
    });
    await provider.close();
    await elsewhere({ publicUrl: SITE, provider: provider.settings }, async (server) => {
      await answered(server, 502, 'POST', '/api/session/provider', { json: {} });
      const una = await server.add('annotator', 'una');
      const entered = await answered(server, 200, 'POST', '/api/session', { json: { token: una.token } });
      const headers = { cookie: cookieOf(entered), origin: SITE };
      await answered(server, 502, 'POST', '/api/identities', { headers });
    });
  },

  'passwords that are forgotten': () =>
    elsewhere({ mailer: { send: async () => {}, close: () => {} } }, async (server) => {
      const una = await server.add('annotator', 'una');
      await answered(server, 202, 'POST', '/api/password/forgot', { json: { email: 'una@example.org' } });
      await answered(server, 422, 'POST', '/api/password/forgot', { json: { email: 'una' } });
      const { secret } = await offerReset(server.parts.accounts, una.account, 'admin');
      await answered(server, 200, 'POST', '/api/password/reset/look', { json: { secret } });
      const reset = (status: number, password: string) =>
        answered(server, status, 'POST', '/api/password/reset', { json: { secret, password } });
      await reset(422, 'password1234');
      await reset(204, PASSWORD);
    }),

  'an email that is another’s': async ({ server, admin }) => {
    const secret = secretIn(await server.ask('POST', '/api/invitations', { by: admin, json: { role: 'viewer' } }));
    const joined = await answered(server, 201, 'POST', '/api/join', { json: { secret, name: 'Nemo' } });
    const headers = { cookie: cookieOf(joined), origin: server.parts.config.publicUrl };
    const json = { password: PASSWORD, email: 'viewer@example.org' };
    await answered(server, 409, 'PUT', '/api/password', { json, headers });
  },

  'a link for guests, to its end': async (world) => {
    const { server, admin } = world;
    const json = { role: 'viewer', days: 3 };
    const made = await answered(server, 201, 'POST', of(world, '/guests'), { by: admin, json });
    const secret = secretIn(made);
    await answered(server, 200, 'POST', '/api/guest/look', { json: { secret } });
    await answered(server, 201, 'POST', '/api/guest', { json: { secret, name: 'Sol' } });
    const { accounts } = server.parts;
    const link = (await guestLinkOffered(accounts, secret))!;
    for (let count = 1; count < MOST_GUESTS; count += 1) await enterAsGuest(accounts, link, `Sol ${count}`);
    await answered(server, 409, 'POST', '/api/guest', { json: { secret, name: 'Luna' } });
    await answered(server, 204, 'DELETE', of(world, `/guests/${made.json.id}`), { by: admin });
  },

  'versions that are taken over and back': async (world) => {
    const { server, admin } = world;
    const { id } = (await server.ask('POST', '/api/articles', { by: admin, json: { text: TEXT } })).json;
    const at = `/api/articles/${id}`;
    const take = async (text: string): Promise<string> => {
      const { from } = (await server.ask('POST', `${at}/difference`, { by: admin, json: { text } })).json;
      return (await answered(server, 201, 'POST', `${at}/received`, { by: admin, json: { text, from } })).json.received;
    };
    const [first, second] = [await take(TEXT.replace('80', '18')), await take(TEXT.replace('80', '81'))];
    await answered(server, 409, 'DELETE', `${at}/received/${first}`, { by: admin });
    await answered(server, 200, 'DELETE', `${at}/received/${second}`, { by: admin });
  },

  'annotations at their addresses': async (world) => {
    const { server, admin } = world;
    const message = { thread: 't1', message: 'm1', text: 'Which?', mentions: [] };
    const parts = [
      { kind: 'claim.mark', claim: 'seen', quote: { exact: 'cheese' }, fields: { statement: 'The moon is cheese.' } },
      { kind: 'claim.mark', claim: 'gone', quote: { exact: 'Reuters' }, fields: {} },
      { kind: 'thread.open', claim: 'seen', ...message },
      { kind: 'verdict.give', verdict: 'v', claim: 'seen', scale: 'truth@1', rating: 'false', rationale: 'Rock.' },
    ];
    const does = async (opId: string, ...done: readonly object[]) => {
      const { version } = (await server.ask('GET', of(world), { by: admin })).json;
      const sent = { by: admin, json: { opId, base: version, parts: done } };
      const { json } = await answered(server, 200, 'POST', of(world, '/operations'), sent);
      assert.deepEqual(json.dropped, []);
    };
    await does('stand', ...parts);
    await does('withdraw', { kind: 'claim.withdraw', claim: 'gone' });
    const html = { accept: 'text/html' };
    for (const path of ['', '/pages/1', '/claims/seen', '/threads/t1/m1']) {
      await answered(server, 303, 'GET', standing(world, path), { by: admin, headers: html });
      await answered(server, 401, 'GET', standing(world, path));
      const shown = await answered(server, 200, 'GET', standing(world, path), { by: admin });
      await answered(server, 304, 'GET', standing(world, path), { by: admin, headers: known(shown) });
    }
    await answered(server, 410, 'GET', standing(world, '/claims/gone'), { by: admin });
    const text = `/articles/${world.article}/text/1`;
    const words = await answered(server, 200, 'GET', text, { by: admin });
    await answered(server, 304, 'GET', text, { by: admin, headers: known(words) });
    await answered(server, 200, 'GET', of(world, '/claims/seen/review'), { by: admin });
    await does('thread', { kind: 'thread.withdraw', thread: 't1', message: 'm1' });
    await answered(server, 410, 'GET', standing(world, '/threads/t1/m1'), { by: admin });
  },

  'annotations of work that is blind': async (world) => {
    const { server, admin, viewer } = world;
    const { id } = (await server.ask('POST', '/api/articles', { by: admin, json: { text: TEXT } })).json;
    const blind = { ...world, article: id };
    const parts = [{ kind: 'article.configure', settings: { blind: 'all' } }];
    await server.ask('POST', of(blind, '/operations'), { by: admin, json: { opId: 'blind', base: 1, parts } });
    for (const path of ['', '/pages/1', '/claims/c1', '/threads/t1/m1'])
      await answered(server, 403, 'GET', standing(blind, path), { by: viewer });
  },

  'copies that are looked at, that are on their way, and that everyone sees; a report whose article is deleted': async (
    world,
  ) => {
    const { server, admin } = world;
    const { id } = (await server.ask('POST', '/api/articles', { by: admin, json: { title: 'Moon', text: TEXT } })).json;
    const [at, sent] = [`/api/articles/${id}`, { by: admin }];
    const parts = [
      { kind: 'claim.mark', claim: 'c', quote: { exact: 'cheese' }, fields: {} },
      { kind: 'source.add', source: 's', fields: { title: 'Study', kind: 'study' } },
      { kind: 'source.add', source: 'slow', fields: { url: 'https://slow.example/' } },
      { kind: 'evidence.attach', evidence: 'e', claim: 'c', source: 's', fields: { stance: 'refutes' } },
      { kind: 'verdict.give', verdict: 'v', claim: 'c', scale: 'truth@1', rating: 'false', rationale: 'Rock.' },
      { kind: 'article.configure', settings: { copies: true } },
    ];
    const done = await server.ask('POST', `${at}/operations`, { ...sent, json: { opId: 'cite', base: 1, parts } });
    assert.deepEqual(done.json.dropped, []);
    const { captures } = (await server.ask('GET', `${at}/captures`, sent)).json;
    await answered(server, 204, 'DELETE', `${at}/captures/${captures[0].id}`, sent);
    const body = new FormData();
    body.set('source', 's');
    body.set('file', new Blob([PAGE], { type: 'text/html' }), 'page.html');
    const { json } = await answered(server, 201, 'POST', `${at}/captures`, { ...sent, body });
    await answered(server, 200, 'GET', `${at}/captures/${json.id}/page`, sent);
    await answered(server, 200, 'GET', `${at}/sources/s/leaning`, sent);
    await answered(server, 422, 'GET', `${at}/looks/s?limit=0`, sent);
    const publication = { version: done.json.version, change: 'first' };
    const made = await answered(server, 201, 'POST', `${at}/reports`, { ...sent, json: publication });
    const address = new URL(made.json.address).pathname;
    for (const path of [address, `${address}/v/1`]) {
      const shown = await answered(server, 200, 'GET', path);
      await answered(server, 304, 'GET', path, { headers: known(shown) });
    }
    const copy = `${address}/v/1/copies/${json.id}`;
    for (const path of [copy, `${copy}/page`, `${copy}/file`]) await answered(server, 200, 'GET', path);
    await answered(server, 200, 'POST', `${at}/deletion`, { ...sent, json: { confirm: 'Moon' } });
    for (const path of [address, `${address}/v/1`, `${address}/embed`]) await answered(server, 410, 'GET', path);
  },

  'a person who is deleted': async ({ server, admin }) => {
    const { account } = await server.add('viewer', 'Cleo Diaz');
    const sent = { by: admin, json: { confirm: 'Cleo Diaz' } };
    await answered(server, 200, 'POST', `/api/reviewers/${account.id}/deletion`, sent);
  },

  'what comes in a batch': async ({ server, admin, batch }) => {
    const { items } = (await server.ask('GET', `/api/batches/${batch}`, { by: admin })).json;
    const item = `/api/batches/${batch}/items/${items[0].id}`;
    await answered(server, 422, 'PUT', item, { by: admin, json: { state: 'asleep' } });
    await answered(server, 200, 'PUT', item, { by: admin, json: { state: 'waiting' } });
  },

  'messages to a webhook': async ({ server, admin }) => {
    const { id } = (await server.ask('POST', '/api/webhooks', { by: admin, json: { url: 'https://hook.example/' } }))
      .json;
    const at = `/api/webhooks/${id}`;
    const { json } = await answered(server, 201, 'POST', `${at}/deliveries`, { by: admin });
    await answered(server, 200, 'GET', `${at}/deliveries`, { by: admin });
    await answered(server, 422, 'GET', `${at}/deliveries?limit=0`, { by: admin });
    await answered(server, 202, 'POST', `${at}/deliveries/${json.id}`, { by: admin });
    await answered(server, 204, 'DELETE', at, { by: admin });
  },
};
