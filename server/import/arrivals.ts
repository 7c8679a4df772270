import { CAPTURE_PROBLEMS, type CaptureProblem } from '../../shared/capture.ts';
import { type FetchPage, NotFetched, type Page } from '../captures/fetch-page.ts';
import type { Clock } from '../clock.ts';
import type { After } from '../timer.ts';
import type { SentBytes } from '../uploads.ts';
import { HeldPages } from './held-pages.ts';
import { type ReaderName, readerOfFile } from './reader.ts';
import type { Reading } from './reading.ts';
import type { ReadingThreads } from './reading-threads.ts';

/** A file, or words that were pasted, to be read by a reader. */
export interface Incoming {
  readonly format: ReaderName;
  readonly file: SentBytes;
  /** Without parameters. */
  readonly mediaType: string;
  /** What the file is called; empty when it is none. */
  readonly name: string;
  readonly charset?: string;
  /** Where it was fetched from. */
  readonly address?: string;
  /** When it was fetched, ISO 8601, UTC. */
  readonly fetchedAt?: string;
}

/** An address from which an article is to be fetched; `held` when it may be as it was when the same person saw it last. */
export interface ToFetch {
  readonly address: string;
  readonly by: string;
  readonly held: boolean;
}

/** How far an article has come in: so many bytes are there, or so much is read, from 0 to 1; or it is compared with what is there. */
export type Step =
  | { readonly step: 'fetching'; readonly bytes: number }
  | { readonly step: 'reading'; readonly done: number }
  | { readonly step: 'comparing' };

/** How it goes on, and how it is called off. */
export interface ArrivalWay {
  readonly signal: AbortSignal;
  readonly told?: (step: Step) => void;
}

/** Something in a format that is not read here. */
export interface Unreadable {
  readonly unreadable: string;
}

/** Why nothing came from an address. */
export interface Unfetched {
  readonly unfetched: CaptureProblem;
  readonly words: string;
}

/** What is read with. */
export interface ArrivalParts {
  readonly fetchPage: FetchPage;
  readonly threads: ReadingThreads;
  readonly after: After;
  readonly clock: Clock;
}

/** A page as it is read, by what it says it is and by what it is called. */
export const incomingOfPage = (page: Page, fetchedAt: string): Incoming | Unreadable => {
  const { mediaType, charset, bytes, address } = page;
  const name = new URL(address).pathname.split('/').at(-1) ?? '';
  const format = readerOfFile({ name: '', mediaType, bytes }) ?? readerOfFile({ name, mediaType, bytes });
  if (!format) return { unreadable: mediaType };
  return { format, file: bytes, mediaType, name, address, fetchedAt, ...(charset !== '' && { charset }) };
};

/** How articles come in: fetched from the public internet where they have an address, read in a thread. */
export class Arrivals {
  readonly #parts: ArrivalParts;
  readonly #held: HeldPages;

  constructor(parts: ArrivalParts) {
    this.#parts = parts;
    this.#held = new HeldPages(parts.after);
  }

  /** What is at an address, and who reads it. Rejects when called off. */
  async fetched({ address, by, held }: ToFetch, way: ArrivalWay): Promise<Incoming | Unreadable | Unfetched> {
    const known = held ? this.#held.take(by, address) : undefined;
    try {
      const page =
        known ?? (await this.#parts.fetchPage(address, way.signal, (bytes) => way.told?.({ step: 'fetching', bytes })));
      const fetchedAt = known?.fetchedAt ?? this.#parts.clock.now();
      const incoming = incomingOfPage(page, fetchedAt);
      if ('format' in incoming) this.#held.put(by, address, { ...page, fetchedAt });
      return incoming;
    } catch (error) {
      if (!(error instanceof NotFetched)) throw error;
      way.signal.throwIfAborted();
      return { unfetched: error.problem, words: CAPTURE_PROBLEMS[error.problem] };
    }
  }

  /** What its reader makes of it; with `clean` false, with nothing cleaned away. Rejects with `Invalid` when it cannot be read. */
  read({ format, file, charset, address }: Incoming, clean: boolean, { signal, told }: ArrivalWay): Promise<Reading> {
    const given = { file, clean, ...(charset && { charset }), ...(address && { address }) };
    return this.#parts.threads.read(format, given, { signal, told: (done) => told?.({ step: 'reading', done }) });
  }
}
