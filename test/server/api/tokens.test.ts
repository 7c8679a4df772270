import assert from 'node:assert/strict';
import { io, type Socket } from 'socket.io-client';
import { ROUTES } from '../../../server/api/index.ts';
import { SOCKET_LIMITS } from '../../../server/sockets.ts';
import type { Scope } from '../../../shared/scopes.ts';
import { type Member, type RunningServer, startServer } from './a-server.ts';

const operation = (opId: string): object => ({
  opId,
  base: 1,
  parts: [{ kind: 'claim.mark', claim: opId, quote: { exact: 'cheese' }, fields: {} }],
});

describe('an access token', () => {
  let server: RunningServer;
  let una: Member;
  let article: string;
  let time = Date.parse('2026-03-01T12:00:00.000Z');

  before(async () => {
    server = await startServer({ clock: { now: () => new Date(time).toISOString() } });
    una = await server.add('lead', 'una');
    const text = 'The moon\n\nIt is made of cheese.';
    article = (await server.ask('POST', '/api/articles', { by: una, json: { text } })).json.id;
  });

  after(() => server.close());

  /** A token of Una's, as somebody to ask by. */
  const made = async (terms: object, by: Member = una): Promise<Member & { readonly id: string }> => {
    const { status, json, text } = await server.ask('POST', '/api/tokens', { by, json: { label: 'script', ...terms } });
    assert.equal(status, 201, text);
    return { account: una.account, token: json.token, id: json.id };
  };

  const listed = async (id: string) => {
    const { json } = await server.ask('GET', '/api/tokens', { by: una });
    return json.tokens.find((token: { readonly id: string }) => token.id === id);
  };

  const connected = async (by: Member): Promise<Socket> => {
    const socket = io(server.url, { auth: { token: by.token }, transports: ['websocket'], reconnection: false });
    await new Promise<void>((resolve, reject) => {
      socket.on('connect', resolve).on('connect_error', reject);
    });
    return socket;
  };

  it('is seen once, and listed without itself (T11)', async () => {
    const { id, token } = await made({ label: ' nightly\texport ', scopes: ['export', 'read'] });
    const { text } = await server.ask('GET', '/api/tokens', { by: una });
    assert.ok(!text.includes(token));
    const { label, scopes, usedAt, expiresAt, shown } = await listed(id);
    assert.deepEqual(
      [label, scopes, usedAt, expiresAt, shown],
      ['nightly export', ['read', 'export'], null, null, false],
    );
  });

  it('opens what it was made for; what else it would need is said to people and to programs', async () => {
    const reader = await made({ scopes: ['read'] });
    assert.equal((await server.ask('GET', `/api/articles/${article}`, { by: reader })).status, 200);
    const path = `/api/articles/${article}/operations`;
    const { status, json, headers } = await server.ask('POST', path, { by: reader, json: operation('x') });
    assert.deepEqual([status, json.reason, json.scope], [403, 'scope', 'annotate']);
    assert.match(json.detail, /needs the scope "annotate"/);
    assert.equal(
      headers.get('www-authenticate'),
      'Bearer realm="Touchstone", error="insufficient_scope", scope="annotate"',
    );
    const writer = await made({ scopes: ['annotate'] });
    assert.equal((await server.ask('POST', path, { by: writer, json: operation('y') })).status, 200);
  });

  it('is let in to each route by its scope, and by no other', async () => {
    const admin = await server.add('admin', 'ada');
    const tokens = new Map<Scope, Member>();
    for (const scope of ['read', 'annotate', 'import', 'export', 'desk', 'account'] as const)
      tokens.set(scope, await made({ scopes: [scope] }, admin));
    for (const route of ROUTES) {
      if (route.needs === 'nobody') continue;
      const path = route.path.replaceAll(/:\w+/g, 'none');
      await Promise.all(
        [...tokens].map(async ([scope, by]) => {
          const { json } = await server.ask(route.method.toUpperCase(), path, { by });
          assert.equal(json?.reason === 'scope', scope !== route.scope, `${route.method} ${route.path} with ${scope}`);
        }),
      );
    }
  }).timeout(30_000);

  it('gives no more than the role of its person', async () => {
    const viewer = await server.add('viewer', 'vik');
    const token = await made({ scopes: ['import', 'desk'] }, viewer);
    const { status, json } = await server.ask('POST', '/api/articles', { by: token, json: { text: 'x' } });
    assert.deepEqual([status, json.reason], [403, 'not-allowed']);
  });

  it('makes none that opens more, or longer, and signs no browser in', async () => {
    const expiresAt = new Date(time + 60_000).toISOString();
    const limited = await made({ scopes: ['account', 'read'], expiresAt });
    const ask = (json: object) => server.ask('POST', '/api/tokens', { by: limited, json: { label: 'x', ...json } });
    assert.equal((await ask({ scopes: ['read', 'desk'] })).status, 403);
    assert.equal((await ask({ scopes: ['read'], expiresAt: '2999-01-01T00:00:00Z' })).status, 403);
    const { json } = await ask({});
    assert.deepEqual([json.scopes, json.expiresAt], [['read', 'account'], expiresAt]);
    const signedIn = await server.ask('POST', '/api/session', { json: { token: limited.token } });
    assert.deepEqual([signedIn.status, signedIn.json.reason], [403, 'scope']);
  });

  it('without scopes opens everything, a browser too', async () => {
    const all = await made({});
    assert.equal((await server.ask('POST', '/api/session', { json: { token: all.token } })).status, 200);
    assert.equal((await server.ask('GET', `/api/articles/${article}/export/json`, { by: all })).status, 200);
  });

  it('opens nothing once it has expired, and says so', async () => {
    const short = await made({ expiresAt: new Date(time + 1_000).toISOString() });
    assert.equal((await server.ask('GET', '/api/queue', { by: short })).status, 200);
    time += 1_000;
    const { status, headers } = await server.ask('GET', '/api/queue', { by: short });
    assert.equal(status, 401);
    assert.equal(headers.get('www-authenticate'), 'Bearer realm="Touchstone", error="invalid_token"');
    for (const expiresAt of ['soon', '2026-01-01T00:00:00Z', '2026-13-41T00:00:00Z', 7]) {
      const refused = await server.ask('POST', '/api/tokens', { by: una, json: { label: 'x', expiresAt } });
      assert.deepEqual([refused.status, refused.json.where], [422, 'expiresAt']);
    }
  });

  it('says when it was last used, to the minute', async () => {
    const { id, token, account } = await made({});
    await server.ask('GET', '/api/queue', { by: { account, token } });
    const first = (await listed(id)).usedAt;
    assert.equal(first, new Date(time).toISOString());
    time += 59_000;
    await server.ask('GET', '/api/queue', { by: { account, token } });
    assert.equal((await listed(id)).usedAt, first);
    time += 2_000;
    await server.ask('GET', '/api/queue', { by: { account, token } });
    assert.equal((await listed(id)).usedAt, new Date(time).toISOString());
  });

  it('is revoked by its owner and nobody else, and what was opened with it ends at once', async () => {
    const token = await made({});
    const other = await server.add('admin', 'olga');
    const socket = await connected(token);
    const ended = new Promise((resolve) => socket.on('disconnect', resolve));
    assert.equal((await server.ask('DELETE', `/api/tokens/${token.id}`, { by: other })).status, 404);
    assert.equal((await server.ask('DELETE', `/api/tokens/${token.id}`, { by: una })).status, 204);
    await ended;
    assert.equal((await server.ask('GET', '/api/queue', { by: token })).status, 401);
    assert.equal((await server.ask('DELETE', `/api/tokens/${token.id}`, { by: una })).status, 404);
    assert.equal(await listed(token.id), undefined);
  });

  it('revoked by another program ends what is open within two seconds: so often everyone is asked for again', async () => {
    assert.ok(SOCKET_LIMITS.recheck < 2_000);
    const token = await made({});
    const socket = await connected(token);
    const ended = new Promise((resolve) => socket.on('disconnect', resolve));
    const secrets = await server.parts.accounts.store.secretsOf(una.account.id);
    const { hash } = secrets.find((secret) => secret.hash.startsWith(token.id))!;
    await server.parts.accounts.store.revokeSecret(hash, server.parts.clock.now());
    await server.parts.sockets.recheck();
    await ended;
  });

  it('holds on a socket, too: an operation needs its scope, reading another', async () => {
    const reader = await connected(await made({ scopes: ['read'] }));
    const writer = await connected(await made({ scopes: ['annotate'] }));
    const joined = await reader.emitWithAck('join', { article });
    assert.ok(joined.version > 0);
    const refused = await reader.emitWithAck('operation', { article, operation: operation('z') });
    assert.equal(refused.fault, 'scope');
    assert.match(refused.message, /"annotate"/);
    assert.equal((await writer.emitWithAck('join', { article })).fault, 'scope');
    reader.close();
    writer.close();
  });
});
