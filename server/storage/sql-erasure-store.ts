import { type Kysely, sql, type Transaction } from 'kysely';
import type { ArticleHolds } from './article-holds.ts';
import type { Erasure, ErasureStore, Tombstone } from './erasure-store.ts';
import type { StoredEntry } from './log-store.ts';
import { forgetReviewer } from './sql-forget-reviewer.ts';
import { sqlEntries } from './sql-log-store.ts';
import { removeFound, type SearchIndex } from './sql-search-store.ts';
import type { Tables } from './tables.ts';

type Row = Tables['tombstones'];

const toTombstone = ({ finished: _, reports: __, files: ___, ...tombstone }: Row): Tombstone => tombstone;

const toErasure = (row: Row): Erasure => ({
  ...toTombstone(row),
  reports: JSON.parse(row.reports),
  files: JSON.parse(row.files),
});

const SHA256 = /\b[0-9a-f]{64}\b/g;

/** The tables in which a row is of one article, those first that nothing refers to. */
export const OF_AN_ARTICLE = [
  'snapshots',
  'entries',
  'blocks',
  'notices',
  'tasks',
  'news',
  'seen',
  'captures',
  'watches',
  'looks',
  'librarySources',
  'library',
  'reports',
] as const;

const take = async (tx: Transaction<Tables>, article: string): Promise<void> => {
  for (const table of OF_AN_ARTICLE) await tx.deleteFrom(table).where('article', '=', article).execute();
  // An id is in no body by chance: what names it tells of it.
  const naming = `%${article.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  for (const table of ['deliveries', 'notices'] as const)
    await tx.deleteFrom(table).where(sql<boolean>`body like ${naming} escape '\\'`).execute();
  // The id of a thing of a batch is that of its article.
  await tx.deleteFrom('batchItems').where('id', '=', article).execute();
  const guests = tx.selectFrom('reviewers').select('id').where('article', '=', article);
  await tx
    .deleteFrom('secrets')
    .where(({ or, eb }) => or([eb('article', '=', article), eb('reviewer', 'in', guests)]))
    .execute();
  await tx.deleteFrom('articles').where('id', '=', article).execute();
};

const PAGE = 500;

const entriesAfter = async (
  tx: Transaction<Tables>,
  { article, entries }: Erasure,
): Promise<readonly StoredEntry[]> => {
  const read = sqlEntries(tx);
  const all: StoredEntry[] = [];
  for (;;) {
    const page = await read(article, all.at(-1)?.version ?? entries, PAGE);
    all.push(...page);
    if (page.length < PAGE) return all;
  }
};

/** Erases in a SQL database; `clean` has no byte stay in it of what was deleted. */
export const sqlErasureStore = (
  db: Kysely<Tables>,
  index: SearchIndex,
  holds: ArticleHolds,
  clean: () => Promise<void>,
): ErasureStore => {
  const all = db.selectFrom('tombstones').selectAll();
  return {
    erase: (begun, grown) =>
      db.transaction().execute(async (tx) => {
        // Who appends meanwhile, or writes what is drawn from it, waits for this, and finds no article then.
        await holds.alone(tx, begun.article);
        const since = await entriesAfter(tx, begun);
        const erasure = since.length > 0 ? grown?.(since) : begun;
        if (!erasure) return false;
        const { article, entries, reports, files } = erasure;
        const held = await tx
          .updateTable('articles')
          .set({ summary: '{}' })
          .where('id', '=', article)
          .where('version', '=', entries)
          .executeTakeFirstOrThrow();
        if (held.numUpdatedRows !== 1n) return false;
        const row = { ...erasure, reports: JSON.stringify(reports), files: JSON.stringify(files), finished: 0 };
        await tx.insertInto('tombstones').values(row).execute();
        await removeFound(tx, article, index);
        await take(tx, article);
        return true;
      }),

    tombstone: async (article) => {
      const row = await all.where('article', '=', article).executeTakeFirst();
      return row && toTombstone(row);
    },

    tombstones: async () => (await all.orderBy('at').orderBy('article').execute()).map(toTombstone),

    hadReport: async (slug) =>
      /^[0-9a-f]{64}$/.test(slug) && (await all.where('reports', 'like', `%${slug}%`).executeTakeFirst()) !== undefined,

    unfinished: async () =>
      (await all.where('finished', '=', 0).orderBy('at').orderBy('article').execute()).map(toErasure),

    files: async (article) => {
      const named = ['captures', 'watches', 'looks'] as const;
      const rows = named.map((table) => db.selectFrom(table).select('body').where('article', '=', article).execute());
      const item = db.selectFrom('batchItems').select('body').where('id', '=', article).execute();
      const bodies = (await Promise.all([...rows, item])).flat();
      return bodies.flatMap(({ body }) => body.match(SHA256) ?? []);
    },

    named: async (files) => {
      const found = new Set<string>();
      for (const file of files) {
        for (const table of ['captures', 'watches', 'looks', 'batchItems'] as const) {
          const naming = db.selectFrom(table).select('body').where('body', 'like', `%${file}%`).limit(1);
          if (await naming.executeTakeFirst()) found.add(file);
        }
      }
      return found;
    },

    forgetReviewer: (former) => db.transaction().execute((tx) => forgetReviewer(tx, former)),

    formerReviewers: () =>
      db.selectFrom('formerReviewers').select(['id', 'at', 'by']).orderBy('at').orderBy('id').execute(),

    cleanOfReviewers: async () => {
      const rows = await db.selectFrom('formerReviewers').select('id').where('finished', '=', 0).execute();
      const ids = rows.map(({ id }) => id);
      if (ids.length === 0) return;
      await clean();
      await db.updateTable('formerReviewers').set({ finished: 1 }).where('id', 'in', ids).execute();
    },

    finish: async (article) => {
      await clean();
      await db.updateTable('tombstones').set({ finished: 1 }).where('article', '=', article).execute();
    },
  };
};
