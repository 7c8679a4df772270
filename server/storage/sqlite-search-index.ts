import type { Database } from 'better-sqlite3';
import { sql } from 'kysely';
import { type Found, termWord } from './search-store.ts';
import type { SearchIndex } from './sql-search-store.ts';

/** Makes the tables in which things are found, where they are not there: they are drawn from the logs then. */
export const makeSqliteSearch = (database: Database): void => {
  database.exec(`
    create table if not exists "searchArticles" (
      article text not null primary key, version integer not null, title text not null
    );
    create table if not exists "searchRows" (
      place integer primary key, article text not null, kind text not null, id text not null, open integer not null,
      body text not null
    );
    create index if not exists "searchRowsOf" on "searchRows" (article);
    create virtual table if not exists "searchIndex" using fts5(
      words, content='', contentless_delete=1, prefix='1 2 3', tokenize="ascii tokenchars '~'"
    );
  `);
};

const quoted = (word: string): string => `"${word}"`;

/** A query of FTS5: words are letters and digits, so that nothing in them means something there. */
const all = (words: readonly string[]): string => words.map((word) => `${quoted(word)}*`).join(' ');

const COLUMNS = sql.raw(
  ['article', 'kind', 'id', 'open', 'body']
    .map((name) => `"searchRows".${name}`)
    .join(', ')
    .concat(', title, version'),
);

const FROM = sql`from "searchIndex" join "searchRows" on place = "searchIndex".rowid
  join "searchArticles" on "searchArticles".article = "searchRows".article`;

/** Words in SQLite: the full text index FTS5, which is given what was folded before. */
export const sqliteSearchIndex: SearchIndex = {
  put: async (tx, row, words) => {
    const { article, kind, id, open, body } = row;
    const { place } = await tx
      .insertInto('searchRows')
      .values({ article, kind, id, open, body })
      .returning('place')
      .executeTakeFirstOrThrow();
    await sql`insert into "searchIndex" (rowid, words) values (${place}, ${words.join(' ')})`.execute(tx);
  },

  remove: async (tx, places) => {
    for (const place of places) {
      await sql`delete from "searchIndex" where rowid = ${place}`.execute(tx);
      await tx.deleteFrom('searchRows').where('place', '=', place).execute();
    }
  },

  find: ({ words, kind, openOnly, limit, offset }) => sql<Found>`select ${COLUMNS} ${FROM}
    where "searchIndex" match ${all(words)}
    ${kind === undefined ? sql`` : sql`and kind = ${kind}`} ${openOnly ? sql`and open = 1` : sql``}
    order by "searchIndex".rowid desc limit ${limit} offset ${offset}`,

  having: (terms) =>
    sql`select rowid as place from "searchIndex" where "searchIndex" match ${terms.map((term) => quoted(termWord(term))).join(' ')}`,
};
