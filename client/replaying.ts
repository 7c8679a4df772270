import { type Article, blankArticle } from '../shared/article.ts';
import { type Entry, replayEntry } from '../shared/log.ts';

/** Fetches the entries after a version, oldest first, at most so many. */
export type FetchEntries = (after: number, limit: number) => Promise<readonly Entry[]>;

/** Lets go of the page for a moment, so that keys and pictures are not kept waiting. */
export type Pause = () => Promise<void>;

/** So many entries are fetched at once. */
const CHUNK = 200;

/** After so many milliseconds of replaying, the page is let go of. */
const SLICE = 8;

/** Between two kept versions stand so many entries: any other version is that many entries away from one at most. */
const APART = 50;

/** An article as it stood at every version, replayed from its log in small slices. */
export class Replaying {
  readonly #fetch: FetchEntries;
  readonly #pause: Pause;
  readonly #now: () => number;
  #entries: Entry[] = [];
  #blank = blankArticle();
  /** The article at every 50th version. */
  #kept: Article[] = [this.#blank];
  #head: Article = this.#blank;

  constructor(fetch: FetchEntries, pause: Pause, now: () => number) {
    this.#fetch = fetch;
    this.#pause = pause;
    this.#now = now;
  }

  /** Begins anew: what is fetched from now on is seen under this sight, or is all there is. */
  begin(sight: string | undefined): void {
    this.#blank = { ...blankArticle(), ...(sight !== undefined && { sight }) };
    this.#kept = [this.#blank];
    this.#head = this.#blank;
    this.#entries = [];
  }

  /** The version up to which it has been replayed. */
  get version(): number {
    return this.#head.version;
  }

  /** The entries up to there, oldest first. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Replays up to a version, telling how far it has come; stops, and may be gone on with, when it is cancelled. */
  async upTo(version: number, tell: (version: number) => void, cancelled: AbortSignal): Promise<void> {
    while (this.#head.version < version && !cancelled.aborted) {
      const after = this.#head.version;
      const entries = await this.#fetch(after, Math.min(CHUNK, version - after));
      if (entries.length === 0) throw new Error(`the log ends at ${after}, before ${version}`);
      await this.#take(entries, tell, cancelled);
    }
  }

  async #take(entries: readonly Entry[], tell: (version: number) => void, cancelled: AbortSignal): Promise<void> {
    let since = this.#now();
    for (const entry of entries) {
      if (cancelled.aborted) return;
      if (entry.version !== this.#head.version + 1) continue; // another call has been here meanwhile
      this.#head = replayEntry(this.#head, entry).article;
      this.#entries.push(entry);
      if (entry.version % APART === 0) this.#kept.push(this.#head);
      if (this.#now() - since < SLICE) continue;
      tell(this.#head.version);
      await this.#pause();
      since = this.#now();
    }
    tell(this.#head.version);
  }

  /** Shows each entry after a version with the article before and after it, in small slices. */
  async walk(
    after: number,
    visit: (before: Article, after: Article, entry: Entry) => void,
    cancelled: AbortSignal,
  ): Promise<void> {
    let since = this.#now();
    let article = this.at(after);
    for (const entry of this.#entries.slice(after)) {
      if (cancelled.aborted) return;
      const before = article;
      article = replayEntry(article, entry).article;
      visit(before, article, entry);
      if (this.#now() - since < SLICE) continue;
      await this.#pause();
      since = this.#now();
    }
  }

  /** The article at a version that it has been replayed to. */
  at(version: number): Article {
    if (version === this.#head.version) return this.#head;
    let article = this.#kept[Math.floor(version / APART)] ?? this.#blank;
    for (const entry of this.#entries.slice(article.version, version)) article = replayEntry(article, entry).article;
    return article;
  }
}
