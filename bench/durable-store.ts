import { Kysely, SqliteDialect } from 'kysely';
import type { LogStore } from '../server/storage/log-store.ts';
import { sqlLogStore } from '../server/storage/sql-log-store.ts';
import { sqliteCommit } from '../server/storage/sqlite-commit.ts';
import { openDatabase } from '../server/storage/sqlite-database.ts';
import { sqliteLazily } from '../server/storage/sqlite-lazily.ts';
import type { Tables } from '../server/storage/tables.ts';

/** The log store of a data folder, as the server puts it together; closing it closes the database too. */
export const durableStore = (folder: string): LogStore => {
  const database = openDatabase(folder);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  const commit = sqliteCommit(database);
  const store = sqlLogStore(
    db,
    (appends) => db.connection().execute(async () => commit(appends)),
    sqliteLazily(database, db),
  );
  return {
    ...store,
    close: async () => {
      await store.close();
      await db.destroy();
      if (database.open) database.close();
    },
  };
};
