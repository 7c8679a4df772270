import assert from 'node:assert/strict';
import { offerReset } from '../../../server/accounts/passwords.ts';
import { openIdProvider, ProviderRefused } from '../../../server/accounts/provider.ts';
import { hashOf } from '../../../server/accounts/secret.ts';
import { NO_ONE, type OpenIdProvider, startOpenIdProvider } from '../../support/an-openid-provider.ts';
import { cookieOf, type Member, type RunningServer, startServer } from './a-server.ts';

const CALLBACK = 'http://touchstone.test/api/session/provider/callback';

describe('signing in by an OpenID provider', function () {
  this.timeout(60_000);
  let provider: OpenIdProvider;
  let server: RunningServer;
  let una: Member;
  let ada: Member;
  let time = Date.parse('2026-03-01T12:00:00.000Z');

  before(async () => {
    provider = await startOpenIdProvider(CALLBACK);
    server = await startServer({ provider: provider.settings, clock: { now: () => new Date(time).toISOString() } });
    una = await server.add('annotator', 'una');
    ada = await server.add('admin', 'ada');
    provider.people.set('u1', { name: 'Una Holm', email: 'Una@Example.org', email_verified: true });
    provider.people.set('u2', { name: 'Una Two', email: 'una@example.org', email_verified: true });
    provider.people.set('a1', { name: 'Ada', email: 'ada@example.org', email_verified: false });
    provider.people.set('s1', { name: 'Stranger', email: 'stranger@elsewhere.example', email_verified: true });
  });

  after(async () => {
    await server.close();
    await provider.close();
  });

  /** Sets out; what the browser has then. */
  const begin = async (json: object = {}) => {
    const answer = await server.ask('POST', '/api/session/provider', { json });
    assert.equal(answer.status, 200);
    return { address: answer.json.address as string, cookie: cookieOf(answer) };
  };
  const back = (from: URL, cookie: string) => server.ask('GET', from.pathname + from.search, { headers: { cookie } });
  const come = async (subject: string, json: object = {}) => {
    const { address, cookie } = await begin(json);
    return back(await provider.signIn(address, subject), cookie);
  };
  const whoIs = async (cookie: string) =>
    (await server.ask('GET', '/api/session', { headers: { cookie } })).json.reviewer;
  const ledTo = ({ status, headers }: { readonly status: number; readonly headers: Headers }) => [
    status,
    headers.get('location'),
  ];

  it('sends the browser on with state, nonce and a challenge, and binds the way to it', async () => {
    const answer = await server.ask('POST', '/api/session/provider', { json: { next: '/queue' } });
    const { searchParams: asked } = new URL(answer.json.address);
    assert.equal(asked.get('redirect_uri'), CALLBACK);
    assert.equal(asked.get('code_challenge_method'), 'S256');
    const values = ['state', 'nonce', 'code_challenge'].map((name) => asked.get(name) ?? '');
    assert.equal(new Set(values).size, 3);
    for (const value of values) assert.match(value, /^[\w-]{43}$/);
    assert.match(
      answer.headers.get('set-cookie') ?? '',
      /^touchstone_provider=tsp_\S+; Path=\/api\/session\/provider; Max-Age=600; HttpOnly; SameSite=Lax$/,
    );
    assert.equal((await server.ask('GET', '/api/entrance')).json.provider, 'Example Login');
  });

  it('lets in who has a verified email of the desk, and knows them by their subject from then on', async () => {
    const first = await come('u1', { next: '/queue?x=1' });
    assert.deepEqual(ledTo(first), [303, '/queue?x=1']);
    assert.equal((await whoIs(cookieOf(first))).id, una.account.id);
    provider.people.set('u1', { name: 'Una Holm', email: 'una@new.example', email_verified: false });
    const again = await come('u1');
    assert.deepEqual(ledTo(again), [303, '/']);
    const cookie = cookieOf(again);
    assert.notEqual(cookie, cookieOf(first));
    assert.equal((await whoIs(cookie)).id, una.account.id);
    const { sessions } = (await server.ask('GET', '/api/sessions', { headers: { cookie } })).json;
    assert.deepEqual([...new Set(sessions.map(({ way }: { readonly way: string }) => way))], ['provider']);
  });

  it('turns a stranger back, and who has an email that is not verified, and another with the same email', async () => {
    for (const [subject, why] of [
      ['s1', 'stranger'],
      ['a1', 'unverified'],
      ['u2', 'another'],
      [NO_ONE, 'denied'],
    ] as const) {
      const answer = await come(subject);
      assert.deepEqual(ledTo(answer), [303, `/sign-in?refused=${why}`], subject);
      assert.equal(answer.headers.get('set-cookie'), null);
    }
    assert.deepEqual(ledTo(await come('s1', { next: '/desk' })), [303, '/sign-in?refused=stranger&next=%2Fdesk']);
  });

  it('takes nothing with a forged state, in another browser, or a second time', async () => {
    const { address, cookie } = await begin();
    const from = await provider.signIn(address, 'u1');
    const forged = new URL(from);
    forged.searchParams.set('state', 'x'.repeat(43));
    const other = await begin();
    for (const [way, shown] of [
      [forged, cookie],
      [from, other.cookie],
      [from, ''],
    ] as const)
      assert.deepEqual(ledTo(await back(way, shown)), [303, '/sign-in?refused=late']);
    assert.deepEqual(ledTo(await back(from, cookie)), [303, '/']);
    assert.deepEqual(ledTo(await back(from, cookie)), [303, '/sign-in?refused=late']);
    // A code that another way has used is none, though state and cookie are good.
    const second = await provider.signIn(other.address, 'u1');
    second.searchParams.set('code', from.searchParams.get('code') ?? '');
    assert.deepEqual(ledTo(await back(second, other.cookie)), [303, '/sign-in?refused=late']);
  });

  it('takes nothing after ten minutes', async () => {
    const { address, cookie } = await begin();
    const from = await provider.signIn(address, 'u1');
    const kept = () => server.parts.accounts.store.findSecret(hashOf(cookie.split('=')[1] ?? ''));
    assert.equal((await kept())?.kind, 'provider');
    time += 10 * 60_000;
    assert.deepEqual(ledTo(await back(from, cookie)), [303, '/sign-in?refused=late']);
    // Strangers have ways made as often as they may ask: what has expired is forgotten when the next one is.
    time += 1_000;
    await begin();
    assert.equal(await kept(), undefined);
  });

  it('leads to no other site', async () => {
    for (const next of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/\r\nX: y',
    ])
      assert.deepEqual(ledTo(await come('u1', { next })), [303, '/'], next);
  });

  it('is not set out on by a page of another site', async () => {
    const headers = { origin: 'https://evil.example', cookie: 'x=y' };
    assert.equal((await server.ask('POST', '/api/session/provider', { json: {}, headers })).status, 403);
  });

  it('links the account of who is signed in, in their browser alone, and unlinks it where there is another way in', async () => {
    const signIn = async (member: Member) =>
      cookieOf(await server.ask('POST', '/api/session', { json: { token: member.token } }));
    const mine = await signIn(ada);
    const headers = { cookie: mine, origin: 'http://touchstone.test' };
    assert.equal((await server.ask('POST', '/api/identities', { by: ada })).status, 403);
    const link = async (subject: string, session: string) => {
      const answer = await server.ask('POST', '/api/identities', { headers });
      const from = await provider.signIn(answer.json.address, subject);
      return back(from, `${cookieOf(answer)}; ${session}`);
    };
    assert.deepEqual(ledTo(await link('a1', await signIn(una))), [303, '/sign-in?refused=late']);
    assert.deepEqual(ledTo(await link('u1', mine)), [303, '/account?refused=taken']);
    assert.deepEqual(ledTo(await link('a1', mine)), [303, '/account']);
    assert.deepEqual(ledTo(await link('s1', mine)), [303, '/account?refused=another']);
    assert.deepEqual(ledTo(await come('a1')), [303, '/']);
    const { identities } = (await server.ask('GET', '/api/identities', { headers })).json;
    assert.deepEqual(
      identities.map(({ name, issuer }: { readonly name: string; readonly issuer: string }) => [name, issuer]),
      [['ada@example.org', provider.settings.issuer]],
    );
    const path = `/api/identities/${identities[0].id}`;
    assert.equal((await server.ask('DELETE', path, { by: una })).status, 404);
    assert.equal((await server.ask('DELETE', path, { headers })).json.reason, 'only-way');
    await server.ask('PUT', '/api/password', { headers, json: { password: 'lunar cheese tribunal' } });
    assert.equal((await server.ask('DELETE', path, { headers })).status, 204);
    assert.deepEqual(ledTo(await come('a1')), [303, '/sign-in?refused=unverified']);
  });

  it('does not let in who is shut out', async () => {
    const vik = await server.add('viewer', 'vik');
    provider.people.set('v1', { email: 'vik@example.org', email_verified: true });
    const shut = (disabled: boolean) =>
      server.ask('PATCH', `/api/reviewers/${vik.account.id}`, { by: ada, json: { disabled } });
    await shut(true);
    assert.deepEqual(ledTo(await come('v1')), [303, '/sign-in?refused=shut-out']);
    await shut(false);
    assert.deepEqual(ledTo(await come('v1')), [303, '/']);
    await shut(true);
    assert.deepEqual(ledTo(await come('v1')), [303, '/sign-in?refused=shut-out']);
  });

  it('does not link an email that was only typed: who has it would come into the account of who typed it', async () => {
    const invited = await server.ask('POST', '/api/invitations', { by: ada, json: { role: 'lead' } });
    const secret = invited.json.link.split('/').at(-1);
    const joined = await server.ask('POST', '/api/join', {
      json: { secret, name: 'Mal', email: 'boss@example.org', password: 'lunar cheese tribunal' },
    });
    const mal = joined.json.reviewer.id;
    provider.people.set('b1', { name: 'Boss', email: 'boss@example.org', email_verified: true });
    assert.deepEqual(ledTo(await come('b1')), [303, '/sign-in?refused=unproven']);
    assert.deepEqual(await server.parts.accounts.store.identitiesOf(mal), []);
    // A link that an admin hands over proves nothing of the email either; a letter that was opened there does.
    const { store } = server.parts.accounts;
    const account = await store.reviewerById(mal);
    assert.ok(account);
    const setAnew = async (way: 'admin' | 'mail', between = async (): Promise<unknown> => undefined) => {
      const { secret: link } = await offerReset(server.parts.accounts, account, way);
      await between();
      const reset = { secret: link, password: 'another cheese tribunal' };
      assert.equal((await server.ask('POST', '/api/password/reset', { json: reset })).status, 204);
    };
    await setAnew('admin');
    assert.deepEqual(ledTo(await come('b1')), [303, '/sign-in?refused=unproven']);
    // A letter to an email that is another by now proves nothing of the new one.
    await store.setEmail(mal, 'mal@example.org');
    const typed = (await store.reviewerById(mal)) ?? account;
    const { secret: letter } = await offerReset(server.parts.accounts, typed, 'mail');
    await store.setEmail(mal, 'boss@example.org');
    await server.ask('POST', '/api/password/reset', { json: { secret: letter, password: 'another cheese tribunal' } });
    assert.deepEqual(ledTo(await come('b1')), [303, '/sign-in?refused=unproven']);
    await setAnew('mail');
    assert.deepEqual(ledTo(await come('b1')), [303, '/']);
  });

  it('says to who signs out where to sign out at the provider too, and to nobody else', async () => {
    const signOut = (cookie: string) =>
      server.ask('POST', '/api/session/end', { headers: { cookie, origin: 'http://touchstone.test' } });
    const cookie = cookieOf(await come('u1'));
    const kept = await server.parts.accounts.store.findSecret(hashOf(cookie.split('=')[1] ?? ''));
    const ended = await signOut(cookie);
    assert.equal(ended.status, 200);
    const address = new URL(ended.json.address);
    assert.deepEqual([address.origin, address.pathname], [provider.settings.issuer, '/session/end']);
    assert.equal(address.searchParams.get('client_id'), 'touchstone');
    // By the ID token of this very sign-in, which is kept so that only who has the session can read it (T11).
    const hint = address.searchParams.get('id_token_hint') ?? '';
    const said = JSON.parse(Buffer.from(hint.split('.')[1] ?? '', 'base64url').toString());
    assert.deepEqual([said.iss, said.sub, said.aud], [provider.settings.issuer, 'u1', 'touchstone']);
    assert.ok(kept?.idToken && !Buffer.from(kept.idToken, 'base64').includes(hint.slice(0, 20)));
    assert.equal((await fetch(address)).status, 200);
    address.searchParams.set('id_token_hint', hint.replace(/..$/, 'xx'));
    assert.equal((await fetch(address)).status, 400);
    assert.equal(await whoIs(cookie), undefined);
    assert.deepEqual((await signOut(cookie)).json, { address: null });
    const byToken = cookieOf(await server.ask('POST', '/api/session', { json: { token: una.token } }));
    assert.deepEqual((await signOut(byToken)).json, { address: null });
    const other = await server.ask('POST', '/api/session/end', { headers: { cookie, origin: 'https://evil.example' } });
    assert.equal(other.status, 403);
  });

  it('shows a provider no ID token of the one before it, or of the client that the desk was there before', async () => {
    const cookie = cookieOf(await come('u1'));
    const ended = await server.ask('POST', '/api/session/end', {
      headers: { cookie, origin: 'http://touchstone.test' },
    });
    const hint = new URL(ended.json.address).searchParams.get('id_token_hint') ?? '';
    const another = await startOpenIdProvider(CALLBACK);
    try {
      assert.equal(await openIdProvider(another.settings, CALLBACK).end(hint), undefined);
      const address = await openIdProvider({ ...provider.settings, clientId: 'another' }, CALLBACK).end(hint);
      assert.deepEqual(
        [address?.origin, address?.searchParams.has('id_token_hint')],
        [provider.settings.issuer, false],
      );
    } finally {
      await another.close();
    }
  });

  it('leaves a record for admins, and no secret in the log (T11)', async () => {
    const { text, json } = await server.ask('GET', '/api/account-events', { by: ada });
    const kinds = new Set(json.events.map(({ what }: { readonly what: string }) => what));
    for (const what of ['signed-in-provider', 'refused-provider', 'identity-linked', 'identity-unlinked'])
      assert.ok(kinds.has(what), what);
    const logged = JSON.stringify(server.logged);
    assert.doesNotMatch(text + logged, /ts[a-z]_[\w-]{20}|[?&](code|state)=|elsewhere\.example/);
    assert.ok(!logged.includes(provider.settings.clientSecret));
  });

  describe('as the desk has it', () => {
    const coming = async (settings: object, subject: string) => {
      const other = await startServer({ provider: { ...provider.settings, ...settings } });
      try {
        const answer = await other.ask('POST', '/api/session/provider', { json: {} });
        if (answer.status !== 200) return [answer.status, answer.json.reason];
        const from = await provider.signIn(answer.json.address, subject);
        const { headers } = await other.ask('GET', from.pathname + from.search, {
          headers: { cookie: cookieOf(answer) },
        });
        const [account] = await other.parts.accounts.store.reviewers();
        return [headers.get('location'), account?.name, account?.email, account?.role];
      } finally {
        await other.close();
      }
    };

    it('lets newcomers in with a role, of its domains alone', async () => {
      const domains = ['elsewhere.example'];
      assert.deepEqual(await coming({ newcomers: 'viewer', domains }, 's1'), [
        ...['/', 'Stranger', 'stranger@elsewhere.example', 'viewer'],
      ]);
      const [why] = await coming({ newcomers: 'viewer', domains: ['example.org'] }, 's1');
      assert.equal(why, '/sign-in?refused=domain');
    });

    it('says so when the provider is down, is another, or does not know the desk', async () => {
      provider.fault = 'misnamed';
      assert.deepEqual(await coming({}, 'u1'), [502, 'provider-wrong']);
      provider.fault = undefined;
      assert.deepEqual(await coming({ issuer: 'http://127.0.0.1:9' }, 'u1'), [502, 'provider-down']);
      const [why] = await coming({ clientSecret: 'another secret, which the provider has not' }, 'u1');
      assert.equal(why, '/sign-in?refused=wrong');
    });

    it('does not wait for one that says nothing, and asks it anew the next time', async () => {
      const asked = openIdProvider(provider.settings, CALLBACK, 0.05);
      provider.fault = 'silent';
      await assert.rejects(asked.begin('tsp_x'), (error) => error instanceof ProviderRefused && error.fault === 'down');
      provider.fault = undefined;
      assert.equal((await asked.begin('tsp_x')).origin, provider.settings.issuer);
    });
  });
});
