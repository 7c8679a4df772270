import type { Generated } from 'kysely';
import type { Account, AccountEvent, Identity, Passkey, Password, Secret } from './account-store.ts';
import type { StoredAnswer } from './answer-store.ts';
import type { StoredBatch, StoredItem } from './batch-store.ts';
import type { StoredCapture } from './capture-list.ts';
import type { StoredDesk } from './desk-store.ts';
import type { Tombstone } from './erasure-store.ts';
import type { LibraryRow } from './library-store.ts';
import type { ArticleRow, StoredBlock, StoredEntry, StoredSnapshot } from './log-store.ts';
import type { StoredLook, StoredWatch } from './look-store.ts';
import type { StoredNotice, StoredTask } from './news-store.ts';
import type { StoredReport } from './report-store.ts';
import type { SearchRow } from './search-store.ts';
import type { Delivery, Webhook } from './webhook-store.ts';

/** A row whose optional fields are columns that may be null. */
type Row<T> = { readonly [K in keyof T]-?: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] };

/** The tables as `migrations.ts` leaves them, and those that `SearchIndex` makes, in the words of the contracts. */
export interface Tables {
  readonly articles: ArticleRow;
  readonly entries: StoredEntry;
  readonly blocks: StoredBlock;
  readonly snapshots: StoredSnapshot & { readonly article: string };
  readonly reviewers: Row<Account> & { readonly emailKey: string };
  readonly secrets: Row<Secret>;
  readonly passwords: Password;
  readonly passkeys: Row<Passkey>;
  readonly identities: Row<Identity>;
  readonly accountEvents: Row<AccountEvent>;
  readonly desk: StoredDesk;
  readonly notices: Row<StoredNotice>;
  readonly tasks: StoredTask;
  readonly news: { readonly article: string; readonly version: number };
  readonly webhooks: Webhook;
  readonly deliveries: Row<Delivery>;
  readonly captures: StoredCapture;
  readonly reports: StoredReport & { readonly sealed: number };
  readonly watches: Row<StoredWatch>;
  readonly looks: StoredLook;
  readonly library: { readonly article: string; readonly version: number; readonly title: string };
  readonly librarySources: LibraryRow;
  readonly searchArticles: { readonly article: string; readonly version: number; readonly title: string };
  readonly searchRows: SearchRow & { readonly place: Generated<number> };
  readonly batches: StoredBatch;
  readonly batchItems: StoredItem;
  readonly answers: StoredAnswer;
  readonly tombstones: Tombstone & { readonly reports: string; readonly files: string; readonly finished: number };
  readonly formerReviewers: {
    readonly id: string;
    readonly at: string;
    readonly by: string;
    readonly finished: number;
  };
  readonly seen: {
    readonly reviewer: string;
    readonly article: string;
    readonly claim: string;
    readonly version: number;
  };
}
