import assert from 'node:assert/strict';
import { io, type Socket } from 'socket.io-client';
import { cookieOf, type Member, type RunningServer, startServer } from './a-server.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

describe('a session', () => {
  let server: RunningServer;
  let una: Member;
  let otto: Member;

  before(async () => {
    server = await startServer();
    una = await server.add('annotator', 'una');
    otto = await server.add('admin', 'otto');
  });

  after(() => server.close());

  const signIn = async (token: string): Promise<string> => {
    const answer = await server.ask('POST', '/api/session', { json: { token }, headers: { 'user-agent': FIREFOX } });
    assert.equal(answer.status, 200, answer.text);
    return cookieOf(answer);
  };

  const as = (cookie: string) => ({ headers: { cookie, origin: server.url } });

  const listed = async (cookie: string) => (await server.ask('GET', '/api/sessions', as(cookie))).json.sessions;

  const current = async (cookie: string) =>
    (await listed(cookie)).find((session: { readonly current: boolean }) => session.current);

  const connected = async (cookie: string): Promise<Socket> => {
    const socket = io(server.url, { extraHeaders: { cookie }, transports: ['websocket'], reconnection: false });
    await new Promise<void>((resolve, reject) => socket.on('connect', resolve).on('connect_error', reject));
    return socket;
  };

  const ended = (socket: Socket): Promise<unknown> => new Promise((resolve) => socket.on('disconnect', resolve));

  it('is one of its own for each sign-in, listed with its device, place and last use, and never itself (T11)', async () => {
    const [first, second] = [await signIn(una.token), await signIn(una.token)];
    assert.notEqual(first, second);
    const { text, json } = await server.ask('GET', '/api/sessions', as(second));
    const [other, own] = json.sessions.slice(-2);
    assert.deepEqual([other.current, own.current], [false, true]);
    assert.deepEqual([own.device, own.address], ['Firefox, Linux', '127.0.0.1']);
    assert.ok(own.usedAt >= own.createdAt && own.expiresAt > own.usedAt);
    for (const cookie of [first, second]) assert.ok(!text.includes(cookie.split('=')[1] ?? ''));
  });

  it('is ended by its person and nobody else, and what is open in it ends at once', async () => {
    const [kept, lost] = [await signIn(una.token), await signIn(una.token)];
    const { id } = await current(lost);
    const socket = await connected(lost);
    const gone = ended(socket);
    assert.equal((await server.ask('DELETE', `/api/sessions/${id}`, { by: otto })).status, 404);
    assert.equal((await server.ask('GET', '/api/queue', as(lost))).status, 200);
    assert.equal((await server.ask('DELETE', `/api/sessions/${id}`, as(kept))).status, 204);
    await gone;
    assert.equal((await server.ask('GET', '/api/queue', as(lost))).status, 401);
    assert.equal((await server.ask('GET', '/api/queue', as(kept))).status, 200);
    assert.equal((await server.ask('DELETE', `/api/sessions/${id}`, as(kept))).status, 404);
  });

  it('stays alone when all others are ended', async () => {
    const [kept, ...others] = [await signIn(una.token), await signIn(una.token), await signIn(una.token)];
    const ottos = await signIn(otto.token);
    const { status, json } = await server.ask('DELETE', '/api/sessions', as(kept ?? ''));
    assert.equal(status, 200);
    assert.ok(json.ended >= 2);
    for (const cookie of others) assert.equal((await server.ask('GET', '/api/queue', as(cookie))).status, 401);
    assert.deepEqual((await listed(kept ?? '')).length, 1);
    assert.equal((await server.ask('GET', '/api/queue', as(ottos))).status, 200);
  });

  it('ends with the token that it was opened with, in what is open too', async () => {
    const { json } = await server.ask('POST', '/api/tokens', { by: una, json: { label: 'laptop' } });
    const cookie = await signIn(json.token);
    const socket = await connected(cookie);
    const gone = ended(socket);
    assert.equal((await server.ask('DELETE', `/api/tokens/${json.id}`, { by: una })).status, 204);
    await gone;
    assert.equal((await server.ask('GET', '/api/session', as(cookie))).status, 401);
  });

  it('is not ended by a page of another site', async () => {
    const cookie = await signIn(una.token);
    const headers = { cookie, origin: 'https://evil.example' };
    assert.equal((await server.ask('DELETE', '/api/sessions', { headers })).status, 403);
  });
});
