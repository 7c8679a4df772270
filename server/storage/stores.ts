import type { AccountStore } from './account-store.ts';
import type { AnswerStore } from './answer-store.ts';
import type { BatchStore } from './batch-store.ts';
import type { CaptureList } from './capture-list.ts';
import type { DeskStore } from './desk-store.ts';
import type { ErasureStore } from './erasure-store.ts';
import type { LibraryStore } from './library-store.ts';
import type { LogStore } from './log-store.ts';
import type { LookStore } from './look-store.ts';
import type { NewsStore } from './news-store.ts';
import type { ReportStore } from './report-store.ts';
import type { SearchStore } from './search-store.ts';
import type { Turns } from './turns.ts';
import type { WebhookStore } from './webhook-store.ts';

/** All that the server keeps from one run to the next. */
export interface Stores {
  readonly log: LogStore;
  readonly accounts: AccountStore;
  readonly desk: DeskStore;
  readonly news: NewsStore;
  readonly webhooks: WebhookStore;
  readonly captures: CaptureList;
  readonly reports: ReportStore;
  readonly looks: LookStore;
  readonly library: LibraryStore;
  readonly search: SearchStore;
  readonly batches: BatchStore;
  readonly answers: AnswerStore;
  readonly erasures: ErasureStore;
  /** Rejects with what stands in the way of storing something (`trouble.ts`); `thoroughly` by storing something. */
  check(thoroughly: boolean): Promise<void>;
  /** Where it can be done: keeps all there is in another place, since it lies no longer where it did; gives what to do then. */
  readonly rescue?: () => Promise<string>;
  readonly turns: Turns;
  /** Closes the log, then whatever the stores stand on. */
  close(): Promise<void>;
}
