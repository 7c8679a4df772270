import assert from 'node:assert/strict';
import { authenticateConnection, isFromOurPage, shownIn } from '../../../server/accounts/authenticate.ts';
import { keepSession, sessionIn } from '../../../server/accounts/cookie.ts';
import { openSession } from '../../../server/accounts/sign-in.ts';
import { issueToken } from '../../../server/accounts/tokens.ts';
import { aDesk, add } from './a-desk.ts';

describe('headers', () => {
  it('show a bearer token before a cookie', () => {
    const headers = { authorization: 'Bearer tst_a', cookie: 'touchstone_session=tss_b' };
    assert.deepEqual(shownIn(headers), { kind: 'token', secret: 'tst_a' });
  });

  it('of another scheme show nothing that a cookie makes good', () => {
    const headers = { authorization: 'Basic dW5h', cookie: 'touchstone_session=tss_b' };
    assert.deepEqual(shownIn(headers), { kind: 'token', secret: '' });
  });

  it('show the session among other cookies', () => {
    assert.equal(sessionIn('a=b; touchstone_session=tss_b; c=d'), 'tss_b');
    assert.equal(sessionIn('xtouchstone_session=tss_b'), undefined);
    assert.equal(sessionIn(undefined), undefined);
  });

  it('of a connection give way to the token handed over with it', async () => {
    const desk = aDesk();
    const account = await add(desk);
    const cookie = `touchstone_session=${await openSession(desk, account, { way: 'link' })}`;
    const token = await issueToken(desk, account.id, '');
    assert.ok(await authenticateConnection(desk, { cookie }, undefined));
    assert.ok(await authenticateConnection(desk, {}, token));
    assert.equal(await authenticateConnection(desk, { cookie }, 'tst_wrong'), undefined);
    assert.equal(await authenticateConnection(desk, {}, { token }), undefined);
  });

  const fromUs = (says: string, headers: Record<string, string>, expected: boolean): void => {
    it(`${says} ${expected ? 'are' : 'are not'} from our page`, () =>
      assert.equal(isFromOurPage(headers, 'https://desk.example.org'), expected));
  };
  fromUs('that say the same origin', { 'sec-fetch-site': 'same-origin' }, true);
  fromUs(
    'that say another port of the host',
    { 'sec-fetch-site': 'same-site', origin: 'http://a:1', host: 'a:1' },
    false,
  );
  fromUs('with the public origin', { origin: 'https://desk.example.org', host: '10.0.0.7:3000' }, true);
  fromUs('with the origin of the host itself', { origin: 'http://10.0.0.7:3000', host: '10.0.0.7:3000' }, true);
  fromUs('with another origin', { origin: 'https://evil.example', host: 'desk.example.org' }, false);
  fromUs('of a sandboxed page', { origin: 'null', host: 'desk.example.org' }, false);
  fromUs('without an origin', { host: 'desk.example.org' }, false);
});

describe('the cookie', () => {
  it('is out of reach of scripts and of other sites', () => {
    assert.equal(
      keepSession('tss_a', 'http://localhost:3000'),
      'touchstone_session=tss_a; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax',
    );
  });

  it('goes over https alone where the address is https', () => {
    assert.match(keepSession('tss_a', 'https://desk.example.org'), /; Secure$/);
  });
});
