import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Account, AccountEvent, AccountStore, Secret } from '../../server/storage/account-store.ts';
import type { OpenStores } from './log-store-contract.ts';

const at = (minute: number): string => `2026-03-01T00:${String(minute).padStart(2, '0')}:00.000Z`;
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const una: Account = {
  id: 'una',
  email: 'Una@desk.example',
  name: 'Una',
  role: 'lead',
  colour: '#0a7',
  createdAt: at(1),
};
const vik: Account = { ...una, id: 'vik', email: 'vik@desk.example', name: 'Vik', role: 'annotator', createdAt: at(2) };

const token: Secret = { hash: hashOf('token'), kind: 'token', reviewer: 'una', label: 'scripts', createdAt: at(1) };
const session: Secret = {
  ...{ ...token, hash: hashOf('session'), kind: 'session', label: 'Firefox', createdAt: at(2) },
  ...{ address: '203.0.113.7', openedBy: token.hash, way: 'token', idToken: 'as it is kept' },
};
const scoped: Secret = { ...token, hash: hashOf('scoped'), scopes: 'read export', expiresAt: at(40) };
const invitation: Secret = {
  hash: hashOf('invitation'),
  kind: 'invitation',
  role: 'viewer',
  label: 'Dr. Sol',
  createdAt: at(3),
  expiresAt: at(30),
};

/** What holds for every store of accounts; call it inside `describe`. */
export const accountStoreContract = (open: () => Promise<OpenStores>): void => {
  const holds = (
    says: string,
    test: (accounts: AccountStore, again: () => Promise<AccountStore>) => Promise<void>,
  ): void => {
    it(says, async () => {
      const { stores, again, close } = await open();
      try {
        await test(stores.accounts, async () => (await again()).accounts);
      } finally {
        await close();
      }
    });
  };

  describe('a reviewer', () => {
    holds('has an email that is proven once, while it is that one', async (accounts, again) => {
      await accounts.addReviewer(una);
      assert.equal(await accounts.proveEmail('una', 'vik@desk.example', at(3)), false);
      assert.equal(await accounts.proveEmail('vik', 'una@desk.example', at(3)), false);
      assert.equal(await accounts.proveEmail('una', 'UNA@desk.example', at(3)), true);
      assert.equal(await accounts.proveEmail('una', 'una@desk.example', at(4)), true);
      assert.equal((await (await again()).reviewerById('una'))?.emailProvenAt, at(3));
      assert.equal(await accounts.setEmail('una', 'other@desk.example'), true);
      assert.equal((await accounts.reviewerById('una'))?.emailProvenAt, undefined);
      const sol = { ...vik, emailProvenAt: at(2) };
      await accounts.addReviewer(sol);
      assert.deepEqual(await (await again()).reviewerById('vik'), sol);
    });

    holds('is found by id and by email, whatever its case, also by another process', async (accounts, again) => {
      assert.deepEqual(await accounts.addReviewer(una), { added: una });
      for (const store of [accounts, await again()]) {
        assert.deepEqual(await store.reviewerById('una'), una);
        assert.deepEqual(await store.reviewerByEmail('uNA@DESK.example'), una);
        assert.equal(await store.reviewerById('vik'), undefined);
        assert.equal(await store.reviewerByEmail('vik@desk.example'), undefined);
      }
    });

    holds('has an email of their own: a taken one is answered with who has it', async (accounts) => {
      await accounts.addReviewer(una);
      assert.deepEqual(await accounts.addReviewer({ ...vik, email: 'una@DESK.example' }), { taken: una });
      assert.equal(await accounts.countReviewers(), 1);
    });

    holds('has an email beyond ASCII of their own, however it is encoded', async (accounts) => {
      await accounts.addReviewer({ ...una, email: 'Jo\u0308rg@desk.example' });
      assert.ok('taken' in (await accounts.addReviewer({ ...vik, email: 'JÖRG@desk.example'.normalize('NFC') })));
    });

    holds('has an id of their own: the same id again is a mistake', async (accounts) => {
      await accounts.addReviewer(una);
      await assert.rejects(accounts.addReviewer({ ...vik, id: 'una' }));
      assert.deepEqual(await accounts.reviewers(), [una]);
    });

    holds('is listed in the order they came, and counted', async (accounts) => {
      assert.equal(await accounts.countReviewers(), 0);
      await accounts.addReviewer(vik);
      await accounts.addReviewer(una);
      assert.deepEqual(await accounts.reviewers(), [una, vik]);
      assert.equal(await accounts.countReviewers(), 2);
    });

    holds('gets another role', async (accounts) => {
      await accounts.addReviewer(una);
      assert.equal(await accounts.setRole('una', 'admin'), true);
      assert.deepEqual(await accounts.reviewerById('una'), { ...una, role: 'admin' });
      assert.equal(await accounts.setRole('nobody', 'admin'), false);
    });

    holds('is shut out and let in again', async (accounts) => {
      await accounts.addReviewer(una);
      assert.equal(await accounts.setDisabled('una', at(5)), true);
      assert.deepEqual(await accounts.reviewerById('una'), { ...una, disabledAt: at(5) });
      assert.equal(await accounts.setDisabled('una', undefined), true);
      assert.deepEqual(await accounts.reviewerById('una'), una);
      assert.equal(await accounts.setDisabled('nobody', at(5)), false);
    });
  });

  describe('a guest', () => {
    const link: Secret = {
      ...{ ...invitation, hash: hashOf('link'), kind: 'guest', article: 'moon', createdAt: at(2) },
    };
    const sol: Account = { ...vik, id: 'sol', email: 'sol@guest.invalid', article: 'moon', link: link.hash };

    holds('is kept with the article and the link, and listed by it', async (accounts, again) => {
      await accounts.addReviewer(una);
      await accounts.addReviewer(sol);
      await accounts.putSecret({ ...link, hash: hashOf('second'), createdAt: at(3) });
      await accounts.putSecret(link);
      await accounts.putSecret({ ...link, hash: hashOf('of another'), article: 'sun' });
      for (const store of [accounts, await again()]) {
        assert.deepEqual(await store.reviewerById('sol'), sol);
        assert.deepEqual(await store.guestsBy(link.hash), [sol]);
        assert.deepEqual(await store.guestsBy(hashOf('second')), []);
        assert.deepEqual(
          (await store.guestLinks('moon')).map(({ hash }) => hash),
          [link.hash, hashOf('second')],
        );
        assert.deepEqual(await store.findSecret(link.hash), link);
      }
    });
  });

  describe('an email', () => {
    holds('is given to a reviewer, and found by then', async (accounts) => {
      await accounts.addReviewer(una);
      await accounts.addReviewer(vik);
      assert.equal(await accounts.setEmail('una', 'Una@New.example'), true);
      assert.deepEqual(await accounts.reviewerByEmail('una@new.example'), { ...una, email: 'Una@New.example' });
      assert.equal(await accounts.reviewerByEmail(una.email), undefined);
      assert.equal(await accounts.setEmail('una', 'VIK@desk.example'), 'taken');
      assert.equal(await accounts.setEmail('una', 'una@NEW.example'), true);
      assert.equal(await accounts.setEmail('nobody', 'nobody@desk.example'), false);
    });
  });

  describe('a password', () => {
    const hash = `$argon2id$v=19$m=19456,t=2,p=1$${'c2FsdA'.repeat(3)}$${'dGFn'.repeat(11)}`;

    holds('is kept hashed alone, the last one that was put (T11)', async (accounts, again) => {
      await accounts.addReviewer(una);
      assert.equal(await accounts.passwordOf('una'), undefined);
      await accounts.putPassword({ reviewer: 'una', hash, changedAt: at(1) });
      await accounts.putPassword({ reviewer: 'una', hash: `${hash}x`, changedAt: at(2) });
      const kept = { reviewer: 'una', hash: `${hash}x`, changedAt: at(2) };
      for (const store of [accounts, await again()]) assert.deepEqual(await store.passwordOf('una'), kept);
      await assert.rejects(accounts.putPassword({ ...kept, hash: 'open sesame' }), /not hashed/);
      await assert.rejects(accounts.putPassword({ ...kept, reviewer: 'nobody' }));
    });
  });

  describe('invitations', () => {
    holds(
      'are listed while they are neither taken nor withdrawn, with where they went and by whom',
      async (accounts) => {
        const sent: Secret = {
          ...invitation,
          hash: hashOf('sent'),
          email: 'sol@desk.example',
          by: 'una',
          createdAt: at(2),
        };
        const used = { ...invitation, hash: hashOf('used') };
        const gone = { ...invitation, hash: hashOf('gone') };
        for (const each of [invitation, sent, used, gone, token]) {
          if (each === token) await accounts.addReviewer(una);
          await accounts.putSecret(each);
        }
        await accounts.useSecret(used.hash, at(4));
        await accounts.revokeSecret(gone.hash, at(4));
        assert.deepEqual(await accounts.invitations(), [sent, invitation]);
      },
    );
  });

  describe('an identity at a provider', () => {
    const identity = {
      ...{ issuer: 'https://login.example', subject: 'S-1', reviewer: 'una', name: 'una@desk.example' },
      createdAt: at(3),
    };

    holds('is found by issuer and subject to the letter, also by another process', async (accounts, again) => {
      await accounts.addReviewer(una);
      assert.equal(await accounts.addIdentity(identity), true);
      for (const store of [accounts, await again()]) {
        assert.deepEqual(await store.identity('https://login.example', 'S-1'), identity);
        assert.equal(await store.identity('https://login.example', 's-1'), undefined);
        assert.equal(await store.identity('https://login.example/', 'S-1'), undefined);
        assert.deepEqual(await store.identitiesOf('una'), [identity]);
      }
    });

    holds('belongs to one reviewer, who has one of each issuer', async (accounts) => {
      await accounts.addReviewer(una);
      await accounts.addReviewer(vik);
      await accounts.addIdentity(identity);
      assert.equal(await accounts.addIdentity({ ...identity, reviewer: 'vik' }), false);
      assert.equal(await accounts.addIdentity({ ...identity, subject: 'S-2' }), false);
      const elsewhere = { ...identity, issuer: 'https://id.example', createdAt: at(4) };
      assert.equal(await accounts.addIdentity(elsewhere), true);
      assert.deepEqual(await accounts.identitiesOf('una'), [identity, elsewhere]);
      await assert.rejects(accounts.addIdentity({ ...identity, subject: 'S-3', reviewer: 'nobody' }));
    });

    holds('is used, and removed by its reviewer alone', async (accounts) => {
      await accounts.addReviewer(una);
      await accounts.addIdentity(identity);
      await accounts.useIdentity('https://login.example', 'S-1', at(5));
      assert.deepEqual(await accounts.identitiesOf('una'), [{ ...identity, usedAt: at(5) }]);
      assert.equal(await accounts.removeIdentity('vik', 'https://login.example', 'S-1'), false);
      assert.equal(await accounts.removeIdentity('una', 'https://login.example', 'S-1'), true);
      assert.equal(await accounts.removeIdentity('una', 'https://login.example', 'S-1'), false);
    });
  });

  describe('a passkey', () => {
    const key = {
      ...{ id: 'AAEC_-', reviewer: 'una', name: 'laptop', publicKey: 'pQECAyYgASFY' },
      ...{ counter: 4_294_967_294, transports: 'internal hybrid', createdAt: at(1) },
    };

    holds(
      'is kept with its count, listed in the order they were made, and removed by its owner',
      async (accounts, again) => {
        await accounts.addReviewer(una);
        const later = { ...key, id: 'AAA', counter: 0, createdAt: at(2) };
        assert.equal(await accounts.addPasskey(later), true);
        assert.equal(await accounts.addPasskey(key), true);
        assert.equal(await accounts.addPasskey({ ...key, name: 'another' }), false);
        await assert.rejects(accounts.addPasskey({ ...key, id: 'B', reviewer: 'nobody' }));
        for (const store of [accounts, await again()]) {
          assert.deepEqual(await store.passkeysOf('una'), [key, later]);
          assert.deepEqual(await store.passkey('AAEC_-'), key);
          assert.equal(await store.passkey('none'), undefined);
        }
        assert.equal(await accounts.removePasskey('vik', 'AAA'), false);
        assert.equal(await accounts.removePasskey('una', 'AAA'), true);
        assert.equal(await accounts.removePasskey('una', 'AAA'), false);
        assert.deepEqual(await accounts.passkeysOf('una'), [key]);
      },
    );

    holds('counts on from the count that it had, once, whoever shows it at the same time', async (accounts) => {
      await accounts.addReviewer(una);
      await accounts.addPasskey({ ...key, counter: 7 });
      const used = await Promise.all([8, 9].map((to) => accounts.usePasskey(key.id, 7, to, at(3))));
      assert.deepEqual(used.toSorted(), [false, true]);
      const counter = used[0] ? 8 : 9;
      assert.deepEqual(await accounts.passkey(key.id), { ...key, counter, usedAt: at(3) });
      assert.equal(await accounts.usePasskey('none', 0, 1, at(3)), false);
    });
  });

  describe('what happened to accounts', () => {
    const event = (id: string, minute: number): AccountEvent => ({
      ...{ id, at: at(minute), what: 'signed-in-token', address: '203.0.113.7', device: 'Firefox, Windows' },
      ...(minute > 1 && { reviewer: 'una', by: 'vik' }),
    });

    holds('is told the newest first, page by page, and forgotten when it is old', async (accounts) => {
      for (const [id, minute] of [
        ['a', 1],
        ['c', 2],
        ['b', 2],
        ['d', 3],
      ] as const)
        await accounts.note(event(id, minute), at(0));
      assert.deepEqual(await accounts.events(2), [event('d', 3), event('c', 2)]);
      assert.deepEqual(await accounts.events(9, 'c'), [event('b', 2), event('a', 1)]);
      assert.deepEqual(await accounts.events(9, 'unknown'), []);
      await accounts.note(event('e', 4), at(2));
      assert.deepEqual(
        (await accounts.events(9)).map(({ id }) => id),
        ['e', 'd', 'c', 'b'],
      );
    });
  });

  describe('a secret', () => {
    holds('is found by its hash, as it was put', async (accounts) => {
      await accounts.addReviewer(una);
      for (const secret of [token, session, scoped, invitation]) {
        await accounts.putSecret(secret);
        assert.deepEqual(await accounts.findSecret(secret.hash), secret);
      }
      assert.equal(await accounts.findSecret(hashOf('unknown')), undefined);
    });

    holds('is never stored itself (T11)', async (accounts) => {
      await assert.rejects(accounts.putSecret({ ...invitation, hash: 'open sesame' }), /not a SHA-256/);
    });

    holds('is put once, and for a reviewer that there is', async (accounts) => {
      await accounts.putSecret(invitation);
      await assert.rejects(accounts.putSecret({ ...invitation, role: 'admin' }));
      await assert.rejects(accounts.putSecret({ ...token, reviewer: 'nobody' }));
      assert.deepEqual(await accounts.findSecret(invitation.hash), invitation);
    });

    holds('is listed with the others of its reviewer', async (accounts) => {
      await accounts.addReviewer(una);
      await accounts.addReviewer(vik);
      await accounts.putSecret(session);
      await accounts.putSecret(token);
      await accounts.putSecret({ ...token, hash: hashOf('of Vik'), reviewer: 'vik' });
      assert.deepEqual(await accounts.secretsOf('una'), [token, session]);
    });

    holds('that lasts remembers when it was last shown', async (accounts) => {
      await accounts.addReviewer(una);
      await accounts.putSecret(session);
      await accounts.touchSecret(session.hash, at(6));
      await accounts.touchSecret(session.hash, at(7));
      assert.deepEqual(await accounts.findSecret(session.hash), { ...session, usedAt: at(7) });
      await accounts.touchSecret(session.hash, at(8), '2001:db8::7');
      assert.deepEqual(await accounts.findSecret(session.hash), { ...session, usedAt: at(8), address: '2001:db8::7' });
    });

    holds('that is good once is not used up by a look, nor one that lasts by a use', async (accounts) => {
      await accounts.addReviewer(una);
      await accounts.putSecret(session);
      await accounts.putSecret(invitation);
      await accounts.touchSecret(invitation.hash, at(6));
      assert.deepEqual(await accounts.findSecret(invitation.hash), invitation);
      assert.equal(await accounts.useSecret(session.hash, at(6)), false);
      assert.deepEqual(await accounts.findSecret(session.hash), session);
    });

    holds('that is good once is used once, by however many at once', async (accounts, again) => {
      await accounts.putSecret(invitation);
      const other = await again();
      const tries = Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? accounts : other).useSecret(invitation.hash, at(4)),
      );
      assert.equal((await Promise.all(tries)).filter((used) => used).length, 1);
      assert.deepEqual(await accounts.findSecret(invitation.hash), { ...invitation, usedAt: at(4) });
      assert.equal(await accounts.useSecret(invitation.hash, at(5)), false);
    });

    holds('that is good once is good until it expires, not at that moment', async (accounts) => {
      await accounts.putSecret(invitation);
      assert.equal(await accounts.useSecret(invitation.hash, at(30)), false);
      assert.equal(await accounts.useSecret(invitation.hash, at(29)), true);
    });

    holds('that never expires or is unknown is used as such', async (accounts) => {
      await accounts.putSecret({ hash: hashOf('setup'), kind: 'setup', label: 'first start', createdAt: at(0) });
      assert.equal(await accounts.useSecret(hashOf('setup'), at(59)), true);
      assert.equal(await accounts.useSecret(hashOf('unknown'), at(59)), false);
    });

    holds('is forgotten once it has expired, where nobody looks for it any more', async (accounts, again) => {
      await accounts.addReviewer(una);
      const passing = (['challenge', 'provider', 'reset', 'session'] as const).map(
        (kind): Secret => ({ hash: hashOf(kind), kind, label: '', createdAt: at(1), expiresAt: at(10) }),
      );
      for (const secret of [...passing, token, { ...scoped, expiresAt: at(10) }, { ...invitation, expiresAt: at(10) }])
        await accounts.putSecret(secret);
      const found = async (): Promise<number> => {
        const all = await Promise.all(passing.map(({ hash }) => accounts.findSecret(hash)));
        return all.filter((secret) => secret !== undefined).length;
      };
      await accounts.dropExpired(at(10));
      assert.equal(await found(), 4);
      await accounts.dropExpired(at(11));
      assert.equal(await found(), 0);
      const later = await again();
      for (const { hash } of [token, scoped, invitation]) assert.ok(await later.findSecret(hash));
    });

    holds('is noted as mailed, until it is renewed', async (accounts, again) => {
      await accounts.putSecret(invitation);
      await accounts.noteMailed(invitation.hash, at(4));
      assert.deepEqual(await (await again()).findSecret(invitation.hash), { ...invitation, mailedAt: at(4) });
      const next = { hash: hashOf('second'), by: 'una', createdAt: at(5), expiresAt: at(40) };
      assert.equal(await accounts.renewInvitation(invitation.hash, next), true);
      assert.deepEqual(await accounts.findSecret(next.hash), { ...invitation, ...next });
    });

    holds('is revoked once, and is not used after', async (accounts) => {
      await accounts.putSecret(invitation);
      assert.equal(await accounts.revokeSecret(invitation.hash, at(5)), true);
      assert.equal(await accounts.revokeSecret(invitation.hash, at(6)), false);
      assert.equal(await accounts.revokeSecret(hashOf('unknown'), at(6)), false);
      assert.equal(await accounts.useSecret(invitation.hash, at(7)), false);
      assert.deepEqual(await accounts.findSecret(invitation.hash), { ...invitation, revokedAt: at(5) });
    });

    holds('is renewed in one step while it is an invitation that nobody took or withdrew', async (accounts, again) => {
      await accounts.putSecret(invitation);
      await accounts.addReviewer(una);
      await accounts.putSecret(token);
      const next = (name: string) => ({ hash: hashOf(name), by: 'una', createdAt: at(4), expiresAt: at(40) });
      assert.equal(await accounts.renewInvitation(invitation.hash, next('second')), true);
      assert.equal(await accounts.renewInvitation(invitation.hash, next('third')), false);
      assert.equal(await accounts.renewInvitation(token.hash, next('third')), false);
      assert.equal(await accounts.findSecret(invitation.hash), undefined);
      const second = { ...invitation, ...next('second') };
      assert.deepEqual(await (await again()).invitations(), [second]);
      await assert.rejects(
        accounts.renewInvitation(second.hash, { ...next('x'), hash: 'tsi_secret' }),
        /not a SHA-256/,
      );
      assert.equal(await accounts.useSecret(second.hash, at(5)), true);
      assert.equal(await accounts.renewInvitation(second.hash, next('third')), false);
      await accounts.putSecret({ ...invitation, revokedAt: at(5) });
      assert.equal(await accounts.renewInvitation(invitation.hash, next('third')), false);
    });
  });
};
