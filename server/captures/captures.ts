import type { Article } from '../../shared/article.ts';
import type { Capture, CaptureProblem, CaptureWay, Kept } from '../../shared/capture.ts';
import { isWebAddress } from '../../shared/source.ts';
import type { Clock } from '../clock.ts';
import type { Heard } from '../news.ts';
import type { CaptureList } from '../storage/capture-list.ts';
import type { After } from '../timer.ts';
import { sizeOf } from '../uploads.ts';
import type { CaptureStore } from './capture-store.ts';
import { type FetchPage, NotFetched, type Page } from './fetch-page.ts';
import { type Given, wordsIn } from './words-in.ts';

/** What copies are made with. */
export interface CaptureParts {
  readonly list: CaptureList;
  readonly store: CaptureStore;
  readonly fetchPage: FetchPage;
  readonly clock: Clock;
  readonly after: After;
  readonly newId: () => string;
  readonly report: (error: unknown) => void;
  /** Hears when something is known of the copies of a source that was not before. */
  readonly told: (article: string, source: string) => void;
  /** Removes bytes that were kept and that nothing names, since their article was deleted meanwhile. */
  readonly unnamed: (files: readonly string[]) => Promise<void>;
}

/** What is copied, and who has it copied. */
export interface Asked {
  readonly article: string;
  readonly source: string;
  readonly reviewer: string;
}

interface UnderWay {
  readonly calledOff: AbortController;
  arrived: number;
}

/** After so many milliseconds a copy that another server should have begun is begun here. */
const OTHERS_PATIENCE = 60_000;

/** So many pages are fetched at once. */
const AT_ONCE = 3;

/** The frozen copies of sources: made in the background when a source gets an address, or of what a person hands in. */
export class Captures {
  readonly #parts: CaptureParts;
  readonly #underWay = new Map<string, UnderWay>();
  readonly #running = new Set<Promise<void>>();
  readonly #waiting: (() => Promise<void>)[] = [];
  readonly #patience = new Set<() => void>();
  #isClosed = false;

  constructor(parts: CaptureParts) {
    this.#parts = parts;
  }

  /** How many copies wait to be fetched, and how many are being fetched. */
  get queue(): { readonly waiting: number; readonly running: number } {
    return { waiting: this.#waiting.length, running: this.#running.size };
  }

  /**
   * Says of what was under way when the process ended that it did not come about; where there are other servers, of what was begun before
   * a time (ISO 8601, UTC) at which none of them is at it any more.
   */
  async start(before?: string): Promise<void> {
    for (const { id, article, at, body } of await this.#parts.list.in('fetching'))
      if (!this.#underWay.has(id) && (before === undefined || at < before))
        await this.#put(article, { ...JSON.parse(body), state: 'failed', problem: 'interrupted' });
  }

  /** An article has new entries: what has a new address is fetched, for who gave it. */
  heard(article: string, { before, after }: Heard): void {
    for (const { asked, url } of newAddresses(article, before, after))
      if (!this.#isClosed) this.fetch(asked, url).catch(this.#parts.report);
  }

  /** Another server gave an article entries: it has what is new in them copied, unless it goes before that. */
  heardOfOthers(article: string, { before, after }: Heard): void {
    const fresh = newAddresses(article, before, after);
    if (fresh.length === 0 || this.#isClosed) return;
    const cancel = this.#parts.after(OTHERS_PATIENCE, () => {
      this.#patience.delete(cancel);
      this.#fetchMissing(article, fresh).catch(this.#parts.report);
    });
    this.#patience.add(cancel);
  }

  /** Begins to fetch a copy; resolves as soon as it is begun. */
  async fetch(asked: Asked, address: string): Promise<Capture> {
    const capture = this.#begun(asked, 'address', address);
    const way: UnderWay = { calledOff: new AbortController(), arrived: 0 };
    this.#underWay.set(capture.id, way);
    try {
      await this.#put(asked.article, capture);
    } catch (error) {
      this.#underWay.delete(capture.id);
      throw error;
    }
    this.#waiting.push(() => this.#fetched(asked.article, capture, way));
    this.#next();
    return capture;
  }

  /** Keeps what a person handed in. */
  async keep(asked: Asked, way: 'file' | 'pasted', given: Omit<Given, 'address'>): Promise<Capture> {
    const capture = await this.#kept(this.#begun(asked, way, ''), { ...given, address: '' });
    await this.#put(asked.article, capture);
    return capture;
  }

  /** Keeps a page that was fetched when its address was looked at again. */
  async keepPage(asked: Asked, address: string, page: Page): Promise<Capture> {
    const capture = await this.#kept(this.#begun(asked, 'address', address), page);
    await this.#put(asked.article, capture);
    return capture;
  }

  /** Puts in what is known of copies that came with an article; their bytes are kept already. */
  async bringIn(article: string, captures: readonly Capture[]): Promise<void> {
    for (const capture of captures) await this.#put(article, capture);
  }

  /** Calls off what is under way; false when it is not. */
  cancel(id: string): boolean {
    const way = this.#underWay.get(id);
    way?.calledOff.abort();
    return way !== undefined;
  }

  /** The copies of an article that are of sources it shows, oldest first. */
  async of(id: string, article: Article): Promise<readonly Capture[]> {
    const all = (await this.#parts.list.of(id)).map(({ body }): Capture => JSON.parse(body));
    return all
      .filter(({ source }) => article.sources.has(source))
      .map((each) =>
        each.state === 'fetching' ? { ...each, arrived: this.#underWay.get(each.id)?.arrived ?? 0 } : each,
      );
  }

  /** The bytes of a copy as they came, or the text that can be read in them; nothing where there is none. */
  async read(capture: Capture, what: 'bytes' | 'text'): Promise<Uint8Array | undefined> {
    const sha256 = what === 'text' ? capture.kept?.text : capture.kept?.sha256;
    return sha256 === undefined ? undefined : this.#parts.store.get(sha256);
  }

  /** Begins nothing more; resolves when all that was under way is called off. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#waiting.length = 0;
    for (const cancel of this.#patience) cancel();
    for (const { calledOff } of this.#underWay.values()) calledOff.abort();
    await Promise.all(this.#running);
  }

  async #fetchMissing(article: string, fresh: ReturnType<typeof newAddresses>): Promise<void> {
    const copies = (await this.#parts.list.of(article)).map(({ body }): Capture => JSON.parse(body));
    for (const { asked, url } of fresh) {
      const isBegun = copies.some(({ source, address }) => source === asked.source && address === url);
      if (!isBegun && !this.#isClosed) await this.fetch(asked, url);
    }
  }

  #begun({ source, reviewer }: Asked, way: CaptureWay, address: string): Capture {
    const { clock, newId } = this.#parts;
    return { id: newId(), source, way, address, reviewer, at: clock.now(), state: 'fetching' };
  }

  async #put(article: string, capture: Capture): Promise<void> {
    const { id, at, state } = capture;
    await this.#parts.list.put({ id, article, at, state, body: JSON.stringify(capture) });
    this.#parts.told(article, capture.source);
  }

  async #putKept(article: string, capture: Capture): Promise<void> {
    try {
      await this.#put(article, capture);
    } catch (error) {
      const { sha256, text } = capture.kept ?? {};
      await this.#parts.unnamed([sha256, text].filter((file) => file !== undefined));
      throw error;
    }
  }

  #next(): void {
    while (this.#running.size < AT_ONCE) {
      const run = this.#waiting.shift();
      if (!run) return;
      const running: Promise<void> = run()
        .catch(this.#parts.report)
        .finally(() => {
          this.#running.delete(running);
          this.#next();
        });
      this.#running.add(running);
    }
  }

  async #fetched(article: string, capture: Capture, way: UnderWay): Promise<void> {
    try {
      const page = await this.#parts.fetchPage(capture.address, way.calledOff.signal, (bytes) => {
        way.arrived = bytes;
        this.#parts.told(article, capture.source);
      });
      await this.#putKept(article, await this.#kept(capture, page));
    } catch (error) {
      // What is called off because the server ends is told when it begins again, as after a crash.
      if (!this.#isClosed) await this.#put(article, { ...capture, state: 'failed', problem: problemOf(error) });
      if (!(error instanceof NotFetched)) throw error;
    } finally {
      this.#underWay.delete(capture.id);
    }
  }

  async #kept(capture: Capture, given: Given): Promise<Capture> {
    const { store, clock } = this.#parts;
    const { address, mediaType, charset, bytes } = given;
    const { text, ...read } = await wordsIn(given);
    const kept: Kept = {
      ...{ at: clock.now(), address, mediaType, size: sizeOf(bytes) },
      sha256: await (bytes instanceof Uint8Array ? store.put(bytes) : store.putFile(bytes)),
      ...(charset !== '' && { charset }),
      ...(text !== undefined && { text: await store.put(new TextEncoder().encode(text)) }),
      ...read,
    };
    return { ...capture, state: 'kept', kept };
  }
}

/** The addresses that sources got, with who gave them. */
const newAddresses = (
  article: string,
  before: Article,
  after: Article,
): readonly { readonly asked: Asked; readonly url: string }[] => {
  if (before.sources === after.sources) return [];
  return [...after.sources.values()]
    .filter(({ id, url }) => isWebAddress(url) && before.sources.get(id)?.url !== url)
    .map(({ id, url, reviewer, revised }) => ({
      asked: { article, source: id, reviewer: revised?.reviewer ?? reviewer },
      url,
    }));
};

const problemOf = (error: unknown): CaptureProblem => (error instanceof NotFetched ? error.problem : 'interrupted');
