import { memoryAccountStore } from './memory-account-store.ts';
import { memoryAnswerStore } from './memory-answer-store.ts';
import { memoryBatchStore } from './memory-batch-store.ts';
import { memoryCaptureList } from './memory-capture-list.ts';
import { memoryDeskStore } from './memory-desk-store.ts';
import { memoryErasureStore } from './memory-erasure-store.ts';
import { memoryLibraryStore } from './memory-library-store.ts';
import { memoryLogStore } from './memory-log-store.ts';
import { memoryLookStore } from './memory-look-store.ts';
import { memoryNewsStore } from './memory-news-store.ts';
import { memoryReportStore } from './memory-report-store.ts';
import { memorySearchStore } from './memory-search-store.ts';
import { memoryWebhookStore } from './memory-webhook-store.ts';
import type { Stores } from './stores.ts';
import { onlyServer } from './turns.ts';
import type { Delivery } from './webhook-store.ts';

/** Stores that forget everything when the process ends: for tests. */
export const memoryStores = (): Stores => {
  const log = memoryLogStore();
  const deliveries = new Map<string, Delivery>();
  const kept = {
    news: memoryNewsStore(log, deliveries),
    captures: memoryCaptureList(),
    reports: memoryReportStore(),
    looks: memoryLookStore(),
    library: memoryLibraryStore(log),
    search: memorySearchStore(log),
    batches: memoryBatchStore(),
  };
  const { captures, looks, batches, news } = kept;
  const accounts = memoryAccountStore();
  const answers = memoryAnswerStore();
  return {
    ...kept,
    log,
    accounts,
    desk: memoryDeskStore(),
    webhooks: memoryWebhookStore(deliveries),
    answers,
    erasures: memoryErasureStore(
      { log, accounts },
      { articles: [log, ...Object.values(kept)], people: [accounts, answers, news] },
      [captures, looks, batches],
    ),
    check: async () => {},
    turns: onlyServer,
    close: log.close,
  };
};
