import type { Desk } from '../shared/export/format.ts';
import type { Digest } from '../shared/log.ts';
import type { Attempts } from './accounts/attempts.ts';
import type { AccountParts } from './accounts/parts.ts';
import type { Provider, ProviderSettings } from './accounts/provider.ts';
import type { Idempotency } from './api/idempotency.ts';
import type { Rates } from './api/rates.ts';
import type { Profiles } from './audience.ts';
import type { Batches } from './batches/batches.ts';
import type { CaptureStore } from './captures/capture-store.ts';
import type { Captures } from './captures/captures.ts';
import type { FetchPage } from './captures/fetch-page.ts';
import type { Looks } from './captures/looks.ts';
import type { SameTextFinder } from './captures/same-texts.ts';
import type { Clock } from './clock.ts';
import type { Erasing } from './erasing.ts';
import type { Arrivals } from './import/arrivals.ts';
import type { Mailer } from './mail/mailer.ts';
import type { Metrics } from './metrics.ts';
import type { PresentSearch } from './present-search.ts';
import type { Adapter } from './redis.ts';
import type { Rooms } from './rooms.ts';
import type { Sockets } from './sockets.ts';
import type { DeskStore } from './storage/desk-store.ts';
import type { ErasureStore } from './storage/erasure-store.ts';
import type { LibraryStore } from './storage/library-store.ts';
import type { LogStore } from './storage/log-store.ts';
import type { NewsStore } from './storage/news-store.ts';
import type { ReportStore } from './storage/report-store.ts';
import type { Stores } from './storage/stores.ts';
import type { WebhookStore } from './storage/webhook-store.ts';
import type { Storing } from './storing.ts';
import type { After } from './timer.ts';

/** What whoever runs the server decides. */
export interface Config {
  /** Where people find it, without a slash at the end. */
  readonly publicUrl: string;
  /** The folder with the built client. */
  readonly clientFolder: string;
  /** The folder in which files lie that are sent, until they are answered. */
  readonly uploadFolder: string;
  readonly desk: Desk;
  /** What whoever reads `/metrics` shows; absent: they ask from this machine. */
  readonly metricsToken?: string;
  /** Proxies on other machines that are believed when they say for whom they ask: addresses, or networks as CIDR. */
  readonly trustedProxies?: readonly string[];
  /** How many requests a second somebody may go on with; absent: as `api/rates.ts` says. */
  readonly requestsPerSecond?: number;
}

/** One line of the server's log: never a secret, never a word of an article (T11). */
export type LogLine = Readonly<Record<string, string | number>>;

/** What the routes are answered with. */
export interface ServerParts {
  readonly log: (line: LogLine) => void;
  readonly logStore: LogStore;
  readonly erasing: Erasing;
  readonly erasures: ErasureStore;
  readonly news: NewsStore;
  readonly webhooks: WebhookStore;
  readonly captures: Captures;
  readonly library: LibraryStore;
  readonly search: PresentSearch;
  readonly reports: ReportStore;
  readonly findSameTexts: SameTextFinder;
  /** Where bytes are kept by their SHA-256. */
  readonly captureStore: CaptureStore;
  readonly arrivals: Arrivals;
  readonly batches: Batches;
  readonly looks: Looks;
  readonly accounts: AccountParts;
  readonly desk: DeskStore;
  readonly attempts: Attempts;
  /** Guesses at passwords, by email. */
  readonly guesses: Attempts;
  /** How often a link to set a new password is mailed, by email. */
  readonly mailings: Attempts;
  /** Absent where no mail server is named. */
  readonly mailer?: Mailer | undefined;
  /** By which people may sign in; absent where none is named. */
  readonly provider?: Provider | undefined;
  readonly rates: Rates;
  readonly idempotency: Idempotency;
  readonly rooms: Rooms;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly digest: Digest;
  readonly config: Config;
  /** Whether anything can be stored now. */
  readonly storing: Storing;
  readonly metrics: Metrics;
  readonly sockets: Sockets;
  /** What everyone on an article may know of these reviewers; those without an account are left out. */
  readonly profiles: Profiles;
  readonly isClosing: () => boolean;
}

/** What the whole server is built from. */
export interface AppParts {
  /** Closed by whoever opened them, after the app. */
  readonly stores: Stores;
  /** Where the bytes of copies are kept. */
  readonly captureStore: CaptureStore;
  readonly fetchPage: FetchPage;
  /** Sends letters; without it nobody is sent any. Closed by whoever opened it. */
  readonly mailer?: Mailer;
  /** By which people may sign in besides what they have here. */
  readonly provider?: ProviderSettings;
  /** A host is left alone for so many milliseconds when addresses are looked at again; for tests, which have their own site. */
  readonly lookPause?: number;
  readonly clock: Clock;
  readonly after: After;
  readonly newId: () => string;
  readonly digest: Digest;
  readonly config: Config;
  readonly log: (line: LogLine) => void;
  /** Said where other servers may have the same stores: by which adapter they hear of one another at once, if by any. */
  readonly shared?: { readonly adapter?: Adapter };
}
