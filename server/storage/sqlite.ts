import { Kysely, SqliteDialect } from 'kysely';
import { sqlAccountStore } from './sql-account-store.ts';
import { sqlAnswerStore } from './sql-answer-store.ts';
import { sqlBatchStore } from './sql-batch-store.ts';
import { sqlCaptureList } from './sql-capture-list.ts';
import { sqlDeskStore } from './sql-desk-store.ts';
import { sqlLibraryStore } from './sql-library-store.ts';
import { sqlLogStore } from './sql-log-store.ts';
import { sqlLookStore } from './sql-look-store.ts';
import { sqlNewsStore } from './sql-news-store.ts';
import { sqlReportStore } from './sql-report-store.ts';
import { sqlWebhookStore } from './sql-webhook-store.ts';
import { sqliteCommit } from './sqlite-commit.ts';
import { giveBack, openDatabase } from './sqlite-database.ts';
import { sqliteLazily } from './sqlite-lazily.ts';
import type { Stores } from './stores.ts';
import type { Tables } from './tables.ts';

/** Everything in one file, `touchstone.db` in `folder`; throws, saying what to do, when that cannot be trusted. */
export const openSqlite = (folder: string): Stores => {
  const database = openDatabase(folder);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  const commit = sqliteCommit(database);
  const lazily = sqliteLazily(database, db);
  // Kysely holds the one connection meanwhile, so that no query of its own falls into the transaction.
  const log = sqlLogStore(db, (appends) => db.connection().execute(async () => commit(appends)), lazily);
  return {
    log,
    accounts: sqlAccountStore(db),
    desk: sqlDeskStore(db),
    news: sqlNewsStore(db, lazily),
    webhooks: sqlWebhookStore(db),
    captures: sqlCaptureList(db),
    reports: sqlReportStore(db),
    looks: sqlLookStore(db),
    library: sqlLibraryStore(db, lazily),
    batches: sqlBatchStore(db),
    answers: sqlAnswerStore(db),
    close: async () => {
      await log.close();
      if (database.open) giveBack(database);
      await db.destroy();
      // Kysely closes only what it has used.
      database.close();
    },
  };
};
