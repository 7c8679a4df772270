import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Found, SoughtAlike } from './search-store.ts';
import type { SearchIndex } from './sql-search-store.ts';
import type { Tables } from './tables.ts';

/** So many rows are read at most, those of the rarest terms: what claims have in common that are alike is seldom only what all have. */
const MOST_ROWS = 5_000;

/** So many terms are looked at; the rest of a longer text tells nothing more. */
const MOST_TERMS = 80;

/** So many rows are taken of those that have two common terms, where there are too few rare ones. */
const MOST_OF_PAIR = 500;

/** Fewer terms than these are too few to go by: a claim said otherwise may have none of them. */
const FEW = 3;

/** Of the terms that are too common to be read one by one, these many are read in pairs. */
const PAIRED = 5;

/** Some rows, and how much each of them is worth. */
interface Reading {
  readonly rows: RawBuilder<{ place: number }>;
  readonly weight: number;
}

interface Counted {
  readonly term: string;
  /** How many rows have it, one more than `MOST_ROWS` at most. */
  readonly rows: number;
}

const counted = async (
  db: Kysely<Tables>,
  { having }: SearchIndex,
  terms: readonly string[],
): Promise<readonly Counted[]> => {
  const each = terms.map(
    (term, at) =>
      sql`select ${sql.lit(at)} as at, count(*) as "rows" from (${having([term])} limit ${sql.lit(MOST_ROWS + 1)}) as few`,
  );
  const { rows } = await sql<{ at: number; rows: number | string }>`${sql.join(each, sql` union all `)}`.execute(db);
  return rows.map(({ at, rows: count }) => ({ term: terms[at] ?? '', rows: Number(count) }));
};

/** What is rare weighs more, as in BM25. */
const weightOf = (rows: number): number => Math.log(1 + (4 * MOST_ROWS) / (rows + 1));

const pairsOf = (terms: readonly string[]): readonly (readonly string[])[] =>
  terms.flatMap((one, index) => terms.slice(index + 1).map((other) => [one, other]));

/** What is read: the rarest terms as long as there is room, and where these are few, pairs of the next. */
const readingsOf = ({ having }: SearchIndex, counts: readonly Counted[]): readonly Reading[] => {
  const rising = counts.filter(({ rows }) => rows > 0).toSorted((one, other) => one.rows - other.rows);
  let sum = 0;
  const rare = rising.filter(({ rows }) => {
    sum += rows;
    return sum <= MOST_ROWS;
  });
  const readings = rare.map(({ term, rows }) => ({ rows: having([term]), weight: weightOf(rows) }));
  if (rare.length >= FEW) return readings;
  const next = rising.slice(rare.length, rare.length + PAIRED).map(({ term }) => term);
  const limited = (rows: Reading['rows']): Reading['rows'] =>
    sql`select place from (${rows} limit ${sql.lit(MOST_OF_PAIR)}) as few`;
  const pairs = next.length === 1 ? [next] : pairsOf(next);
  return [...readings, ...pairs.map((pair) => ({ rows: limited(having(pair)), weight: weightOf(MOST_ROWS) }))];
};

/**
 * The claims with the most of some terms, in a SQL database. No rank of the whole text is asked for: each database reckons it from all that has
 * any of the terms, which is most of a large desk.
 */
export const sqlAlike = async (
  db: Kysely<Tables>,
  index: SearchIndex,
  { terms, openOnly, limit }: SoughtAlike,
): Promise<readonly Found[]> => {
  const readings = readingsOf(index, await counted(db, index, terms.slice(0, MOST_TERMS)));
  if (readings.length === 0) return [];
  const each = readings.map(
    ({ rows, weight }) => sql`select place, ${sql.lit(weight)} as weight from (${rows}) as reading`,
  );
  const open = openOnly ? sql`join "searchRows" using (place) where open = 1` : sql``;
  const { rows } = await sql<Found>`
    with best as (
      select place, sum(weight) as likeness from (${sql.join(each, sql` union all `)}) as read ${open}
      group by place order by likeness desc, place desc limit ${limit}
    )
    select found.article, kind, id, open, body, state, outcome, person, day, title, version from best join "searchRows" found using (place)
    join "searchArticles" on "searchArticles".article = found.article order by likeness desc, place desc`.execute(db);
  return rows;
};
