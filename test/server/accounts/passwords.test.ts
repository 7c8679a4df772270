import assert from 'node:assert/strict';
import { attempts } from '../../../server/accounts/attempts.ts';
import { checkPassword, hashPassword } from '../../../server/accounts/password-hash.ts';
import {
  offerReset,
  resetOffered,
  setPassword,
  signInByPassword,
  useReset,
} from '../../../server/accounts/passwords.ts';
import { openSession } from '../../../server/accounts/sign-in.ts';
import { speakerOf } from '../../../server/accounts/speaker.ts';
import { HOUR } from '../../../server/clock.ts';
import { aDesk, add } from './a-desk.ts';

const PASSWORD = 'lunar cheese tribunal';

/** As it was kept when it cost less. */
const CHEAP = '$argon2id$v=19$m=64,t=1,p=1$c29tZSBzYWx0IDE2IGJ5$';

describe('a kept password', () => {
  it('is argon2id at what OWASP asks for, salted each time anew', async () => {
    const [one, other] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)];
    assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    assert.notEqual(one, other);
    assert.deepEqual(await checkPassword(PASSWORD, one), { isRight: true, isOld: false });
    assert.deepEqual(await checkPassword(`${PASSWORD} `, one), { isRight: false, isOld: false });
  });

  it('is the same however its characters are composed, and nobody’s where there is none', async () => {
    const kept = await hashPassword('Ko\u0308ln im Nebel');
    assert.equal((await checkPassword('K\u00f6ln im Nebel', kept)).isRight, true);
    assert.equal((await checkPassword('', undefined)).isRight, false);
  });

  it('takes as long to refuse where there is none', async () => {
    const kept = await hashPassword(PASSWORD);
    const timed = async (hash: string | undefined): Promise<number> => {
      const from = process.cpuUsage();
      for (let round = 0; round < 4; round += 1) await checkPassword('wrong', hash);
      return process.cpuUsage(from).user;
    };
    const [there, none] = [await timed(kept), await timed(undefined)];
    assert.ok(none > there / 3 && none < there * 3, `${none} µs and ${there} µs`);
  });
});

describe('signing in with a password', () => {
  const desk = () => {
    const parts = aDesk();
    return { ...parts, guesses: attempts(parts.clock, { burst: 3, refillMs: 60_000 }) };
  };

  it('needs the right one, in whatever case the email is', async () => {
    const { guesses, ...parts } = desk();
    const { id } = await add(parts);
    await setPassword(parts, id, PASSWORD);
    const right = await signInByPassword(parts, guesses, 'UNA@example.org', PASSWORD);
    assert.equal('account' in right && right.account.id, id);
    assert.ok('refused' in (await signInByPassword(parts, guesses, 'una@example.org', 'wrong')));
    assert.ok('refused' in (await signInByPassword(parts, guesses, 'nobody@example.org', PASSWORD)));
    await parts.store.setDisabled(id, parts.clock.now());
    assert.ok('refused' in (await signInByPassword(parts, guesses, 'una@example.org', PASSWORD)));
  });

  it('is locked after some guesses, for an email that nobody has as well, and opens again with time', async () => {
    const { guesses, ...parts } = desk();
    const { id } = await add(parts);
    await setPassword(parts, id, PASSWORD);
    for (const email of ['una@example.org', 'nobody@example.org']) {
      for (let guess = 0; guess < 3; guess += 1)
        assert.ok('refused' in (await signInByPassword(parts, guesses, email, 'wrong')));
      assert.deepEqual(await signInByPassword(parts, guesses, email, PASSWORD), { wait: 60 });
    }
    parts.pass(60_000);
    assert.ok('account' in (await signInByPassword(parts, guesses, 'una@example.org', PASSWORD)));
    assert.ok('refused' in (await signInByPassword(parts, guesses, 'una@example.org', 'wrong')));
    assert.ok('account' in (await signInByPassword(parts, guesses, 'una@example.org', PASSWORD)));
  });

  it('hashes a password anew that was kept at another cost', async () => {
    const { guesses, ...parts } = desk();
    const { id } = await add(parts);
    const { argon2Sync } = await import('node:crypto');
    const nonce = Buffer.from('some salt 16 byt');
    const tag = argon2Sync('argon2id', {
      message: PASSWORD,
      nonce,
      memory: 64,
      passes: 1,
      parallelism: 1,
      tagLength: 32,
    });
    const hash = `${CHEAP}${tag.toString('base64').replaceAll('=', '')}`.replace(
      /c29t\w+/,
      nonce.toString('base64').replaceAll('=', ''),
    );
    await parts.store.putPassword({ reviewer: id, hash, changedAt: '2020-01-01T00:00:00.000Z' });
    assert.ok('account' in (await signInByPassword(parts, guesses, 'una@example.org', PASSWORD)));
    const kept = await parts.store.passwordOf(id);
    assert.match(kept?.hash ?? '', /m=19456,t=2,p=1/);
    assert.equal(kept?.changedAt, '2020-01-01T00:00:00.000Z');
    assert.ok('account' in (await signInByPassword(parts, guesses, 'una@example.org', PASSWORD)));
  });
});

describe('a link to set a new password', () => {
  it('is good once, and signs out everywhere', async () => {
    const desk = aDesk();
    const account = await add(desk);
    const session = await openSession(desk, account, { way: 'link' });
    const { secret } = await offerReset(desk, account, 'mail');
    assert.equal((await resetOffered(desk, secret))?.id, account.id);
    assert.deepEqual(await useReset(desk, secret, 'password1234'), { refused: 'weak', fault: 'common' });
    const both = await Promise.all([useReset(desk, secret, PASSWORD), useReset(desk, secret, PASSWORD)]);
    assert.equal(both.filter((each) => 'account' in each).length, 1);
    assert.equal(await speakerOf(desk, { kind: 'session', secret: session }), undefined);
    assert.deepEqual(await useReset(desk, secret, PASSWORD), { refused: 'not-good' });
  });

  it('is good for an hour by mail, for a day from an admin', async () => {
    const desk = aDesk();
    const account = await add(desk);
    const { secret } = await offerReset(desk, account, 'mail');
    desk.pass(HOUR);
    assert.equal(await resetOffered(desk, secret), undefined);
    const handed = await offerReset(desk, account, 'admin');
    desk.pass(24 * HOUR - 1);
    assert.ok(await resetOffered(desk, handed.secret));
    desk.pass(1);
    assert.deepEqual(await useReset(desk, handed.secret, PASSWORD), { refused: 'not-good' });
  });

  it('is the last that was made, for somebody who may come in, and no other secret', async () => {
    const desk = aDesk();
    const account = await add(desk);
    const [first, second] = [await offerReset(desk, account, 'mail'), await offerReset(desk, account, 'admin')];
    assert.equal(await resetOffered(desk, first.secret), undefined);
    assert.ok(await resetOffered(desk, second.secret));
    await desk.store.setDisabled(account.id, desk.clock.now());
    assert.equal(await resetOffered(desk, second.secret), undefined);
    assert.equal(await resetOffered(desk, await openSession(desk, account, { way: 'link' })), undefined);
  });
});
