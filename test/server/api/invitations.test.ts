import assert from 'node:assert/strict';
import { smtpMailer } from '../../../server/mail/smtp-mailer.ts';
import { type MailServer, startMailServer } from '../../support/a-mail-server.ts';
import { startOpenIdProvider } from '../../support/an-openid-provider.ts';
import { cookieOf, type Member, type RunningServer, startServer } from './a-server.ts';

describe('invitations over HTTP', () => {
  let mail: MailServer;
  let mailer: ReturnType<typeof smtpMailer>;
  let provider: Awaited<ReturnType<typeof startOpenIdProvider>>;
  let server: RunningServer;
  let ada: Member;
  let lea: Member;
  let time = Date.parse('2026-03-01T12:00:00.000Z');

  before(async () => {
    mail = await startMailServer();
    mailer = smtpMailer({ url: mail.url, from: 'desk@example.org' });
    provider = await startOpenIdProvider('http://touchstone.test/api/session/provider/callback');
    const clock = { now: () => new Date(time).toISOString() };
    server = await startServer({ mailer, clock, provider: provider.settings });
    ada = await server.add('admin', 'ada');
    lea = await server.add('lead', 'lea');
  });

  after(async () => {
    await server.close();
    mailer.close();
    await mail.close();
    await provider.close();
  });

  const invite = async (json: object, by = lea) => server.ask('POST', '/api/invitations', { by, json });
  const pending = async () => (await server.ask('GET', '/api/invitations', { by: lea })).json.invitations;
  const linkIn = (words: string): string => /http:\/\/touchstone\.test\/join\/(\S+)/.exec(words)?.[1] ?? '';
  const look = (secret: string) => server.ask('POST', '/api/join/look', { json: { secret } });
  const join = (secret: string, json: object) => server.ask('POST', '/api/join', { json: { secret, ...json } });

  it('go by mail to one person, whose email is theirs, once; nobody else is shown the link', async () => {
    const { json } = await invite({ role: 'editor', name: 'Sol', email: 'sol@example.org', days: 3, language: 'de' });
    assert.deepEqual([json.link, json.mailed], [null, true]);
    const { words } = await mail.letterTo('sol@example.org');
    assert.match(words, /lea lädt Sie ein[\s\S]*innerhalb von 3 Tagen/);
    assert.deepEqual(await pending(), [
      {
        ...{ id: json.id, name: 'Sol', email: 'sol@example.org', role: 'editor', by: 'lea', expired: false },
        ...{ createdAt: '2026-03-01T12:00:00.000Z', expiresAt: '2026-03-04T12:00:00.000Z' },
      },
    ]);
    const secret = linkIn(words);
    assert.deepEqual((await look(secret)).json, { role: 'editor', name: 'Sol', email: 'sol@example.org' });
    const joined = await join(secret, { name: 'Sol Berg', email: 'other@example.org' });
    assert.deepEqual([joined.status, joined.json.reviewer.email], [201, 'sol@example.org']);
    assert.equal((await join(secret, { name: 'Again' })).status, 410);
    assert.deepEqual(await pending(), []);
    assert.equal((await invite({ role: 'viewer', email: 'SOL@example.org' })).json.reason, 'known');
  });

  it('are handed over as a link where there is no email, for seven days, and stop when they are sent again', async () => {
    const first = (await invite({ role: 'viewer' })).json;
    assert.deepEqual([first.mailed, first.expiresAt], [false, '2026-03-08T12:00:00.000Z']);
    time += 3_600_000;
    const path = `/api/invitations/${first.id}`;
    const second = (await server.ask('POST', `${path}/again`, { by: ada, json: {} })).json;
    assert.equal(second.expiresAt, '2026-03-08T13:00:00.000Z');
    assert.equal((await look(first.link.split('/').at(-1))).status, 410);
    assert.equal((await look(second.link.split('/').at(-1))).status, 200);
    assert.deepEqual(
      (await pending()).map(({ by }: { readonly by: string }) => by),
      ['ada'],
    );
    assert.equal((await server.ask('DELETE', `/api/invitations/${second.id}`, { by: lea })).status, 204);
    assert.equal((await look(second.link.split('/').at(-1))).status, 410);
    assert.equal((await server.ask('DELETE', `/api/invitations/${second.id}`, { by: lea })).status, 404);
  });

  it('are sent again by one of two who ask at once, and by neither once it was taken; the link of before never opens beside the new one', async () => {
    const { json } = await invite({ role: 'viewer' });
    const again = (by: Member) => server.ask('POST', `/api/invitations/${json.id}/again`, { by, json: {} });
    const both = await Promise.all([again(ada), again(lea)]);
    assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 404]);
    const [one] = await pending();
    assert.equal((await pending()).length, 1);
    const link = both.find(({ status }) => status === 201)?.json.link;
    const [joined, late] = await Promise.all([
      join(link.split('/').at(-1), { name: 'Tom' }),
      server.ask('POST', `/api/invitations/${one.id}/again`, { by: lea, json: {} }),
    ]);
    // Whichever came first: there is either a person or another link, never both.
    assert.deepEqual([joined.status, late.status].toSorted(), joined.status === 201 ? [201, 404] : [201, 410]);
    for (const { id } of await pending()) await server.ask('DELETE', `/api/invitations/${id}`, { by: lea });
  });

  it('are looked at as seldom as they may be guessed', async () => {
    const from = { 'x-forwarded-for': '203.0.113.9' };
    const lookFrom = (headers: Readonly<Record<string, string>>) =>
      server.ask('POST', '/api/join/look', { json: { secret: 'tsi_guessed' }, headers });
    const statuses: number[] = [];
    for (let round = 0; round < 31; round += 1) statuses.push((await lookFrom(from)).status);
    assert.deepEqual([statuses.indexOf(429), new Set(statuses)], [30, new Set([410, 429])]);
    const refused = await server.ask('POST', '/api/join', {
      json: { secret: 'tsi_guessed', name: 'X' },
      headers: from,
    });
    assert.equal(refused.status, 429);
    assert.equal((await lookFrom({ 'x-forwarded-for': '203.0.113.10' })).status, 410);
    // Whoever has one IPv6 address has the network of it.
    const addresses = Array.from({ length: 31 }, (_, nth) => `2001:db8:0:7::${nth.toString(16)}`);
    let last = 0;
    for (const address of addresses) last = (await lookFrom({ 'x-forwarded-for': address })).status;
    assert.equal(last, 429);
    assert.equal((await lookFrom({ 'x-forwarded-for': '2001:db8:0:8::1' })).status, 410);
  });

  it('are shown as expired, and good again when they are sent again', async () => {
    const { json } = await invite({ role: 'viewer', days: 1 });
    time += 86_400_000;
    assert.equal((await look(json.link.split('/').at(-1))).status, 410);
    assert.deepEqual((await pending())[0].expired, true);
    const again = (await server.ask('POST', `/api/invitations/${json.id}/again`, { by: lea, json: {} })).json;
    assert.equal((await look(again.link.split('/').at(-1))).status, 200);
    await server.ask('DELETE', `/api/invitations/${again.id}`, { by: lea });
  });

  it('to a role above one’s own are not made, sent again or withdrawn', async () => {
    assert.equal((await invite({ role: 'admin' })).status, 403);
    const { json } = await invite({ role: 'admin' }, ada);
    const path = `/api/invitations/${json.id}`;
    assert.equal((await server.ask('POST', `${path}/again`, { by: lea, json: {} })).status, 403);
    assert.equal((await server.ask('DELETE', path, { by: lea })).status, 403);
    assert.equal((await server.ask('DELETE', path, { by: ada })).status, 204);
    assert.equal((await invite({ role: 'viewer', days: 31 })).json.where, 'days');
  });

  it('fill nobody’s mailbox', async () => {
    const statuses: number[] = [];
    for (let round = 0; round < 4; round += 1)
      statuses.push((await invite({ role: 'viewer', email: 'max@example.org' })).status);
    assert.deepEqual(statuses, [201, 201, 201, 429]);
  });

  it('let in by the provider who was invited by mail, and who shows the link', async () => {
    provider.people.set('m1', { name: 'Max Ost', email: 'max@example.org', email_verified: true });
    provider.people.set('k1', { name: 'Kim', email: 'kim@example.org', email_verified: false });
    const come = async (subject: string, json: object) => {
      const begun = await server.ask('POST', '/api/session/provider', { json });
      const { pathname, search } = await provider.signIn(begun.json.address, subject);
      const back = await server.ask('GET', pathname + search, { headers: { cookie: cookieOf(begun) } });
      assert.equal(back.headers.get('location'), '/');
      const { json: shown } = await server.ask('GET', '/api/session', { headers: { cookie: cookieOf(back) } });
      return [shown.reviewer.name, shown.reviewer.email, shown.reviewer.role];
    };
    assert.deepEqual(await come('m1', {}), ['Max Ost', 'max@example.org', 'viewer']);
    const { json } = await invite({ role: 'editor' });
    const invitation = json.link.split('/').at(-1);
    assert.deepEqual(await come('k1', { invitation, name: 'Kim Lund' }), ['Kim Lund', '', 'editor']);
    assert.equal((await look(invitation)).status, 410);
  });

  it('leave a record, and no link or email in the log (T11)', async () => {
    const { json } = await server.ask('GET', '/api/account-events', { by: ada });
    const kinds = new Set(json.events.map(({ what }: { readonly what: string }) => what));
    for (const what of ['invited', 'invitation-renewed', 'invitation-withdrawn', 'joined'])
      assert.ok(kinds.has(what), what);
    assert.doesNotMatch(JSON.stringify(server.logged), /tsi_|sol@example\.org|max@example\.org/);
  });
});
