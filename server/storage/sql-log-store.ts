import type { Kysely } from 'kysely';
import { type Append, soundAppend } from './append.ts';
import { groupCommit } from './group-commit.ts';
import type { Appended, LogStore } from './log-store.ts';
import { packLoose } from './packing/pack.ts';
import { sqlBlocks } from './packing/sql-blocks.ts';
import { inOrder } from './packing/unpacked.ts';
import type { Tables } from './tables.ts';

/** Stores the appends in one transaction, each wholly or not at all; throws when none was stored. */
export type Commit = (appends: readonly Append[]) => Promise<readonly Appended[]>;

/** Writes what can be drawn from the logs again: in one piece as all else, but the disk is not waited for. */
export type Lazily = <T>(write: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;

const MOST_ENTRIES_A_COMMIT = 256;

/** Reads entries of logs, those that are packed too. */
export const sqlEntries = (db: Kysely<Tables>): LogStore['read'] => {
  const blocks = sqlBlocks(db);
  return async (article, after, limit) => {
    const loose = await db
      .selectFrom('entries')
      .selectAll()
      .where('article', '=', article)
      .where('version', '>', after)
      .orderBy('version')
      .limit(limit)
      .execute();
    if (loose[0]?.version === after + 1) return loose;
    // What is packed between the two queries is in both answers, not in neither.
    return inOrder(await blocks.read(article, after, limit), loose, limit);
  };
};

/** A log in a SQL database; how a database decides and locks in `commit` is its own. */
export const sqlLogStore = (db: Kysely<Tables>, commit: Commit, lazily: Lazily): LogStore => {
  const commits = groupCommit(commit, { weigh: ({ entries }) => entries.length, most: MOST_ENTRIES_A_COMMIT });
  const blocks = sqlBlocks(db);
  let closed = false;
  return {
    append: async (entries, listing) => {
      if (closed) throw new Error('the log is closed');
      return commits.submit(soundAppend(entries, listing));
    },

    read: sqlEntries(db),

    head: async (article) => {
      const row = await db.selectFrom('articles').select('version').where('id', '=', article).executeTakeFirst();
      return row?.version ?? 0;
    },

    heads: async (articles) => {
      if (articles.length === 0) return new Map();
      const rows = await db.selectFrom('articles').select(['id', 'version']).where('id', 'in', articles).execute();
      return new Map(rows.map(({ id, version }) => [id, version]));
    },

    findOperation: async (article, reviewer, opId) =>
      (await db
        .selectFrom('entries')
        .selectAll()
        .where('article', '=', article)
        .where('reviewer', '=', reviewer)
        .where('opId', '=', opId)
        .executeTakeFirst()) ?? blocks.findOperation(article, reviewer, opId),

    saveSnapshot: async (article, { version, body }) => {
      const { numInsertedOrUpdatedRows } = await lazily((each) =>
        each
          .insertInto('snapshots')
          .columns(['article', 'version', 'body'])
          .expression(({ selectFrom, val }) =>
            selectFrom('articles')
              .select((row) => [row.ref('id').as('article'), val(version).as('version'), val(body).as('body')])
              .where('id', '=', article)
              .where('version', '>=', version),
          )
          .onConflict((kept) => kept.columns(['article', 'version']).doUpdateSet({ body }))
          .executeTakeFirstOrThrow(),
      );
      if (numInsertedOrUpdatedRows !== 1n) throw new Error(`${article} has no version ${version}`);
    },

    dropSnapshots: async (article, versions) => {
      if (versions.length === 0) return;
      await db.deleteFrom('snapshots').where('article', '=', article).where('version', 'in', versions).execute();
    },

    snapshotVersions: async (article) => {
      const kept = db.selectFrom('snapshots').select('version').where('article', '=', article).orderBy('version');
      return (await kept.execute()).map(({ version }) => version);
    },

    snapshot: (article, atOrBefore) => {
      const kept = db.selectFrom('snapshots').select(['version', 'body']).where('article', '=', article);
      const eligible = atOrBefore === undefined ? kept : kept.where('version', '<=', atOrBefore);
      return eligible.orderBy('version', 'desc').limit(1).executeTakeFirst();
    },

    pack: (article, packing) => packLoose(blocks, article, packing),

    articles: (limit, before) => {
      const all = db.selectFrom('articles').selectAll();
      const older = before
        ? all.where((row) => row(row.refTuple('createdAt', 'id'), '<', row.tuple(before.createdAt, before.id)))
        : all;
      return older.orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(limit).execute();
    },

    newest: async () => {
      const all = db.selectFrom('articles').select(({ fn }) => fn.max('updatedAt').as('at'));
      return (await all.executeTakeFirst())?.at ?? undefined;
    },

    close: async () => {
      closed = true;
      await commits.idle();
    },
  };
};
