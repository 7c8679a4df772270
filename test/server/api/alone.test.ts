import assert from 'node:assert/strict';
import { offerSetup } from '../../../server/accounts/admission.ts';
import { isOnThisMachine } from '../../../server/accounts/on-this-machine.ts';
import { cookieOf, type Received, type RunningServer, startServer } from './a-server.ts';

describe('the first start on a machine of one’s own', () => {
  let server: RunningServer;
  let secret: string;

  beforeEach(async () => {
    server = await startServer({ publicUrl: 'http://localhost:3000' });
    secret = (await offerSetup(server.parts.accounts))?.secret ?? '';
  });

  afterEach(() => server.close());

  const start = (headers: Readonly<Record<string, string>> = {}, json: object = { secret }): Promise<Received> =>
    server.ask('POST', '/api/setup/alone', { json, headers: { origin: server.url, ...headers } });
  const isOffered = async (headers: Readonly<Record<string, string>> = {}): Promise<boolean> =>
    (await server.ask('GET', '/api/entrance', { headers })).json.alone;

  it('is one click: an admin who said neither name nor email nor password, signed in; once', async () => {
    assert.equal(await isOffered(), true);
    const entered = await start();
    assert.equal(entered.status, 201);
    const { json } = await server.ask('GET', '/api/session', { headers: { cookie: cookieOf(entered) } });
    assert.deepEqual([json.reviewer.name, json.reviewer.role, json.reviewer.email], ['You', 'admin', '']);
    assert.equal(await isOffered(), false);
    assert.equal((await start()).status, 410);
    assert.equal(await server.parts.accounts.store.countReviewers(), 1);
    assert.deepEqual(
      (await server.parts.accounts.store.events(9)).map(({ what, reviewer }) => [what, reviewer]),
      [['set-up', json.reviewer.id]],
    );
  });

  it('is called so in the language of the page', async () => {
    assert.equal((await start({}, { secret, language: 'de' })).json.reviewer.name, 'Sie');
  });

  it('needs the link that the server printed: other programs on the machine do not have it', async () => {
    assert.equal((await start({}, { secret: 'tsu_wrong' })).status, 410);
    assert.equal((await start({}, {})).status, 422);
    assert.equal(await server.parts.accounts.store.countReviewers(), 0);
  });

  it('is not for what came through a proxy, nor for a page of another site, nor for what says no page', async () => {
    const refused: readonly Readonly<Record<string, string>>[] = [
      { 'x-forwarded-for': '127.0.0.1' },
      { 'x-real-ip': '203.0.113.7' },
      { forwarded: 'for=203.0.113.7' },
      { via: '1.1 proxy' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of refused) assert.equal((await start(headers)).status, 403, JSON.stringify(headers));
    const silent = await server.ask('POST', '/api/setup/alone', { json: { secret } });
    assert.equal(silent.status, 403);
    assert.equal(await isOffered({ 'x-forwarded-for': '127.0.0.1' }), false);
    assert.equal(await server.parts.accounts.store.countReviewers(), 0);
    assert.equal((await start()).status, 201, 'nothing of that used the link up');
  });

  it('is for the machine’s own addresses and names alone', () => {
    const asks = (address: string, host: string | undefined, publicUrl = 'http://localhost:3000'): boolean =>
      isOnThisMachine({ address, headers: { ...(host !== undefined && { host }) } }, publicUrl);
    for (const address of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])
      for (const host of ['localhost:3000', 'localhost', '127.0.0.1:3000', '[::1]:3000'])
        assert.equal(asks(address, host), true, `${address} ${host}`);
    for (const address of ['10.0.0.7', '203.0.113.7', '::ffff:10.0.0.7', 'fe80::1', ''])
      assert.equal(asks(address, 'localhost:3000'), false, address);
    for (const host of ['desk.example.org', 'localhost.evil.example', '127.0.0.1.evil.example:3000', undefined])
      assert.equal(asks('127.0.0.1', host), false, host);
    assert.equal(asks('127.0.0.1', 'localhost:3000', 'https://desk.example.org'), false);
  });
});
