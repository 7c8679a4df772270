import assert from 'node:assert/strict';
import { io, type Socket } from 'socket.io-client';
import { ROUTES } from '../../../server/api/index.ts';
import { cookieOf, type Member, type Received, type RunningServer, startServer } from './a-server.ts';

/** What a guest is answered outside their article, said here a second time: whoever opens another route to them has to say so. */
const ANSWERED = ['get /api/notices', 'post /api/notices/read', 'get /api/sources/known', 'get /api/reviewers'];

const DAY = 86_400_000;

const said = (version: number, opId: string, ...parts: readonly object[]): object => ({ opId, base: version, parts });

describe('a guest', () => {
  let server: RunningServer;
  let lead: Member;
  let moon: string;
  let sun: string;
  let time = Date.parse('2026-03-01T12:00:00.000Z');

  before(async () => {
    server = await startServer({ clock: { now: () => new Date(time).toISOString() } });
    lead = await server.add('lead', 'una');
    const make = async (text: string): Promise<string> =>
      (await server.ask('POST', '/api/articles', { by: lead, json: { text } })).json.id;
    moon = await make('The moon\n\nIt is made of cheese.');
    sun = await make('The sun\n\nIt is a secret lamp.');
  });

  after(() => server.close());

  const link = async (role: 'viewer' | 'annotator', days = 7) => {
    const json = { role, days, label: 'Dr Sol' };
    const made = await server.ask('POST', `/api/articles/${moon}/guests`, { by: lead, json });
    assert.equal(made.status, 201, made.text);
    return { id: made.json.id as string, secret: made.json.link.split('/').at(-1) as string };
  };

  const enter = (secret: string, name = 'Sol'): Promise<Received> =>
    server.ask('POST', '/api/guest', { json: { secret, name } });

  const guest = async (role: 'viewer' | 'annotator' = 'annotator', days = 7) => {
    const { id, secret } = await link(role, days);
    const entered = await enter(secret);
    assert.equal(entered.status, 201, entered.text);
    return { link: id, cookie: cookieOf(entered), id: entered.json.reviewer.id as string };
  };

  const as = (cookie: string, method: string, path: string, json?: unknown) =>
    server.ask(method, path, { headers: { cookie, origin: server.url }, ...(json !== undefined && { json }) });

  const ask = (cookie: string, method: string, path: string) =>
    as(cookie, method.toUpperCase(), path, method === 'get' ? undefined : {});

  const connected = async (cookie: string): Promise<Socket> => {
    const socket = io(server.url, { extraHeaders: { cookie }, transports: ['websocket'], reconnection: false });
    await new Promise<void>((resolve, reject) => socket.on('connect', resolve).on('connect_error', reject));
    return socket;
  };

  const ended = (socket: Socket): Promise<unknown> => new Promise((resolve) => socket.on('disconnect', resolve));

  it('sees where the link leads, comes in with a name, and works on the article in their role', async () => {
    const { secret } = await link('annotator');
    const looked = await server.ask('POST', '/api/guest/look', { json: { secret } });
    assert.deepEqual([looked.json.title, looked.json.role, looked.json.article], ['The moon', 'annotator', moon]);
    const entered = await enter(secret, 'Dr Sol');
    const { name, email, article } = entered.json.reviewer;
    assert.deepEqual([name, email, article], ['Dr Sol', '', moon]);
    const cookie = cookieOf(entered);
    const marking = said(1, 'g', { kind: 'claim.mark', claim: 'c', quote: { exact: 'cheese' }, fields: {} });
    const marked = await as(cookie, 'POST', `/api/articles/${moon}/operations`, marking);
    assert.equal(marked.status, 200, marked.text);
    const viewer = await guest('viewer');
    const refused = said(1, 'v', { kind: 'claim.mark', claim: 'd', quote: { exact: 'made' }, fields: {} });
    const answer = await as(viewer.cookie, 'POST', `/api/articles/${moon}/operations`, refused);
    assert.equal(answer.status, 403);
  });

  it('is told nothing of another article, by whatever route: it might as well not be there (T11)', async () => {
    const { cookie } = await guest();
    for (const route of ROUTES) {
      if (route.needs === 'nobody' || !/\/articles\/:id/.test(route.path)) continue;
      const at = (id: string): string => route.path.replace(':id', id).replaceAll(/:\w+/g, '1');
      const [other, none] = [await ask(cookie, route.method, at(sun)), await ask(cookie, route.method, at('none'))];
      assert.ok([403, 404].includes(other.status), `${route.method} ${route.path}: ${other.status}`);
      assert.deepEqual([other.status, other.text], [none.status, none.text], `${route.method} ${route.path}`);
    }
    for (const path of ['annotations', 'annotations/pages/0', 'text/1']) {
      const answer = await as(cookie, 'GET', `/articles/${sun}/${path}`);
      assert.ok(!answer.text.includes('lamp') && answer.status !== 200, path);
    }
  });

  it('is answered nothing about the desk but what is listed here', async () => {
    const { cookie } = await guest();
    for (const route of ROUTES) {
      if (route.needs === 'nobody' || /\/articles\/:id/.test(route.path)) continue;
      const { status } = await ask(cookie, route.method, route.path.replaceAll(/:\w+/g, 'x'));
      const isAnswered = ANSWERED.includes(`${route.method} ${route.path}`);
      assert.equal(status === 403, !isAnswered, `${route.method} ${route.path}: ${status}`);
    }
  });

  it('knows of the people of the desk only whom the article names, and of sources only its own', async () => {
    await server.add('editor', 'hidden');
    const cite = said(1, 'cite', {
      kind: 'source.add',
      source: 's',
      fields: { title: 'Almanac', url: 'https://a.example/' },
    });
    for (const id of [moon, sun])
      assert.equal((await server.ask('POST', `/api/articles/${id}/operations`, { by: lead, json: cite })).status, 200);
    await server.parts.library.find({ words: [], openOnly: false, limit: 1 });
    const { cookie } = await guest();
    const people = await as(cookie, 'GET', '/api/reviewers');
    assert.ok(
      people.text.includes('una') && !people.text.includes('hidden') && !people.text.includes('@'),
      people.text,
    );
    assert.deepEqual((await as(cookie, 'GET', `/api/articles/${moon}/used-elsewhere`)).json, { uses: {} });
    assert.deepEqual((await as(cookie, 'GET', `/api/articles/${moon}/judged-elsewhere`)).json, { claims: {} });
    const known = await as(cookie, 'GET', `/api/sources/known?address=${encodeURIComponent('https://a.example/')}`);
    assert.deepEqual(known.json, { source: null });
    const listed = await server.ask('GET', '/api/reviewers', { by: lead });
    assert.ok(!listed.text.includes('Sol'));
  });

  it('sees nothing that only the desk sees, in whatever way it leaves the server (T11)', async () => {
    const { cookie } = await guest();
    const secret = said(
      2,
      'secret',
      { kind: 'source.add', source: 'hush', fields: { title: 'Deep throat', visibility: 'desk' } },
      {
        kind: 'thread.open',
        thread: 't',
        quote: { exact: 'made' },
        visibility: 'desk',
        message: 'm',
        text: 'hidden words',
        mentions: [],
      },
    );
    const done = await server.ask('POST', `/api/articles/${moon}/operations`, { by: lead, json: secret });
    assert.equal(done.status, 200, done.text);
    const annotator = await server.add('annotator', 'ann');
    const seen = await server.ask('GET', `/api/articles/${moon}`, { by: annotator });
    assert.ok(seen.text.includes('Deep throat'));
    for (const path of ['', '/log', '/export/json', '/export/csv', '/captures'])
      assert.ok(!/Deep throat|hidden words/.test((await as(cookie, 'GET', `/api/articles/${moon}${path}`)).text), path);
    const socket = await connected(cookie);
    const joined = JSON.stringify(await socket.emitWithAck('join', { article: moon }));
    assert.ok(joined.includes('cheese') && !/Deep throat|hidden words/.test(joined));
    socket.close();
  });

  it('joins no other article on a socket, and hears nothing of it', async () => {
    const { cookie } = await guest();
    const socket = await connected(cookie);
    const heard: unknown[] = [];
    socket.onAny((...given) => heard.push(given));
    assert.equal((await socket.emitWithAck('join', { article: sun })).fault, 'no-article');
    for (const name of ['fetch', 'operation', 'presence', 'compare', 'leave']) {
      const operation = said(1, 'x', { kind: 'claim.mark', claim: 'x', quote: { exact: 'lamp' }, fields: {} });
      const asked = { article: sun, after: 0, limit: 10, operation, version: 1, hash: 'x' };
      const answer = JSON.stringify(await socket.emitWithAck(name, asked));
      assert.ok(!answer.includes('lamp') || answer.includes('fault'), name);
    }
    const marking = said(2, 'lamp', { kind: 'claim.mark', claim: 'lamp', quote: { exact: 'lamp' }, fields: {} });
    await server.ask('POST', `/api/articles/${sun}/operations`, { by: lead, json: marking });
    await socket.emitWithAck('join', { article: moon });
    assert.ok(!JSON.stringify(heard).includes('lamp'));
    socket.close();
  });

  it('is out at once when the link is revoked, of open sockets too; the link is good no more', async () => {
    const { secret, id } = await link('annotator');
    const cookie = cookieOf(await enter(secret));
    const other = await guest();
    const [socket, kept] = [await connected(cookie), await connected(other.cookie)];
    const gone = ended(socket);
    assert.equal((await server.ask('DELETE', `/api/articles/${sun}/guests/${id}`, { by: lead })).status, 404);
    assert.equal((await server.ask('DELETE', `/api/articles/${moon}/guests/${id}`, { by: lead })).status, 204);
    await gone;
    assert.equal((await as(cookie, 'GET', `/api/articles/${moon}`)).status, 401);
    assert.equal((await enter(secret)).status, 410);
    assert.equal((await server.ask('POST', '/api/guest/look', { json: { secret } })).status, 410);
    assert.ok(kept.connected);
    kept.close();
  });

  it('is out when the link expires, of open sockets within two seconds', async () => {
    const { cookie } = await guest('viewer', 1);
    const socket = await connected(cookie);
    const gone = ended(socket);
    time += DAY;
    await gone;
    assert.equal((await as(cookie, 'GET', `/api/articles/${moon}`)).status, 401);
  });

  it('is listed with the link they came in by, never with the link itself, to leads alone', async () => {
    const { secret } = await link('viewer');
    await enter(secret, 'Ida');
    await enter(secret, 'Jo');
    const { json, text } = await server.ask('GET', `/api/articles/${moon}/guests`, { by: lead });
    const last = json.links.find(({ guests }: { readonly guests: readonly string[] }) => guests.includes('Ida'));
    assert.deepEqual([last.label, last.role, last.guests.toSorted()], ['Dr Sol', 'viewer', ['Ida', 'Jo']]);
    assert.ok(!text.includes(secret));
    const editor = await server.add('editor', 'ed');
    assert.equal((await server.ask('GET', `/api/articles/${moon}/guests`, { by: editor })).status, 403);
    for (const json of [
      { role: 'editor', days: 3 },
      { role: 'viewer', days: 0 },
      { role: 'viewer', days: 91 },
    ])
      assert.equal((await server.ask('POST', `/api/articles/${moon}/guests`, { by: lead, json })).status, 422);
  });

  it('is not let in by a link of another kind, nor by a guest link elsewhere', async () => {
    const invited = await server.ask('POST', '/api/invitations', { by: lead, json: { role: 'viewer' } });
    assert.equal((await enter(invited.json.link.split('/').at(-1))).status, 410);
    const { secret } = await link('viewer');
    assert.equal((await server.ask('POST', '/api/join', { json: { secret, name: 'Sol' } })).status, 410);
    assert.equal((await server.ask('POST', '/api/session', { json: { token: secret } })).status, 401);
    const headers = { authorization: `Bearer ${secret}` };
    assert.equal((await server.ask('GET', `/api/articles/${moon}`, { headers })).status, 401);
  });
});
