import type { Kysely } from 'kysely';
import {
  type Account,
  type AccountEvent,
  type AccountStore,
  type Identity,
  LASTING_SECRETS,
  PASSING_SECRETS,
  type Passkey,
  type Secret,
  SINGLE_USE_SECRETS,
} from './account-store.ts';
import { emailKey } from './email-key.ts';
import { requireHash, requirePhc } from './secret-hash.ts';
import type { Tables } from './tables.ts';

const ACCOUNT = [
  ...(['id', 'email', 'emailProvenAt', 'name', 'role', 'colour', 'createdAt', 'disabledAt'] as const),
  ...(['article', 'link'] as const),
];

const withoutNulls = (row: object): object =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
const toAccount = (row: Pick<Tables['reviewers'], (typeof ACCOUNT)[number]>): Account => withoutNulls(row) as Account;
const toPasskey = (row: Tables['passkeys']): Passkey => withoutNulls(row) as Passkey;
const toIdentity = (row: Tables['identities']): Identity => withoutNulls(row) as Identity;
const toSecret = (row: Tables['secrets']): Secret => withoutNulls(row) as Secret;

/** Accounts in a SQL database: every method is one statement, so each is atomic as it stands. */
export const sqlAccountStore = (db: Kysely<Tables>): AccountStore => {
  const reviewers = () => db.selectFrom('reviewers').select(ACCOUNT);
  const events = () => db.selectFrom('accountEvents').selectAll();
  const secrets = () => db.selectFrom('secrets').selectAll();

  const reviewerByEmail = async (email: string): Promise<Account | undefined> => {
    const row = await reviewers().where('emailKey', '=', emailKey(email)).executeTakeFirst();
    return row && toAccount(row);
  };

  return {
    addReviewer: async (account) => {
      const { disabledAt = null, article = null, link = null, emailProvenAt = null } = account;
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('reviewers')
        .values({ ...account, emailKey: emailKey(account.email), disabledAt, article, link, emailProvenAt })
        .onConflict((taken) => taken.column('emailKey').doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 1n) return { added: account };
      return { taken: (await reviewerByEmail(account.email))! };
    },

    reviewerById: async (id) => {
      const row = await reviewers().where('id', '=', id).executeTakeFirst();
      return row && toAccount(row);
    },

    reviewerByEmail,

    reviewers: async () => (await reviewers().orderBy('createdAt').orderBy('id').execute()).map(toAccount),

    countReviewers: async () => {
      const counted = db.selectFrom('reviewers').select(({ fn }) => fn.countAll().as('count'));
      return Number((await counted.executeTakeFirstOrThrow()).count);
    },

    setRole: async (id, role) => {
      const done = await db.updateTable('reviewers').set({ role }).where('id', '=', id).executeTakeFirstOrThrow();
      return done.numUpdatedRows === 1n;
    },

    setDisabled: async (id, at) => {
      const disabledAt = at ?? null;
      const done = await db.updateTable('reviewers').set({ disabledAt }).where('id', '=', id).executeTakeFirstOrThrow();
      return done.numUpdatedRows === 1n;
    },

    proveEmail: async (id, email, at) => {
      const same = db.updateTable('reviewers').where('id', '=', id).where('emailKey', '=', emailKey(email));
      const proven = same.set(({ fn, val, ref }) => ({ emailProvenAt: fn.coalesce(ref('emailProvenAt'), val(at)) }));
      return (await proven.executeTakeFirstOrThrow()).numUpdatedRows === 1n;
    },

    setEmail: async (id, email) => {
      const owner = await reviewerByEmail(email);
      if (owner && owner.id !== id) return 'taken';
      try {
        const set = { email, emailKey: emailKey(email), emailProvenAt: null };
        const done = await db.updateTable('reviewers').set(set).where('id', '=', id).executeTakeFirstOrThrow();
        return done.numUpdatedRows === 1n;
      } catch (error) {
        // Somebody else took it between the two.
        if (await reviewerByEmail(email)) return 'taken';
        throw error;
      }
    },

    passwordOf: (reviewer) =>
      db.selectFrom('passwords').selectAll().where('reviewer', '=', reviewer).executeTakeFirst(),

    putPassword: async (password) => {
      requirePhc(password);
      const { hash, changedAt } = password;
      await db
        .insertInto('passwords')
        .values(password)
        .onConflict((there) => there.column('reviewer').doUpdateSet({ hash, changedAt }))
        .execute();
    },

    addPasskey: async ({ usedAt = null, ...passkey }) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('passkeys')
        .values({ ...passkey, usedAt })
        .onConflict((taken) => taken.column('id').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    passkey: async (id) => {
      const row = await db.selectFrom('passkeys').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toPasskey(row);
    },

    passkeysOf: async (reviewer) => {
      const own = db.selectFrom('passkeys').selectAll().where('reviewer', '=', reviewer);
      return (await own.orderBy('createdAt').orderBy('id').execute()).map(toPasskey);
    },

    usePasskey: async (id, from, to, at) => {
      const done = await db
        .updateTable('passkeys')
        .set({ counter: to, usedAt: at })
        .where('id', '=', id)
        .where('counter', '=', from)
        .executeTakeFirstOrThrow();
      return done.numUpdatedRows === 1n;
    },

    removePasskey: async (reviewer, id) => {
      const gone = db.deleteFrom('passkeys').where('id', '=', id).where('reviewer', '=', reviewer);
      return (await gone.executeTakeFirstOrThrow()).numDeletedRows === 1n;
    },

    addIdentity: async ({ usedAt = null, ...identity }) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('identities')
        .values({ ...identity, usedAt })
        .onConflict((taken) => taken.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    identity: async (issuer, subject) => {
      const found = db.selectFrom('identities').selectAll().where('issuer', '=', issuer);
      const row = await found.where('subject', '=', subject).executeTakeFirst();
      return row && toIdentity(row);
    },

    identitiesOf: async (reviewer) => {
      const own = db.selectFrom('identities').selectAll().where('reviewer', '=', reviewer);
      return (await own.orderBy('createdAt').orderBy('issuer').execute()).map(toIdentity);
    },

    useIdentity: async (issuer, subject, at) => {
      const used = db.updateTable('identities').set({ usedAt: at }).where('issuer', '=', issuer);
      await used.where('subject', '=', subject).execute();
    },

    removeIdentity: async (reviewer, issuer, subject) => {
      const gone = db.deleteFrom('identities').where('reviewer', '=', reviewer);
      const one = gone.where('issuer', '=', issuer).where('subject', '=', subject);
      return (await one.executeTakeFirstOrThrow()).numDeletedRows === 1n;
    },

    note: async ({ reviewer = null, by = null, article = null, format = null, ...event }, since) => {
      await db
        .insertInto('accountEvents')
        .values({ ...event, reviewer, by, article, format })
        .execute();
      await db.deleteFrom('accountEvents').where('at', '<', since).execute();
    },

    events: async (limit, before) => {
      const last = before === undefined ? undefined : await events().where('id', '=', before).executeTakeFirst();
      if (before !== undefined && !last) return [];
      const older = last
        ? events().where(({ or, and, eb }) =>
            or([eb('at', '<', last.at), and([eb('at', '=', last.at), eb('id', '<', last.id)])]),
          )
        : events();
      const rows = await older.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
      return rows.map((row) => withoutNulls(row) as AccountEvent);
    },

    putSecret: async (secret) => {
      requireHash(secret);
      const { reviewer = null, role = null, scopes = null, expiresAt = null, usedAt = null, revokedAt = null } = secret;
      const {
        address = null,
        openedBy = null,
        article = null,
        way = null,
        email = null,
        by = null,
        mailedAt = null,
        idToken = null,
      } = secret;
      await db
        .insertInto('secrets')
        .values({
          ...secret,
          reviewer,
          role,
          scopes,
          expiresAt,
          usedAt,
          revokedAt,
          address,
          openedBy,
          article,
          way,
          email,
          by,
          mailedAt,
          idToken,
        })
        .execute();
    },

    findSecret: async (hash) => {
      const row = await secrets().where('hash', '=', hash).executeTakeFirst();
      return row && toSecret(row);
    },

    secretsOf: async (reviewer) =>
      (await secrets().where('reviewer', '=', reviewer).orderBy('createdAt').orderBy('hash').execute()).map(toSecret),

    invitations: async () => {
      const standing = secrets().where('kind', '=', 'invitation').where('usedAt', 'is', null);
      const rows = standing.where('revokedAt', 'is', null).orderBy('createdAt').orderBy('hash');
      return (await rows.execute()).map(toSecret);
    },

    guestLinks: async (article) => {
      const links = secrets().where('article', '=', article).where('kind', '=', 'guest');
      return (await links.orderBy('createdAt').orderBy('hash').execute()).map(toSecret);
    },

    guestsBy: async (link) =>
      (await reviewers().where('link', '=', link).orderBy('createdAt').orderBy('id').execute()).map(toAccount),

    touchSecret: async (hash, at, address) => {
      await db
        .updateTable('secrets')
        .set({ usedAt: at, ...(address !== undefined && { address }) })
        .where('hash', '=', hash)
        .where('kind', 'in', LASTING_SECRETS)
        .execute();
    },

    useSecret: async (hash, at) => {
      const done = await db
        .updateTable('secrets')
        .set({ usedAt: at })
        .where('hash', '=', hash)
        .where('kind', 'in', SINGLE_USE_SECRETS)
        .where('usedAt', 'is', null)
        .where('revokedAt', 'is', null)
        .where((secret) => secret.or([secret('expiresAt', 'is', null), secret('expiresAt', '>', at)]))
        .executeTakeFirstOrThrow();
      return done.numUpdatedRows === 1n;
    },

    revokeSecret: async (hash, at) => {
      const done = await db
        .updateTable('secrets')
        .set({ revokedAt: at })
        .where('hash', '=', hash)
        .where('revokedAt', 'is', null)
        .executeTakeFirstOrThrow();
      return done.numUpdatedRows === 1n;
    },

    dropExpired: async (at) => {
      await db.deleteFrom('secrets').where('kind', 'in', PASSING_SECRETS).where('expiresAt', '<', at).execute();
    },

    noteMailed: async (hash, at) => {
      await db.updateTable('secrets').set({ mailedAt: at }).where('hash', '=', hash).execute();
    },

    renewInvitation: async (hash, renewed) => {
      requireHash({ ...renewed, kind: 'invitation' });
      const standing = db
        .updateTable('secrets')
        .set({ ...renewed, mailedAt: null })
        .where('hash', '=', hash);
      const open = standing.where('kind', '=', 'invitation').where('usedAt', 'is', null).where('revokedAt', 'is', null);
      return (await open.executeTakeFirstOrThrow()).numUpdatedRows === 1n;
    },
  };
};
