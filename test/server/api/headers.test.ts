import assert from 'node:assert/strict';
import { PAGES } from '../../../server/api/pages.ts';
import { cookieOf, type RunningServer, startServer } from './a-server.ts';

describe('the headers of every page', () => {
  let server: RunningServer;
  let plain: RunningServer;

  before(async () => {
    server = await startServer({ publicUrl: 'https://desk.example.org' });
    plain = await startServer({ publicUrl: 'http://localhost:3000' });
  });

  after(() => Promise.all([server.close(), plain.close()]));

  const paths = [
    ...PAGES.map((path) => path.replaceAll(/:\w+/g, 'none')),
    '/nothing',
    '/reports',
    '/reports/none',
    '/api/session',
  ];

  for (const path of paths) {
    it(`${path}: no inline script or style, no text as HTML, no framing, nothing told to other sites`, async () => {
      const { headers } = await server.ask('GET', path);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /^default-src 'none'/);
      assert.doesNotMatch(policy, /unsafe|\*/);
      assert.match(policy, /frame-ancestors 'none'/);
      if (!path.startsWith('/reports')) {
        assert.match(policy, /require-trusted-types-for 'script'; trusted-types touchstone ProseMirrorClipboard$/);
        assert.match(policy, /base-uri 'none'; form-action 'self'/);
      }
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
      assert.match(headers.get('cross-origin-resource-policy') ?? '', /^(same|cross)-origin$/);
      assert.match(headers.get('referrer-policy') ?? '', /^(same-origin|no-referrer)$/);
      assert.match(headers.get('permissions-policy') ?? '', /camera=\(\).*microphone=\(\)/);
      assert.equal(headers.get('strict-transport-security'), 'max-age=31536000');
    });
  }

  it('say nothing of TLS where people come without it', async () => {
    assert.equal((await plain.ask('GET', '/')).headers.get('strict-transport-security'), null);
  });

  it('keep the cookie from scripts, from other sites, and, behind TLS, from the open line', async () => {
    for (const [asked, secure] of [
      [server, true],
      [plain, false],
    ] as const) {
      const member = await asked.add('viewer', `viewer-${secure}`);
      const answer = await asked.ask('POST', '/api/session', { json: { token: member.token } });
      const [cookie = ''] = answer.headers.getSetCookie();
      assert.match(cookie, /; HttpOnly/);
      assert.match(cookie, /; SameSite=(Lax|Strict)/);
      assert.equal(/; Secure/.test(cookie), secure);
    }
  });

  it('a change that a page of another site asks for with the cookie is refused, whatever it says of itself', async () => {
    const member = await server.add('editor');
    const cookie = cookieOf(await server.ask('POST', '/api/session', { json: { token: member.token } }));
    const tries: readonly Readonly<Record<string, string>>[] = [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'https://desk.example.org.evil.example' },
      { 'sec-fetch-site': 'cross-site', origin: 'https://desk.example.org' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ];
    for (const headers of tries) {
      const sent = { json: { text: 'x' }, headers: { cookie, ...headers } };
      assert.equal((await server.ask('POST', '/api/articles', sent)).status, 403, JSON.stringify(headers));
    }
    const ours = { cookie, 'sec-fetch-site': 'same-origin', origin: 'https://desk.example.org' };
    assert.equal((await server.ask('POST', '/api/articles', { json: { text: 'x' }, headers: ours })).status, 201);
  });
});
