import assert from 'node:assert/strict';
import { hashOf, newSecret } from '../../../server/accounts/secret.ts';
import { closeSession, openSession } from '../../../server/accounts/sign-in.ts';
import { speakerOf } from '../../../server/accounts/speaker.ts';
import { issueToken, makeToken, revokeToken } from '../../../server/accounts/tokens.ts';
import { DAY, fromNow, MINUTE } from '../../../server/clock.ts';
import { aDesk, add } from './a-desk.ts';

describe('a secret', () => {
  it('holds 256 random bits behind the prefix of its kind', () => {
    assert.match(newSecret('token'), /^tst_[\w-]{43}$/);
    assert.notEqual(newSecret('token'), newSecret('token'));
  });

  it('is not in the store, only its hash is (T11)', async () => {
    const desk = aDesk();
    const { id } = await add(desk);
    const token = await issueToken(desk, id, 'laptop');
    const [kept] = await desk.store.secretsOf(id);
    assert.equal(kept?.hash, hashOf(token));
    assert.ok(!JSON.stringify(kept).includes(token));
  });
});

describe('a speaker', () => {
  it('is known by a token, with role and profile', async () => {
    const desk = aDesk();
    const { id, colour } = await add(desk);
    const speaker = await speakerOf(desk, { kind: 'token', secret: await issueToken(desk, id, '') });
    assert.deepEqual(speaker?.reviewer, { id, role: 'editor' });
    assert.deepEqual(speaker?.profile, { name: 'Una', role: 'editor', colour });
  });

  it('is not known by another secret, nor by a token as a session', async () => {
    const desk = aDesk();
    const secret = await issueToken(desk, (await add(desk)).id, '');
    assert.equal(await speakerOf(desk, { kind: 'token', secret: newSecret('token') }), undefined);
    assert.equal(await speakerOf(desk, { kind: 'session', secret }), undefined);
  });

  it('is not let in while disabled', async () => {
    const desk = aDesk();
    const { id } = await add(desk);
    const secret = await issueToken(desk, id, '');
    await desk.store.setDisabled(id, desk.clock.now());
    assert.equal(await speakerOf(desk, { kind: 'token', secret }), undefined);
    await desk.store.setDisabled(id, undefined);
    assert.ok(await speakerOf(desk, { kind: 'token', secret }));
  });

  it('has a new role from the next request on', async () => {
    const desk = aDesk();
    const { id } = await add(desk);
    const secret = await issueToken(desk, id, '');
    await desk.store.setRole(id, 'viewer');
    assert.equal((await speakerOf(desk, { kind: 'token', secret }))?.reviewer.role, 'viewer');
  });

  it('stays signed in for 30 days, and not a moment longer, however busy', async () => {
    const desk = aDesk();
    const secret = await openSession(desk, await add(desk), { way: 'link' });
    for (let day = 0; day < 29; day += 1) {
      desk.pass(DAY);
      assert.ok(await speakerOf(desk, { kind: 'session', secret }));
    }
    desk.pass(DAY - 1);
    assert.ok(await speakerOf(desk, { kind: 'session', secret }));
    desk.pass(1);
    assert.equal(await speakerOf(desk, { kind: 'session', secret }), undefined);
  });

  it('stays signed in for 7 days after they were last there', async () => {
    const desk = aDesk();
    const secret = await openSession(desk, await add(desk), { way: 'link' });
    desk.pass(7 * DAY - 1);
    assert.ok(await speakerOf(desk, { kind: 'session', secret }));
    desk.pass(7 * DAY - 1);
    assert.ok(await speakerOf(desk, { kind: 'session', secret }));
    desk.pass(7 * DAY);
    assert.equal(await speakerOf(desk, { kind: 'session', secret }), undefined);
  });

  it('is signed in no longer than the token is good that they signed in with', async () => {
    const desk = aDesk();
    const account = await add(desk);
    const [revoked, expiring] = [
      await makeToken(desk, account.id, 'laptop'),
      await makeToken(desk, account.id, 'loan', { expiresAt: fromNow(desk.clock, DAY) }),
    ];
    const opened = async ({ token, expiresAt }: typeof revoked): Promise<string> =>
      openSession(desk, account, { way: 'token', by: { hash: hashOf(token), ...(expiresAt && { expiresAt }) } });
    const [first, second] = [await opened(revoked), await opened(expiring)];
    const isIn = async (secret: string) => (await speakerOf(desk, { kind: 'session', secret })) !== undefined;
    assert.deepEqual([await isIn(first), await isIn(second)], [true, true]);
    await revokeToken(desk, account.id, revoked.id);
    assert.deepEqual([await isIn(first), await isIn(second)], [false, true]);
    desk.pass(DAY);
    assert.equal(await isIn(second), false);
  });

  it('is gone with the session that was closed', async () => {
    const desk = aDesk();
    const secret = await openSession(desk, await add(desk), { way: 'link' });
    await closeSession(desk, secret);
    assert.equal(await speakerOf(desk, { kind: 'session', secret }), undefined);
  });

  it('leaves a trace of use at most once a minute', async () => {
    const desk = aDesk();
    const { id } = await add(desk);
    const secret = await issueToken(desk, id, '');
    const usedAt = async (): Promise<string | undefined> => (await desk.store.secretsOf(id))[0]?.usedAt;
    await speakerOf(desk, { kind: 'token', secret });
    const first = await usedAt();
    assert.equal(first, desk.clock.now());
    desk.pass(MINUTE);
    await speakerOf(desk, { kind: 'token', secret });
    assert.equal(await usedAt(), first);
    desk.pass(DAY);
    await speakerOf(desk, { kind: 'token', secret });
    assert.equal(await usedAt(), desk.clock.now());
  });
});
