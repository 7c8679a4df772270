import { type Kysely, sql } from 'kysely';
import type { ArticleHolds } from './article-holds.ts';
import type { LibraryStep, LibraryStore } from './library-store.ts';
import type { Lazily } from './sql-log-store.ts';
import type { Tables } from './tables.ts';

/** Words as `like` finds them anywhere. */
const anywhere = (word: string): string => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;

/** The library in a SQL database. */
export const sqlLibraryStore = (db: Kysely<Tables>, lazily: Lazily, holds: ArticleHolds): LibraryStore => {
  /** The step from `from` to `to`, unless another server has taken it: the row of the article decides. */
  const claimStep = async (tx: Kysely<Tables>, { article, from, to, title }: LibraryStep): Promise<boolean> => {
    if (from === 0) {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('library')
        .values({ article, version: to, title })
        .onConflict((taken) => taken.column('article').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    }
    const moved = tx
      .updateTable('library')
      .set({ version: to, title })
      .where('article', '=', article)
      .where('version', '=', from);
    return (await moved.executeTakeFirstOrThrow()).numUpdatedRows === 1n;
  };

  const uses = (openOnly: boolean) => {
    const all = db
      .selectFrom('librarySources')
      .innerJoin('library', 'library.article', 'librarySources.article')
      .selectAll('librarySources')
      .select('library.title')
      .orderBy('librarySources.at', 'desc')
      .orderBy('librarySources.article', 'desc')
      .orderBy('librarySources.source', 'desc');
    return openOnly ? all.where('librarySources.open', '=', 1) : all;
  };

  return {
    reached: async (article) => {
      const row = await db.selectFrom('library').select('version').where('article', '=', article).executeTakeFirst();
      return row?.version ?? 0;
    },

    behind: async () => {
      const rows = await db
        .selectFrom('articles')
        .leftJoin('library', 'library.article', 'articles.id')
        .select('articles.id')
        .where((row) => row(sql`coalesce(library.version, 0)`, '<', row.ref('articles.version')))
        .execute();
      return rows.map(({ id }) => id);
    },

    advance: (step) =>
      lazily((each) =>
        each.transaction().execute(async (tx) => {
          // It was deleted meanwhile: nothing of it is kept.
          if (!(await holds.asReader(tx, step.article))) return true;
          if (!(await claimStep(tx, step))) return false;
          if (!step.rows) return true;
          await tx.deleteFrom('librarySources').where('article', '=', step.article).execute();
          for (const row of step.rows) await tx.insertInto('librarySources').values(row).execute();
          return true;
        }),
      ),

    find: async ({ words, kind, openOnly, limit, before }) => {
      let found = db
        .selectFrom('librarySources')
        .select(({ fn }) => ['key', fn.max('at').as('at')])
        .groupBy('key');
      if (openOnly) found = found.where('open', '=', 1);
      if (kind !== undefined) found = found.where('kind', '=', kind);
      for (const word of words) found = found.where(sql<boolean>`words like ${anywhere(word)} escape '\\'`);
      if (before) found = found.having(sql<boolean>`(max(at), "key") < (${before.at}, ${before.key})`);
      const items = await found
        .orderBy(({ fn }) => fn.max('at'), 'desc')
        .orderBy('key', 'desc')
        .limit(limit)
        .execute();
      if (items.length === 0) return [];
      const keys = items.map(({ key }) => key);
      const all = await uses(openOnly).where('librarySources.key', 'in', keys).execute();
      return items.map(({ key, at }) => ({ key, at, uses: all.filter((use) => use.key === key) }));
    },

    usesOf: (key, openOnly) => uses(openOnly).where('librarySources.key', '=', key).execute(),
  };
};
