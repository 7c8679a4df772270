import { Kysely, SqliteDialect } from 'kysely';
import { heldByTurns } from './article-holds.ts';
import { sqlStores } from './sql-stores.ts';
import { SqliteCheck } from './sqlite-check.ts';
import { sqliteCommit } from './sqlite-commit.ts';
import { giveBack, openDatabase, rewrite } from './sqlite-database.ts';
import { sqliteLazily } from './sqlite-lazily.ts';
import { makeSqliteSearch, sqliteSearchIndex } from './sqlite-search-index.ts';
import type { Stores } from './stores.ts';
import type { Tables } from './tables.ts';
import { onlyServer } from './turns.ts';

/** Everything in one file, `touchstone.db` in `folder`; throws, saying what to do, when that cannot be trusted. */
export const openSqlite = (folder: string): Stores => {
  const database = openDatabase(folder);
  makeSqliteSearch(database);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  const check = new SqliteCheck(database);
  const commit = sqliteCommit(database);
  const stores = sqlStores(db, {
    // Kysely holds the one connection meanwhile, so that no query of its own falls into the transaction.
    commit: (appends) =>
      db.connection().execute(async () => {
        check.requireThere();
        return commit(appends);
      }),
    lazily: sqliteLazily(database, db),
    index: sqliteSearchIndex,
    holds: heldByTurns,
    clean: () => db.connection().execute(async () => rewrite(database)),
  });
  return {
    ...stores,
    check: (thoroughly) => db.connection().execute(async () => check.check(thoroughly)),
    rescue: () => check.rescue(new Date()),
    turns: onlyServer,
    close: async () => {
      await stores.log.close();
      if (database.open) giveBack(database);
      await db.destroy();
      // Kysely closes only what it has used.
      database.close();
    },
  };
};
