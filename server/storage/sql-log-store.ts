import type { Kysely } from 'kysely';
import { type Append, soundAppend } from './append.ts';
import { groupCommit } from './group-commit.ts';
import type { Appended, LogStore } from './log-store.ts';
import type { Tables } from './tables.ts';

/** Stores the appends in one transaction, each wholly or not at all; throws when none was stored. */
export type Commit = (appends: readonly Append[]) => Promise<readonly Appended[]>;

const MOST_ENTRIES_A_COMMIT = 256;

/** A log in a SQL database; how a database decides and locks in `commit` is its own. */
export const sqlLogStore = (db: Kysely<Tables>, commit: Commit): LogStore => {
  const commits = groupCommit(commit, { weigh: ({ entries }) => entries.length, most: MOST_ENTRIES_A_COMMIT });
  let closed = false;
  return {
    append: async (entries, listing) => {
      if (closed) throw new Error('the log is closed');
      return commits.submit(soundAppend(entries, listing));
    },

    read: (article, after, limit) =>
      db
        .selectFrom('entries')
        .selectAll()
        .where('article', '=', article)
        .where('version', '>', after)
        .orderBy('version')
        .limit(limit)
        .execute(),

    head: async (article) => {
      const row = await db.selectFrom('articles').select('version').where('id', '=', article).executeTakeFirst();
      return row?.version ?? 0;
    },

    findOperation: (article, reviewer, opId) =>
      db
        .selectFrom('entries')
        .selectAll()
        .where('article', '=', article)
        .where('reviewer', '=', reviewer)
        .where('opId', '=', opId)
        .executeTakeFirst(),

    saveSnapshot: async (article, { version, body }) => {
      await db
        .insertInto('snapshots')
        .values({ article, version, body })
        .onConflict((kept) => kept.columns(['article', 'version']).doUpdateSet({ body }))
        .execute();
    },

    snapshot: (article, atOrBefore) => {
      const kept = db.selectFrom('snapshots').select(['version', 'body']).where('article', '=', article);
      const eligible = atOrBefore === undefined ? kept : kept.where('version', '<=', atOrBefore);
      return eligible.orderBy('version', 'desc').limit(1).executeTakeFirst();
    },

    articles: (limit, before) => {
      const all = db.selectFrom('articles').selectAll();
      const older = before
        ? all.where((row) => row(row.refTuple('createdAt', 'id'), '<', row.tuple(before.createdAt, before.id)))
        : all;
      return older.orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(limit).execute();
    },

    close: async () => {
      closed = true;
      await commits.idle();
    },
  };
};
