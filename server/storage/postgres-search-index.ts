import { sql } from 'kysely';
import type { ClientBase } from 'pg';
import { type Found, termWord } from './search-store.ts';
import type { SearchIndex } from './sql-search-store.ts';

/**
 * Makes the tables in which things are found, where they are not there: they are drawn from the logs then. The index has no list of what is
 * still to be put in: whatever is looked for would read the whole of that list, for each word anew.
 */
export const makePostgresSearch = async (client: ClientBase): Promise<void> => {
  await client.query(`
    create table if not exists "searchArticles" (
      article text collate "C" not null primary key, version integer not null, title text not null
    );
    create table if not exists "searchRows" (
      place serial primary key, article text collate "C" not null, kind text not null, id text collate "C" not null,
      open integer not null, body text not null, words tsvector not null
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

const COLUMNS = sql.raw('found.article, kind, id, open, body, title, version');

/** Words in PostgreSQL: a tsvector of what was folded before, since its own dictionaries know neither all languages nor our folding. */
export const postgresSearchIndex: SearchIndex = {
  put: async (tx, { article, kind, id, open, body }, words) => {
    await sql`insert into "searchRows" (article, kind, id, open, body, words)
      values (${article}, ${kind}, ${id}, ${open}, ${body}, array_to_tsvector(${words}::text[]))`.execute(tx);
  },

  remove: async (tx, places) => {
    await tx.deleteFrom('searchRows').where('place', 'in', places).execute();
  },

  // Found by the index alone, and only then put in order: a walk along the order would be slow where little is found.
  find: ({ words, kind, openOnly, limit, offset }) => sql<Found>`
    with matching as materialized (
      select place from "searchRows" where words @@ ${all(words)}::tsquery
      ${kind === undefined ? sql`` : sql`and kind = ${kind}`} ${openOnly ? sql`and open = 1` : sql``}
    ), page as (select place from matching order by place desc limit ${limit} offset ${offset})
    select ${COLUMNS} from page join "searchRows" found using (place)
    join "searchArticles" on "searchArticles".article = found.article order by place desc`,

  having: (terms) =>
    sql`select place from "searchRows" where words @@ ${terms.map((term) => `'${termWord(term)}'`).join(' & ')}::tsquery`,
};
