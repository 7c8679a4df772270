import type { Database } from 'better-sqlite3';
import { type RawBuilder, sql } from 'kysely';
import { type Found, type SearchRow, type Sought, termWord } from './search-store.ts';
import { keptIn, ROW_COLUMNS, type SearchIndex } from './sql-search-store.ts';

/** Makes the tables in which things are found, where they are not there: they are drawn from the logs then. */
export const makeSqliteSearch = (database: Database): void => {
  const columns = database.pragma('table_info("searchRows")') as readonly { readonly name: string }[];
  // An older program had nothing but words: all is drawn from the logs anew.
  if (columns.length > 0 && !columns.some(({ name }) => name === 'state'))
    database.exec('drop table "searchRows"; drop table "searchArticles"; drop table "searchIndex"');
  database.exec(`
    create table if not exists "searchArticles" (
      article text not null primary key, version integer not null, title text not null
    );
    create table if not exists "searchRows" (
      place integer primary key, article text not null, kind text not null, id text not null, open integer not null,
      body text not null, state text not null default '', outcome text not null default '',
      person text not null default '', day text not null default ''
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

const columns = (body: string) =>
  sql.raw(ROW_COLUMNS.map((name) => (name === 'body' ? `${body} as body` : `"searchRows".${name}`)).join(', '));

const FROM = sql`from "searchIndex" join "searchRows" on place = "searchIndex".rowid
  join "searchArticles" on "searchArticles".article = "searchRows".article`;

const found = ({ words, limit, offset, ...kept }: Sought, body: string): RawBuilder<Found> =>
  sql<Found>`select ${columns(body)}, title, version ${FROM} where "searchIndex" match ${all(words)} ${keptIn(kept)}
    order by "searchIndex".rowid desc limit ${limit} offset ${offset}`;

/** Words in SQLite: the full text index FTS5, which is given what was folded before. */
export const sqliteSearchIndex: SearchIndex = {
  put: async (tx, row, words) => {
    const values = Object.fromEntries(ROW_COLUMNS.map((name) => [name, row[name]])) as unknown as SearchRow;
    const { place } = await tx.insertInto('searchRows').values(values).returning('place').executeTakeFirstOrThrow();
    await sql`insert into "searchIndex" (rowid, words) values (${place}, ${words.join(' ')})`.execute(tx);
  },

  remove: async (tx, places) => {
    for (const place of places) {
      await sql`delete from "searchIndex" where rowid = ${place}`.execute(tx);
      await tx.deleteFrom('searchRows').where('place', '=', place).execute();
    }
  },

  find: (sought) => found(sought, '"searchRows".body'),

  marksOf: (sought) => found({ ...sought, offset: 0 }, "''"),

  having: (terms) =>
    sql`select rowid as place from "searchIndex" where "searchIndex" match ${terms.map((term) => quoted(termWord(term))).join(' ')}`,
};
