import type { Kysely } from 'kysely';
import type { LookStore, StoredWatch } from './look-store.ts';
import type { Tables } from './tables.ts';

const toWatch = ({ nextAt, ...watch }: Tables['watches']): StoredWatch => ({
  ...watch,
  ...(nextAt !== null && { nextAt }),
});

/** What is looked at again, in a SQL database. */
export const sqlLookStore = (db: Kysely<Tables>): LookStore => {
  const watches = db.selectFrom('watches').selectAll();
  return {
    put: (watch, look) =>
      db.transaction().execute(async (tx) => {
        const { marks, body } = watch;
        const nextAt = watch.nextAt ?? null;
        await tx
          .insertInto('watches')
          .values({ ...watch, nextAt })
          .onConflict((known) => known.columns(['article', 'source']).doUpdateSet({ nextAt, marks, body }))
          .execute();
        if (look) await tx.insertInto('looks').values(look).execute();
      }),
    take: async ({ article, source, nextAt }, until) => {
      const taken = await db
        .updateTable('watches')
        .set({ nextAt: until })
        .where('article', '=', article)
        .where('source', '=', source)
        .where('nextAt', '=', nextAt)
        .executeTakeFirstOrThrow();
      return taken.numUpdatedRows === 1n;
    },
    of: async (article) => (await watches.where('article', '=', article).orderBy('source').execute()).map(toWatch),
    watchesOf: async (source, articles) => {
      if (articles.length === 0) return [];
      const found = await watches
        .where('source', '=', source)
        .where('article', 'in', articles)
        .orderBy('article')
        .execute();
      return found.map(toWatch);
    },
    due: async (at, limit) => {
      const due = await watches.where('nextAt', '<=', at).orderBy('nextAt').limit(limit).execute();
      return due.map((each) => ({ ...each, nextAt: each.nextAt ?? '' }));
    },
    marked: async (limit) =>
      (await watches.where('marks', '>', 0).orderBy('article').orderBy('source').limit(limit).execute()).map(toWatch),
    looks: (article, source, limit, before) => {
      const all = db.selectFrom('looks').selectAll().where('article', '=', article).where('source', '=', source);
      const older = before
        ? all.where((row) => row(row.refTuple('at', 'id'), '<', row.tuple(before.at, before.id)))
        : all;
      return older.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
    },
  };
};
