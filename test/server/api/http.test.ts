import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cookieOf, type Member, type RunningServer, startServer } from './a-server.ts';

describe('the server over HTTP', () => {
  let server: RunningServer;
  let editor: Member;

  before(async () => {
    server = await startServer({ publicUrl: 'https://desk.example.org' });
    editor = await server.add('editor');
  });

  after(() => server.close());

  describe('signed in by a cookie', () => {
    let cookie: string;

    before(async () => {
      cookie = cookieOf(await server.ask('POST', '/api/session', { json: { token: editor.token } }));
    });

    const create = (headers: Record<string, string>): ReturnType<RunningServer['ask']> =>
      server.ask('POST', '/api/articles', { json: { text: 'Moon\nCheese.' }, headers: { cookie, ...headers } });

    it('reads from anywhere', async () => {
      const { json } = await server.ask('GET', '/api/session', { headers: { cookie } });
      assert.equal(json.reviewer.id, editor.account.id);
    });

    it('changes nothing unless the page is ours', async () => {
      assert.equal((await create({})).status, 403);
      assert.equal((await create({ origin: 'https://evil.example' })).status, 403);
      assert.equal((await create({ origin: 'https://desk.example.org' })).status, 201);
      assert.equal((await create({ origin: server.url })).status, 201);
    });

    it('is signed out for good, wherever the cookie was copied to', async () => {
      const headers = { cookie, origin: server.url };
      const out = await server.ask('DELETE', '/api/session', { headers });
      assert.match(out.headers.get('set-cookie') ?? '', /^touchstone_session=; Path=\/; Max-Age=0; .*Secure$/);
      assert.equal((await server.ask('GET', '/api/session', { headers })).status, 401);
    });
  });

  describe('what is refused', () => {
    const refuses = (says: string, status: number, method: string, path: string, sent: () => object): void => {
      it(`${says} is a problem with a sentence`, async () => {
        const { headers, json } = await server.ask(method, path, sent());
        assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/);
        assert.equal(json.status, status);
        assert.match(json.detail, /^[A-Z].*\.$/s);
      });
    };
    const asJson = (body: string) => () => ({ by: editor, body, headers: { 'content-type': 'application/json' } });

    refuses('an address where nothing is', 404, 'GET', '/api/nothing', () => ({}));
    refuses('a page where nothing is', 404, 'GET', '/nothing', () => ({}));
    refuses('a method that is not answered', 405, 'DELETE', '/api/articles', () => ({}));
    refuses('half a JSON', 400, 'POST', '/api/articles', asJson('{"text":'));
    refuses('JSON in another character set', 415, 'POST', '/api/articles', () => ({
      by: editor,
      body: '{}',
      headers: { 'content-type': 'application/json; charset=latin1' },
    }));
    refuses('an address with half a character', 400, 'GET', '/api/articles/%E0%A4%A', () => ({ by: editor }));
    refuses('a form without its boundary', 422, 'POST', '/api/articles', () => ({
      by: editor,
      body: 'x',
      headers: { 'content-type': 'multipart/form-data' },
    }));
    refuses('a body that is too large', 413, 'POST', '/api/tokens', asJson(`{"label":"${'x'.repeat(20_000)}"}`));
    it('a body that is nested deeper than the stack is invalid, and no end of the server', async () => {
      const deep = '['.repeat(90_000) + ']'.repeat(90_000);
      const body = `{"json":{"touchstone":1,"entries":[],"people":{},"state":{"a":${deep}}}}`;
      assert.equal((await server.ask('POST', '/api/articles', asJson(body)())).status, 422);
      assert.equal((await server.ask('GET', '/healthz')).status, 200);
    });

    it('a method that is not answered comes with those that are', async () => {
      const { headers } = await server.ask('DELETE', '/api/articles');
      assert.deepEqual(headers.get('allow')?.split(', ').sort(), ['GET', 'HEAD', 'OPTIONS', 'POST']);
    });

    it('someone unknown is told how to be known', async () => {
      const { headers, status } = await server.ask('GET', '/api/articles', { headers: { authorization: 'Basic x' } });
      assert.equal(status, 401);
      assert.match(headers.get('www-authenticate') ?? '', /^Bearer/);
    });

    it('what is wrong in an operation is named with its place', async () => {
      const { json: article } = await server.ask('POST', '/api/articles', { by: editor, json: { text: 'A\nB' } });
      const operation = { opId: 'x', base: 1, parts: [{ kind: 'claim.mark', claim: 'c', quote: {} }] };
      const { json } = await server.ask('POST', `/api/articles/${article.id}/operations`, {
        by: editor,
        json: operation,
      });
      assert.equal(json.where, 'parts[0].quote.exact');
    });
  });

  describe('the log of the server', () => {
    it('has one line a request, with the route and never what was in it (T11)', async () => {
      const from = server.logged.length;
      const { json } = await server.ask('POST', '/api/articles', { by: editor, json: { text: 'Secret\nWords.' } });
      await server.ask('GET', `/api/articles/${json.id}`, { by: editor });
      await server.ask('GET', '/healthz');
      const lines = server.logged.slice(from);
      assert.deepEqual(
        lines.map(({ ms: _, ...line }) => line),
        [
          { method: 'POST', route: '/api/articles', status: 201 },
          { method: 'GET', route: '/api/articles/:id', status: 200 },
        ],
      );
    });
  });

  describe('every answer', () => {
    it('keeps browsers to our own pages and scripts', async () => {
      for (const path of ['/', '/api/session', '/nothing']) {
        const { headers } = await server.ask('GET', path);
        const policy = headers.get('content-security-policy') ?? '';
        assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/);
        assert.match(policy, /connect-src 'self' wss:\/\/desk\.example\.org;/);
        assert.doesNotMatch(policy, /unsafe/);
        assert.equal(headers.get('x-content-type-options'), 'nosniff');
        assert.equal(headers.get('x-powered-by'), null);
      }
    });

    it('of the API is kept by nobody', async () => {
      const { headers } = await server.ask('GET', '/api/session', { by: editor });
      assert.equal(headers.get('cache-control'), 'no-store');
    });
  });

  it('lets an address try secrets for a while only', async () => {
    const other = await startServer({ clock: { now: () => '2026-03-01T12:00:00.000Z' } });
    try {
      const attempt = () => other.ask('POST', '/api/session', { json: { token: 'tst_guess' } });
      const statuses: number[] = [];
      for (let tried = 0; tried < 31; tried += 1) statuses.push((await attempt()).status);
      assert.deepEqual([...new Set(statuses)], [401, 429]);
      const { headers, json } = await attempt();
      assert.equal(headers.get('retry-after'), '2');
      assert.equal(json.reason, 'too-fast');
    } finally {
      await other.close();
    }
  });

  describe('the pages', () => {
    let folder: string;
    let pages: RunningServer;

    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'touchstone-client-'));
      writeFileSync(join(folder, 'index.html'), '<!doctype html>\n');
      writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
      pages = await startServer({ clientFolder: folder });
    });

    after(async () => {
      await pages.close();
      rmSync(folder, { recursive: true });
    });

    for (const path of ['/', '/articles/new', '/articles/x1', '/sign-in?next=/', '/setup/tsu_x', '/join/tsi_x']) {
      it(`are at ${path}, asked for anew each time`, async () => {
        const { status, text, headers } = await pages.ask('GET', path);
        assert.deepEqual([status, text], [200, '<!doctype html>\n']);
        assert.equal(headers.get('cache-control'), 'no-cache');
      });
    }

    it('say in their own words that there is nothing at an address, to who reads with a browser', async () => {
      const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';
      const { status, text } = await pages.ask('GET', '/nosuch/page', { headers: { accept } });
      assert.deepEqual([status, text], [404, '<!doctype html>\n']);
      assert.match((await pages.ask('GET', '/api/nosuch', { headers: { accept } })).text, /not-found/);
      assert.match((await pages.ask('GET', '/nosuch')).text, /not-found/);
    });

    it('have their files beside them, and nothing outside', async () => {
      assert.equal((await pages.ask('GET', '/favicon.svg')).status, 200);
      assert.equal((await pages.ask('GET', '/..%2f..%2fetc/passwd')).status, 404);
    });

    it('say how they are built while they are not', async () => {
      const { status, text } = await server.ask('GET', '/');
      assert.equal(status, 503);
      assert.match(text, /npm run build/);
    });
  });
});
