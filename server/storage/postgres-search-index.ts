import { type RawBuilder, sql } from 'kysely';
import type { ClientBase } from 'pg';
import { type Found, type Sought, termWord } from './search-store.ts';
import { keptIn, ROW_COLUMNS, type SearchIndex } from './sql-search-store.ts';

/**
 * Makes the tables in which things are found, where they are not there: they are drawn from the logs then. The index has no list of what is
 * still to be put in: whatever is looked for would read the whole of that list, for each word anew.
 */
export const makePostgresSearch = async (client: ClientBase): Promise<void> => {
  await client.query(`
    do $$ begin
      -- An older program had nothing but words: all is drawn from the logs anew.
      if to_regclass('"searchRows"') is not null and not exists (
        select from pg_attribute where attrelid = to_regclass('"searchRows"') and attname = 'state'
      ) then
        drop table "searchRows", "searchArticles";
      end if;
    end $$;
    create table if not exists "searchArticles" (
      article text collate "C" not null primary key, version integer not null, title text not null
    );
    create table if not exists "searchRows" (
      place serial primary key, article text collate "C" not null, kind text not null, id text collate "C" not null,
      open integer not null, body text not null, state text not null default '', outcome text not null default '',
      person text not null default '', day text collate "C" not null default '', words tsvector not null
    );
    create index if not exists "searchRowsOf" on "searchRows" (article);
    create index if not exists "searchIndex" on "searchRows" using gin (words) with (fastupdate = off);
    do $$ begin
      if not exists (select from pg_class where oid = '"searchIndex"'::regclass and reloptions @> array['fastupdate=off']) then
        alter index "searchIndex" set (fastupdate = off);
        perform gin_clean_pending_list('"searchIndex"');
      end if;
    end $$;
  `);
};

/** A query of full text: words are letters and digits, so that nothing in them means something there. */
const all = (words: readonly string[]): string => words.map((word) => `'${word}':*`).join(' & ');

const columns = (body: string) =>
  sql.raw(`found.article, kind, id, open, ${body} as body, state, outcome, person, day, title, version`);

/** So many rows are looked through first, the newest, or so many times as many as are wanted. */
const NEWEST = { least: 1_000, times: 3 } as const;

/**
 * What most of the newest rows have is found among these; anything else by the index alone, and only then put in order. A walk along the order
 * would be slow where little is found, and the index where much is.
 */
const found = ({ words, limit, offset, ...kept }: Sought, body: string): RawBuilder<Found> => sql<Found>`
  with recent as materialized (
    select place from (
      select * from "searchRows" order by place desc limit ${Math.max(NEWEST.least, NEWEST.times * (limit + offset))}
    ) as "searchRows" where words @@ ${all(words)}::tsquery ${keptIn(kept)} order by place desc limit ${limit + offset}
  ), matching as materialized (
    select place from recent where (select count(*) from recent) = ${limit + offset}
    union all
    select place from "searchRows" where words @@ ${all(words)}::tsquery ${keptIn(kept)}
      and (select count(*) from recent) < ${limit + offset}
  ), page as (select place from matching order by place desc limit ${limit} offset ${offset})
  select ${columns(body)} from page join "searchRows" found using (place)
  join "searchArticles" on "searchArticles".article = found.article order by place desc`;

/** Words in PostgreSQL: a tsvector of what was folded before, since its own dictionaries know neither all languages nor our folding. */
export const postgresSearchIndex: SearchIndex = {
  put: async (tx, row, words) => {
    const values = sql.join(ROW_COLUMNS.map((name) => row[name]));
    await sql`insert into "searchRows" (${sql.raw(ROW_COLUMNS.join(', '))}, words)
      values (${values}, array_to_tsvector(${words}::text[]))`.execute(tx);
  },

  remove: async (tx, places) => {
    await tx.deleteFrom('searchRows').where('place', 'in', places).execute();
  },

  find: (sought) => found(sought, 'body'),

  marksOf: (sought) => found({ ...sought, offset: 0 }, "''"),

  having: (terms) =>
    sql`select place from "searchRows" where words @@ ${terms.map((term) => `'${termWord(term)}'`).join(' & ')}::tsquery`,
};
