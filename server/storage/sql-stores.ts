import type { Kysely } from 'kysely';
import type { ArticleHolds } from './article-holds.ts';
import { sqlAccountStore } from './sql-account-store.ts';
import { sqlAnswerStore } from './sql-answer-store.ts';
import { sqlBatchStore } from './sql-batch-store.ts';
import { sqlCaptureList } from './sql-capture-list.ts';
import { sqlDeskStore } from './sql-desk-store.ts';
import { sqlErasureStore } from './sql-erasure-store.ts';
import { sqlLibraryStore } from './sql-library-store.ts';
import { type Commit, type Lazily, sqlLogStore } from './sql-log-store.ts';
import { sqlLookStore } from './sql-look-store.ts';
import { sqlNewsStore } from './sql-news-store.ts';
import { sqlReportStore } from './sql-report-store.ts';
import { type SearchIndex, sqlSearchStore } from './sql-search-store.ts';
import { sqlWebhookStore } from './sql-webhook-store.ts';
import type { Stores } from './stores.ts';
import type { Tables } from './tables.ts';

/** What a SQL database does its own way. */
export interface OwnWays {
  readonly commit: Commit;
  readonly lazily: Lazily;
  readonly index: SearchIndex;
  readonly holds: ArticleHolds;
  /** Has no byte stay of what was deleted, as far as the database can. */
  readonly clean: () => Promise<void>;
}

/** Everything that the server keeps, in one SQL database. */
export const sqlStores = (
  db: Kysely<Tables>,
  { commit, lazily, index, holds, clean }: OwnWays,
): Omit<Stores, 'turns' | 'check' | 'close'> => ({
  log: sqlLogStore(db, commit, lazily),
  accounts: sqlAccountStore(db),
  desk: sqlDeskStore(db),
  news: sqlNewsStore(db, lazily, holds),
  webhooks: sqlWebhookStore(db),
  captures: sqlCaptureList(db),
  reports: sqlReportStore(db),
  looks: sqlLookStore(db),
  library: sqlLibraryStore(db, lazily, holds),
  search: sqlSearchStore(db, lazily, index, holds),
  batches: sqlBatchStore(db),
  answers: sqlAnswerStore(db),
  erasures: sqlErasureStore(db, index, holds, clean),
});
