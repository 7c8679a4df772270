import type { Database } from 'better-sqlite3';
import type { Kysely } from 'kysely';
import type { Lazily } from './sql-log-store.ts';
import type { Tables } from './tables.ts';

/**
 * Writes that do not wait for the disk: a power cut may undo the last of them, each wholly, but never an entry, since the commit of
 * an entry waits for all that was written before it too. Kysely holds its one connection meanwhile, so that no entry is committed so (T1).
 */
export const sqliteLazily =
  (database: Database, db: Kysely<Tables>): Lazily =>
  (write) =>
    db.connection().execute(async (connection) => {
      database.pragma('synchronous = normal');
      try {
        return await write(connection);
      } finally {
        database.pragma('synchronous = full');
      }
    });
