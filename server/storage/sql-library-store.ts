import { type Kysely, sql } from 'kysely';
import type { ArticleHolds } from './article-holds.ts';
import type { LibraryStore } from './library-store.ts';
import { sqlDrawn } from './sql-drawn.ts';
import type { Lazily } from './sql-log-store.ts';
import type { Tables } from './tables.ts';

/** Words as `like` finds them anywhere. */
const anywhere = (word: string): string => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;

/** The library in a SQL database. */
export const sqlLibraryStore = (db: Kysely<Tables>, lazily: Lazily, holds: ArticleHolds): LibraryStore => {
  const { reached, behind, advance } = sqlDrawn(db, lazily, holds, 'library');

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
    reached,
    behind,

    advance: ({ rows, title, ...step }) =>
      advance(step, { title }, async (tx) => {
        if (!rows) return;
        await tx.deleteFrom('librarySources').where('article', '=', step.article).execute();
        for (const row of rows) await tx.insertInto('librarySources').values(row).execute();
      }),

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
