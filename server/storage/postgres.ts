import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Pool } from 'pg';
import { heldByRow } from './article-holds.ts';
import { postgresCommit } from './postgres-commit.ts';
import { openPool } from './postgres-pool.ts';
import { postgresSearchIndex } from './postgres-search-index.ts';
import { migratePostgres } from './postgres-tables.ts';
import { postgresTurns } from './postgres-turns.ts';
import { OF_AN_ARTICLE } from './sql-erasure-store.ts';
import { WITH_PEOPLE } from './sql-forget-reviewer.ts';
import type { Lazily } from './sql-log-store.ts';
import { sqlStores } from './sql-stores.ts';
import type { Stores } from './stores.ts';
import type { Tables } from './tables.ts';
import { Away, troubleOf } from './trouble.ts';

/** So many connections a process: one that commits, and others that read meanwhile. */
const CONNECTIONS = 10;

/** The disk is waited for by every commit but these (T1): a crash may undo the last of them, each wholly, and never an entry. */
const postgresLazily =
  (db: Kysely<Tables>): Lazily =>
  (write) =>
    db.connection().execute(async (connection) => {
      await sql`set synchronous_commit = off`.execute(connection);
      try {
        return await write(connection);
      } finally {
        await sql`set synchronous_commit = on`.execute(connection);
      }
    });

/** Gives the room of deleted rows back to the tables; when it is written over is the database's own matter, as is what its log holds. */
const cleanPostgres = async (pool: Pool): Promise<void> => {
  await pool.query(
    `vacuum ${[...new Set([...OF_AN_ARTICLE, ...WITH_PEOPLE])].map((table) => `"${table}"`).join(', ')}, articles, "batchItems", "searchRows", "searchArticles"`,
  );
};

/** What the database, or the way to it, said when it was opened, with what to do; what we say ourselves stays as it is. */
const atStart = (error: unknown, url: string): unknown => {
  if (!(error instanceof Error) || !('code' in error || /^(Connection terminated|timeout)/.test(error.message)))
    return error;
  const { host, pathname } = new URL(url);
  const said = error.message || ('code' in error ? String(error.code) : '');
  return new Error(
    `PostgreSQL at ${host}${pathname} cannot be used (${said}). Start it, or set DATABASE_URL to where it is.`,
    { cause: error },
  );
};

/**
 * Everything in a PostgreSQL database, its tables brought to their newest; several processes may have it open. Rejects, saying what to do,
 * when it does not answer or cannot be trusted. `report` is told of a connection that breaks while nothing is asked of it.
 */
export const openPostgres = async (url: string, report: (error: Error) => void): Promise<Stores> => {
  const pool = openPool(url, CONNECTIONS, report);
  try {
    await migratePostgres(pool);
  } catch (error) {
    await pool.end();
    throw atStart(error, url);
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const stores = sqlStores(db, {
    commit: postgresCommit(pool),
    lazily: postgresLazily(db),
    index: postgresSearchIndex,
    holds: heldByRow,
    clean: () => cleanPostgres(pool),
  });
  const turns = postgresTurns(pool);
  return {
    ...stores,
    check: async (thoroughly) => {
      try {
        // What takes a number of its own is written to the log of the database, and waited for.
        await pool.query(thoroughly ? 'select pg_current_xact_id()' : 'select 1');
      } catch (error) {
        throw troubleOf(error) ? error : new Away(error);
      }
    },
    turns,
    close: async () => {
      await stores.log.close();
      turns.close();
      await db.destroy();
      // Kysely leaves alone what it was never asked anything of, such as a database that only had its tables made.
      if (!pool.ending) await pool.end();
    },
  };
};
