import type { Kysely } from 'kysely';
import { type Account, type AccountStore, LASTING_SECRETS, type Secret, SINGLE_USE_SECRETS } from './account-store.ts';
import { emailKey } from './email-key.ts';
import { requireHash } from './secret-hash.ts';
import type { Tables } from './tables.ts';

const ACCOUNT = ['id', 'email', 'name', 'role', 'colour', 'createdAt', 'disabledAt'] as const;

const withoutNulls = (row: object): object =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
const toAccount = (row: Pick<Tables['reviewers'], (typeof ACCOUNT)[number]>): Account => withoutNulls(row) as Account;
const toSecret = (row: Tables['secrets']): Secret => withoutNulls(row) as Secret;

/** Accounts in a SQL database: every method is one statement, so each is atomic as it stands. */
export const sqlAccountStore = (db: Kysely<Tables>): AccountStore => {
  const reviewers = () => db.selectFrom('reviewers').select(ACCOUNT);
  const secrets = () => db.selectFrom('secrets').selectAll();

  const reviewerByEmail = async (email: string): Promise<Account | undefined> => {
    const row = await reviewers().where('emailKey', '=', emailKey(email)).executeTakeFirst();
    return row && toAccount(row);
  };

  return {
    addReviewer: async (account) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('reviewers')
        .values({ ...account, emailKey: emailKey(account.email), disabledAt: account.disabledAt ?? null })
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

    putSecret: async (secret) => {
      requireHash(secret);
      const { reviewer = null, role = null, scopes = null, expiresAt = null, usedAt = null, revokedAt = null } = secret;
      const { address = null, openedBy = null } = secret;
      await db
        .insertInto('secrets')
        .values({ ...secret, reviewer, role, scopes, expiresAt, usedAt, revokedAt, address, openedBy })
        .execute();
    },

    findSecret: async (hash) => {
      const row = await secrets().where('hash', '=', hash).executeTakeFirst();
      return row && toSecret(row);
    },

    secretsOf: async (reviewer) =>
      (await secrets().where('reviewer', '=', reviewer).orderBy('createdAt').orderBy('hash').execute()).map(toSecret),

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
  };
};
