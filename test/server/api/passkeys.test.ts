import assert from 'node:assert/strict';
import { anAuthenticator } from '../../support/an-authenticator.ts';
import { cookieOf, type Member, type Received, type RunningServer, startServer } from './a-server.ts';

const SITE = 'https://desk.example.org';

describe('passkeys over HTTP', () => {
  let server: RunningServer;
  let una: Member;
  let otto: Member;
  let time = Date.parse('2026-03-01T12:00:00.000Z');
  const minutes = 60_000;

  beforeEach(async () => {
    server = await startServer({ publicUrl: SITE, clock: { now: () => new Date(time).toISOString() } });
    una = await server.add('annotator', 'una');
    otto = await server.add('annotator', 'otto');
  });

  afterEach(() => server.close());

  const offered = async (by: Member): Promise<string> =>
    (await server.ask('POST', '/api/passkeys/challenge', { by })).json.options.challenge;
  const asked = async (): Promise<string> =>
    (await server.ask('POST', '/api/session/passkey/challenge')).json.options.challenge;
  const add = (by: Member, response: object): Promise<Received> =>
    server.ask('POST', '/api/passkeys', { by, json: { name: 'laptop', response } });
  const signIn = (response: object): Promise<Received> =>
    server.ask('POST', '/api/session/passkey', { json: { response } });

  const withPasskey = async (by: Member): Promise<ReturnType<typeof anAuthenticator>> => {
    const authenticator = anAuthenticator('desk.example.org');
    assert.equal((await add(by, authenticator.make(await offered(by), SITE))).status, 201);
    return authenticator;
  };

  it('sign their person in, and nobody else', async () => {
    const authenticator = await withPasskey(una);
    const entered = await signIn(authenticator.show(await asked(), SITE));
    assert.equal(entered.status, 200);
    const { json } = await server.ask('GET', '/api/session', { headers: { cookie: cookieOf(entered) } });
    assert.equal(json.reviewer.name, 'una');
    assert.equal((await server.ask('GET', '/api/passkeys', { by: una })).json.passkeys[0].name, 'laptop');
    assert.deepEqual((await server.ask('GET', '/api/passkeys', { by: otto })).json.passkeys, []);
    assert.equal((await signIn(anAuthenticator('desk.example.org').show(await asked(), SITE))).status, 401);
  });

  it('answer a challenge once, within five minutes, and only one that was made for it', async () => {
    const authenticator = await withPasskey(una);
    const challenge = await asked();
    const shown = authenticator.show(challenge, SITE);
    assert.equal((await signIn(shown)).status, 200);
    assert.equal((await signIn(shown)).status, 401, 'the same again');
    assert.equal((await signIn(authenticator.show(challenge, SITE))).status, 401, 'the challenge again');
    const late = await asked();
    time += 5 * minutes;
    assert.equal((await signIn(authenticator.show(late, SITE))).status, 401, 'too late');
    assert.equal((await signIn(authenticator.show(await offered(una), SITE))).status, 401, 'one for making');
    const own = Buffer.from('tsc_made-up').toString('base64url');
    assert.equal((await signIn(authenticator.show(own, SITE))).status, 401, 'one of nobody');
    assert.equal((await signIn(authenticator.show(await asked(), SITE))).status, 200);
  });

  it('are made for whom the challenge was, on pages of this site alone', async () => {
    const made = (challenge: string, origin = SITE, host = 'desk.example.org') =>
      anAuthenticator(host).make(challenge, origin);
    assert.equal((await add(otto, made(await offered(una)))).status, 422);
    assert.equal((await add(una, made(await asked()))).status, 422);
    assert.equal((await add(una, made(await offered(una), 'https://evil.example'))).status, 422);
    assert.equal((await add(una, made(await offered(una), SITE, 'evil.example'))).status, 422);
    assert.equal((await add(una, {})).status, 422);
    assert.equal((await add(una, made(await offered(una)))).status, 201);
    const authenticator = await withPasskey(otto);
    assert.equal((await signIn(authenticator.show(await asked(), 'https://evil.example'))).status, 401);
  });

  it('are refused when they count less than before, when they are removed, and when their person is shut out', async () => {
    const authenticator = await withPasskey(una);
    authenticator.countTo(40);
    assert.equal((await signIn(authenticator.show(await asked(), SITE))).status, 200);
    authenticator.countTo(7);
    assert.equal((await signIn(authenticator.show(await asked(), SITE))).status, 401);
    authenticator.countTo(50);
    const { accounts } = server.parts;
    await accounts.store.setDisabled(una.account.id, accounts.clock.now());
    assert.equal((await signIn(authenticator.show(await asked(), SITE))).status, 401);
    await accounts.store.setDisabled(una.account.id, undefined);
    const [{ id }] = (await server.ask('GET', '/api/passkeys', { by: una })).json.passkeys;
    assert.equal((await server.ask('DELETE', `/api/passkeys/${id}`, { by: otto })).status, 404);
    assert.equal((await server.ask('DELETE', `/api/passkeys/${id}`, { by: una })).status, 204);
    assert.equal((await signIn(authenticator.show(await asked(), SITE))).status, 401);
    assert.deepEqual((await accounts.store.events(9)).map(({ what }) => what).toSorted(), [
      'passkey-added',
      'passkey-removed',
      ...['refused-passkey', 'refused-passkey', 'refused-passkey', 'signed-in-passkey'],
    ]);
  });

  it('are not added by a token that does not open everything', async () => {
    const json = { label: 'x', scopes: ['account'] };
    const { token } = (await server.ask('POST', '/api/tokens', { by: una, json })).json;
    const limited = { ...una, token };
    assert.equal((await add(limited, anAuthenticator('desk.example.org').make(await offered(una), SITE))).status, 403);
  });
});
