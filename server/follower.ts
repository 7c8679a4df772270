import type { Article } from '../shared/article.ts';
import type { Digest } from '../shared/log.ts';
import { articleAt } from './log-reading.ts';
import type { Heard } from './news.ts';
import type { LogStore } from './storage/log-store.ts';
import type { After } from './timer.ts';

/** What something is kept up with the logs with. */
export interface FollowerParts {
  readonly store: {
    readonly reached: (article: string) => Promise<number>;
    readonly behind: () => Promise<readonly string[]>;
  };
  readonly log: LogStore;
  readonly after: After;
  readonly digest: Digest;
  readonly report: (error: unknown) => void;
  /** New entries of an article wait so many milliseconds for more of them. */
  readonly pace: number;
  /** Takes the store from a version of an article to the newest that was heard of; false when another server was there first. */
  readonly draw: (article: string, heard: Heard, from: number) => Promise<boolean>;
}

/**
 * Keeps what is drawn from the logs up with them, off the way of acknowledgements: where it stopped is stored, and what is missing is drawn
 * from the logs.
 */
export class Follower {
  readonly #parts: FollowerParts;
  readonly #waiting = new Map<string, Heard>();
  #writing: Promise<void> = Promise.resolve();
  #cancel: (() => void) | undefined;

  constructor(parts: FollowerParts) {
    this.#parts = parts;
  }

  /** An article has new entries. */
  heard(id: string, { before, after }: Heard): void {
    this.#waiting.set(id, { before: this.#waiting.get(id)?.before ?? before, after });
    this.#cancel ??= this.#parts.after(this.#parts.pace, () => void this.write());
  }

  /** Writes what waits; resolves when it is stored. */
  write(): Promise<void> {
    this.#cancel?.();
    this.#cancel = undefined;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const [id, heard] of waiting)
      this.#writing = this.#writing.then(() => this.#write(id, heard)).catch(this.#parts.report);
    return this.#writing;
  }

  /** Takes up what a process that is gone left out, or everything where there is nothing yet. */
  async catchUp(): Promise<void> {
    const { log, store } = this.#parts;
    for (const id of await store.behind()) {
      this.#writing = this.#writing
        .then(async () => {
          const after = await this.#at(id, await log.head(id));
          await this.#write(id, { before: await this.#at(id, 0), after });
        })
        .catch(this.#parts.report);
    }
    await this.#writing;
  }

  #at(id: string, version: number): Promise<Article> {
    return articleAt(this.#parts.log, id, version, this.#parts.digest);
  }

  async #write(id: string, heard: Heard): Promise<void> {
    const { store, draw } = this.#parts;
    for (;;) {
      const from = await store.reached(id);
      if (from >= heard.after.version || (await draw(id, heard, from))) return;
    }
  }
}
