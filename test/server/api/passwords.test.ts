import assert from 'node:assert/strict';
import { smtpMailer } from '../../../server/mail/smtp-mailer.ts';
import { type MailServer, startMailServer } from '../../support/a-mail-server.ts';
import { cookieOf, type Member, type RunningServer, startServer } from './a-server.ts';

const PASSWORD = 'lunar cheese tribunal';
const OTHER = 'drei Katzen im Nebel';

describe('passwords over HTTP', () => {
  let server: RunningServer;
  let mail: MailServer;
  let mailer: ReturnType<typeof smtpMailer>;
  let una: Member;
  let ada: Member;
  let time = Date.parse('2026-03-01T12:00:00.000Z');

  before(async () => {
    mail = await startMailServer();
    mailer = smtpMailer({ url: mail.url, from: 'desk@example.org' });
    server = await startServer({ mailer, clock: { now: () => new Date(time).toISOString() } });
    una = await server.add('annotator', 'una');
    ada = await server.add('admin', 'ada');
  });

  after(async () => {
    await server.close();
    mailer.close();
    await mail.close();
  });

  const signIn = (email: string, password: string) => server.ask('POST', '/api/session', { json: { email, password } });
  const set = (json: object, by: Member = una) => server.ask('PUT', '/api/password', { by, json });
  const forgot = (email: string, language = 'en') =>
    server.ask('POST', '/api/password/forgot', { json: { email, language } });
  const happened = async (by = ada): Promise<readonly string[]> =>
    (await server.ask('GET', '/api/account-events', { by })).json.events.map(
      ({ what }: { readonly what: string }) => what,
    );

  it('set by its person signs a browser in; the present one is needed to change it', async () => {
    assert.equal((await set({ password: PASSWORD })).status, 204);
    const cookie = cookieOf(await signIn('una@example.org', PASSWORD));
    assert.equal((await server.ask('GET', '/api/session', { headers: { cookie } })).json.reviewer.name, 'una');
    const { status, json } = await set({ password: OTHER });
    assert.deepEqual([status, json.reason, json.where], [403, 'wrong-password', 'current']);
    assert.equal((await set({ password: OTHER, current: 'wrong' })).status, 403);
    assert.equal((await set({ password: OTHER, current: PASSWORD })).status, 204);
    assert.equal((await server.ask('GET', '/api/session', { headers: { cookie } })).status, 401);
    assert.equal((await signIn('una@example.org', PASSWORD)).status, 401);
    assert.equal((await signIn('una@example.org', OTHER)).status, 200);
    const shown = await server.ask('GET', '/api/account', { by: una });
    assert.deepEqual(shown.json, { email: 'una@example.org', passwordSetAt: new Date(time).toISOString() });
  });

  it('is refused where it is weak, and says why', async () => {
    for (const [password, reason] of [
      ['short', 'password-short'],
      ['password1234', 'password-common'],
      ['una@example.org', 'password-personal'],
    ] as const) {
      const { status, json } = await set({ password, current: OTHER });
      assert.deepEqual([status, json.reason, json.where], [422, reason, 'password']);
    }
  });

  it('is not set by a token that does not open everything', async () => {
    const made = await server.ask('POST', '/api/tokens', { by: una, json: { label: 'x', scopes: ['account'] } });
    assert.equal((await set({ password: PASSWORD, current: OTHER }, { ...una, token: made.json.token })).status, 403);
  });

  it('is refused in the same words whoever is asked for (no enumeration)', async () => {
    const answers = [await signIn('una@example.org', 'wrong'), await signIn('nobody@example.org', 'wrong')];
    assert.deepEqual(answers[0]?.json, answers[1]?.json);
    assert.equal(answers[0]?.status, 401);
    const asked = [await forgot('una@example.org'), await forgot('nobody@example.org')];
    for (const { status, text } of asked) assert.deepEqual([status, text], [202, '']);
    await mail.letterTo('una@example.org');
    assert.ok(mail.letters.every(({ to }) => to !== 'nobody@example.org'));
  });

  it('is set anew by a link that is mailed, once; open browsers are signed out', async () => {
    const cookie = cookieOf(await signIn('una@example.org', OTHER));
    time += 3_600_000;
    await forgot('una@example.org', 'de');
    const { words } = await mail.letterTo('una@example.org', 1);
    assert.match(words, /Passwort/);
    const secret = /http:\/\/touchstone\.test\/reset\/(\S+)/.exec(words)?.[1] ?? '';
    const looked = await server.ask('POST', '/api/password/reset/look', { json: { secret } });
    assert.deepEqual(looked.json, { name: 'una', email: 'una@example.org' });
    const reset = (password: string) => server.ask('POST', '/api/password/reset', { json: { secret, password } });
    assert.equal((await reset('password1234')).status, 422);
    assert.equal((await reset(PASSWORD)).status, 204);
    assert.equal((await reset(PASSWORD)).status, 410);
    assert.equal((await server.ask('GET', '/api/session', { headers: { cookie } })).status, 401);
    assert.equal((await signIn('una@example.org', PASSWORD)).status, 200);
  });

  it('is mailed about only so often', async () => {
    const before = mail.letters.length;
    for (let round = 0; round < 6; round += 1) assert.equal((await forgot('ada@example.org')).status, 202);
    await forgot('una@example.org');
    await mail.letterTo('una@example.org', 2);
    assert.ok(mail.letters.length - before <= 4, String(mail.letters.length - before));
  });

  it('is set anew by a link of an admin, in a new browser, and by nobody below', async () => {
    const path = `/api/reviewers/${una.account.id}/reset`;
    assert.equal((await server.ask('POST', path, { by: una })).status, 403);
    const { json } = await server.ask('POST', path, { by: ada });
    const secret = json.link.split('/').at(-1);
    const answer = await server.ask('POST', '/api/password/reset', { json: { secret, password: OTHER } });
    assert.equal(answer.status, 204);
    assert.equal((await signIn('una@example.org', OTHER)).status, 200);
  });

  it('locks an email after ten guesses, with when to come again, while others go on', async () => {
    time += 3_600_000;
    for (let guess = 0; guess < 10; guess += 1) assert.equal((await signIn('una@example.org', 'wrong')).status, 401);
    const locked = await signIn('una@example.org', OTHER);
    assert.deepEqual([locked.status, locked.headers.get('retry-after')], [429, '60']);
    assert.equal((await set({ password: PASSWORD }, ada)).status, 204);
    assert.equal((await signIn('ada@example.org', PASSWORD)).status, 200);
    time += 60_000;
    assert.equal((await signIn('una@example.org', OTHER)).status, 200);
  });

  it('comes with an account that is made, where there is an email', async () => {
    const invited = async () =>
      (await server.ask('POST', '/api/invitations', { by: ada, json: { role: 'viewer' } })).json.link.split('/').at(-1);
    const secret = await invited();
    const join = (json: object) => server.ask('POST', '/api/join', { json: { secret, name: 'Otto', ...json } });
    assert.equal((await join({ password: PASSWORD })).json.reason, 'email-missing');
    assert.equal(
      (await join({ email: 'otto@example.org', password: 'otto-passwort' })).json.reason,
      'password-personal',
    );
    assert.equal((await join({ email: 'otto@example.org', password: PASSWORD })).status, 201);
    assert.equal((await signIn('otto@example.org', PASSWORD)).status, 200);
  });

  it('leaves a record of what happened for admins, without a secret or what was typed (T11)', async () => {
    assert.equal((await server.ask('GET', '/api/account-events', { by: una })).status, 403);
    const { text } = await server.ask('GET', '/api/account-events', { by: ada });
    const kinds = new Set(await happened());
    for (const what of ['signed-in-password', 'refused-password', 'refused-often', 'password-set', 'reset-mailed'])
      assert.ok(kinds.has(what), what);
    for (const what of ['reset-made', 'reset-used', 'joined', 'invited', 'token-made'])
      assert.ok(kinds.has(what), what);
    const logged = JSON.stringify(server.logged);
    for (const secret of [PASSWORD, OTHER, 'password1234', 'nobody@example.org', una.token])
      assert.ok(!text.includes(secret) && !logged.includes(secret), secret);
    assert.doesNotMatch(text + logged, /ts[a-z]_[\w-]{20}/);
  });
});
