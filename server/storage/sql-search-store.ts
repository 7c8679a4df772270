import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ArticleHolds } from './article-holds.ts';
import {
  type Found,
  isSameRow,
  type SearchFilters,
  type SearchRow,
  type SearchStep,
  type SearchStore,
  type Sought,
  searchKey,
  wordsOfRow,
} from './search-store.ts';
import { sqlDrawn } from './sql-drawn.ts';
import type { Lazily } from './sql-log-store.ts';
import { sqlAlike } from './sql-search-alike.ts';
import type { Tables } from './tables.ts';

/** How a database finds words, each its own way. The tables are made by it too: there is nothing in them that the logs do not have. */
export interface SearchIndex {
  /** Puts a row in the table and its words in the index. */
  readonly put: (tx: Kysely<Tables>, row: SearchRow, words: readonly string[]) => Promise<void>;
  /** Takes rows out again, from both. */
  readonly remove: (tx: Kysely<Tables>, places: readonly number[]) => Promise<void>;
  readonly find: (sought: Sought) => RawBuilder<Found>;
  readonly marksOf: (sought: Pick<Sought, 'words' | 'openOnly' | 'limit'>) => RawBuilder<Found>;
  /** The places of the rows that have all of some terms. */
  readonly having: (terms: readonly string[]) => RawBuilder<{ place: number }>;
}

/** What a table holds of a row, besides its place and its words. */
export const ROW_COLUMNS = ['article', 'kind', 'id', 'open', 'body', 'state', 'outcome', 'person', 'day'] as const;

/** What is asked of the rows besides their words, in the words of SQL; each begins with `and`. */
export const keptIn = ({
  openOnly,
  since,
  until,
  ...same
}: SearchFilters & Pick<Sought, 'openOnly'>): RawBuilder<unknown> => {
  const column = (name: string): RawBuilder<unknown> => sql.raw(`"searchRows".${name}`);
  const equal = (['kind', 'article', 'state', 'outcome', 'person'] as const).flatMap((name) =>
    same[name] === undefined ? [] : [sql`and ${column(name)} = ${same[name]}`],
  );
  return sql.join(
    [
      ...equal,
      ...(since === undefined ? [] : [sql`and ${column('day')} >= ${since}`]),
      ...(until === undefined ? [] : [sql`and ${column('day')} <= ${until} and ${column('day')} <> ''`]),
      ...(openOnly ? [sql`and ${column('open')} = 1`] : []),
      sql``,
    ],
    sql` `,
  );
};

/** Takes all out that can be found of an article. */
export const removeFound = async (tx: Kysely<Tables>, article: string, index: SearchIndex): Promise<void> => {
  const rows = await tx.selectFrom('searchRows').select('place').where('article', '=', article).execute();
  if (rows.length > 0)
    await index.remove(
      tx,
      rows.map(({ place }) => place),
    );
  await tx.deleteFrom('searchArticles').where('article', '=', article).execute();
};

/** What can be found, in a SQL database. */
export const sqlSearchStore = (
  db: Kysely<Tables>,
  lazily: Lazily,
  index: SearchIndex,
  holds: ArticleHolds,
): SearchStore => {
  const { reached, behind, advance } = sqlDrawn(db, lazily, holds, 'searchArticles');

  const replace = async (tx: Kysely<Tables>, { article, rows }: SearchStep): Promise<void> => {
    const before = await tx
      .selectFrom('searchRows')
      .select(['place', 'article', 'kind', 'id', 'open', 'body', 'state', 'outcome', 'person', 'day'])
      .where('article', '=', article)
      .execute();
    const stale = new Map(before.map((row) => [searchKey(row), row]));
    const added = rows.filter((row) => {
      const known = stale.get(searchKey(row));
      return !(known && isSameRow(known, row) && stale.delete(searchKey(row)));
    });
    if (stale.size > 0)
      await index.remove(
        tx,
        [...stale.values()].map(({ place }) => place),
      );
    for (const row of added) await index.put(tx, row, wordsOfRow(row));
  };

  return {
    reached,
    behind,
    advance: (step) => advance(step, { title: step.title }, (tx) => replace(tx, step)),

    find: async (sought) => (sought.words.length === 0 ? [] : (await index.find(sought).execute(db)).rows),

    marksOf: async (sought) => (sought.words.length === 0 ? [] : (await index.marksOf(sought).execute(db)).rows),

    alike: async (sought) => (sought.terms.length === 0 ? [] : sqlAlike(db, index, sought)),
  };
};
