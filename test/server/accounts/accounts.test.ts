import assert from 'node:assert/strict';
import { invite, join, mayInvite, offerSetup, setUp } from '../../../server/accounts/admission.ts';
import { attempts } from '../../../server/accounts/attempts.ts';
import { authenticateConnection, isFromOurPage, shownIn } from '../../../server/accounts/authenticate.ts';
import { COLOURS } from '../../../server/accounts/colours.ts';
import { keepSession, sessionIn } from '../../../server/accounts/cookie.ts';
import type { AccountParts } from '../../../server/accounts/parts.ts';
import { addPerson, emailOf, parseEmail, parseName } from '../../../server/accounts/person.ts';
import { hashOf, newSecret } from '../../../server/accounts/secret.ts';
import { closeSession, issueToken, openSession } from '../../../server/accounts/sign-in.ts';
import { speakerOf } from '../../../server/accounts/speaker.ts';
import { DAY } from '../../../server/clock.ts';
import { newId } from '../../../server/ids.ts';
import type { Account } from '../../../server/storage/account-store.ts';
import { memoryAccountStore } from '../../../server/storage/memory-account-store.ts';
import { Invalid } from '../../../shared/parsing.ts';
import { ROLES, type Role } from '../../../shared/roles.ts';

/** A desk with nobody in it, on a clock that is set by hand. */
const aDesk = (): AccountParts & { pass(milliseconds: number): void } => {
  let time = Date.parse('2026-03-01T12:00:00.000Z');
  return {
    store: memoryAccountStore(),
    clock: { now: () => new Date(time).toISOString() },
    newId,
    pass: (milliseconds) => {
      time += milliseconds;
    },
  };
};

const una = { email: 'una@example.org', name: 'Una' };

const add = async (desk: AccountParts, role: Role = 'editor', person = una): Promise<Account> => {
  const result = await addPerson(desk, person, role);
  assert.ok('added' in result);
  return result.added;
};

const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

describe('accounts', () => {
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

    it('stays signed in for 30 days, and not a moment longer', async () => {
      const desk = aDesk();
      const secret = await openSession(desk, await add(desk));
      desk.pass(30 * DAY - 1);
      assert.ok(await speakerOf(desk, { kind: 'session', secret }));
      desk.pass(1);
      assert.equal(await speakerOf(desk, { kind: 'session', secret }), undefined);
    });

    it('is gone with the session that was closed', async () => {
      const desk = aDesk();
      const secret = await openSession(desk, await add(desk));
      await closeSession(desk, secret);
      assert.equal(await speakerOf(desk, { kind: 'session', secret }), undefined);
    });

    it('leaves a trace of use at most once an hour', async () => {
      const desk = aDesk();
      const { id } = await add(desk);
      const secret = await issueToken(desk, id, '');
      const usedAt = async (): Promise<string | undefined> => (await desk.store.secretsOf(id))[0]?.usedAt;
      await speakerOf(desk, { kind: 'token', secret });
      const first = await usedAt();
      assert.equal(first, desk.clock.now());
      desk.pass(60_000);
      await speakerOf(desk, { kind: 'token', secret });
      assert.equal(await usedAt(), first);
      desk.pass(DAY);
      await speakerOf(desk, { kind: 'token', secret });
      assert.equal(await usedAt(), desk.clock.now());
    });
  });

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
      const cookie = `touchstone_session=${await openSession(desk, account)}`;
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

  describe('setting up', () => {
    it('makes the first reviewer an admin, once', async () => {
      const desk = aDesk();
      const { secret } = (await offerSetup(desk))!;
      const first = await setUp(desk, secret, una);
      assert.ok('admitted' in first);
      assert.equal(first.admitted.role, 'admin');
      assert.deepEqual(await setUp(desk, secret, { email: 'otto@example.org', name: 'Otto' }), { refused: 'set-up' });
    });

    it('lets one of two in who take the link at once', async () => {
      const desk = aDesk();
      const { secret } = (await offerSetup(desk))!;
      const both = await Promise.all([
        setUp(desk, secret, una),
        setUp(desk, secret, { email: 'o@x.org', name: 'Otto' }),
      ]);
      assert.equal(both.filter((each) => 'admitted' in each).length, 1);
      assert.equal(await desk.store.countReviewers(), 1);
    });

    it('is over as soon as there is anyone, and is not offered again', async () => {
      const desk = aDesk();
      const { secret } = (await offerSetup(desk))!;
      await add(desk, 'viewer', { email: 'otto@example.org', name: 'Otto' });
      assert.deepEqual(await setUp(desk, secret, una), { refused: 'set-up' });
      assert.equal(await offerSetup(desk), undefined);
    });

    it('is not good after a day', async () => {
      const desk = aDesk();
      const { secret } = (await offerSetup(desk))!;
      desk.pass(DAY);
      assert.deepEqual(await setUp(desk, secret, una), { refused: 'not-good' });
    });
  });

  describe('an invitation', () => {
    it('gives its role to one person', async () => {
      const desk = aDesk();
      const { secret } = await invite(desk, 'annotator', 'Una');
      const joined = await join(desk, secret, una);
      assert.ok('admitted' in joined);
      assert.equal(joined.admitted.role, 'annotator');
      assert.deepEqual(await join(desk, secret, { name: 'Otto' }), { refused: 'not-good' });
    });

    it('lets guests in who give no email, each their own', async () => {
      const desk = aDesk();
      for (const name of ['Una', 'Otto']) {
        const joined = await join(desk, (await invite(desk, 'viewer', '')).secret, { name });
        assert.ok('admitted' in joined);
        assert.equal(emailOf(joined.admitted), '');
      }
    });

    it('is not used up by an email that is taken', async () => {
      const desk = aDesk();
      await add(desk);
      const { secret } = await invite(desk, 'viewer', '');
      assert.deepEqual(await join(desk, secret, { email: 'UNA@example.org', name: 'Una' }), { refused: 'email-taken' });
      assert.ok('admitted' in (await join(desk, secret, { email: 'u@example.org', name: 'Una' })));
    });

    it('does not set up, nor does a set-up link join', async () => {
      const desk = aDesk();
      assert.deepEqual(await setUp(desk, (await invite(desk, 'viewer', '')).secret, una), { refused: 'not-good' });
      assert.deepEqual(await join(desk, (await offerSetup(desk))!.secret, una), { refused: 'not-good' });
    });

    it('is given by leads and admins, up to their own role', () => {
      const may = Object.keys(ROLES).flatMap((own) =>
        Object.keys(ROLES).flatMap((given) => (mayInvite(own as Role, given as Role) ? [`${own} ${given}`] : [])),
      );
      assert.deepEqual(may, [
        ...['viewer', 'annotator', 'editor', 'lead'].map((given) => `lead ${given}`),
        ...['viewer', 'annotator', 'editor', 'lead', 'admin'].map((given) => `admin ${given}`),
      ]);
    });
  });

  describe('a person', () => {
    for (const email of ['una', 'una@', '@x', 'a b@x', 'a@b@c', '<a>@x', 'x@guest.invalid', `${'a'.repeat(300)}@x`]) {
      it(`has no email ${email.slice(0, 20)}`, () => assert.throws(() => parseEmail(email, 'email'), Invalid));
    }

    it('has a name on one line', () => {
      assert.equal(parseName('  Una Núñez ', 'name'), 'Una Núñez');
      assert.throws(() => parseName('Una\nNúñez', 'name'), Invalid);
      assert.throws(() => parseName(' ', 'name'), Invalid);
    });

    it('has a colour that white can be read on', () => {
      for (const colour of COLOURS) {
        const contrast = 1.05 / (luminance(colour) + 0.05);
        assert.ok(contrast >= 4.5, `${colour} has ${contrast.toFixed(2)}`);
      }
    });
  });

  describe('attempts', () => {
    it('are free for a while, then cost time, for each address alone', () => {
      const desk = aDesk();
      const counted = attempts(desk.clock, { burst: 3, refillMs: 1_000 });
      assert.deepEqual(
        [1, 2, 3, 4].map(() => counted.take('a')),
        [0, 0, 0, 1],
      );
      assert.equal(counted.take('b'), 0);
      desk.pass(1_000);
      assert.deepEqual(
        [1, 2].map(() => counted.take('a')),
        [0, 1],
      );
    });

    it('are forgotten when there are too many addresses', () => {
      const counted = attempts(aDesk().clock, { burst: 1, refillMs: 1_000 });
      for (let address = 0; address < 25_000; address += 1) assert.equal(counted.take(String(address)), 0);
    });
  });
});
