import { articleToJson } from '../shared/article.ts';
import type { Digest } from '../shared/log.ts';
import type { CaptureStore } from './captures/capture-store.ts';
import type { Clock } from './clock.ts';
import { articleAt } from './log-reading.ts';
import type { Rooms } from './rooms.ts';
import { type Erasure, type FormerReviewer, sealedTombstone, type Tombstone } from './storage/erasure-store.ts';
import type { StoredEntry } from './storage/log-store.ts';
import type { Stores } from './storage/stores.ts';

/** What articles are erased with. */
export interface ErasingParts {
  readonly stores: Pick<Stores, 'log' | 'reports' | 'erasures'>;
  readonly captureStore: CaptureStore;
  readonly rooms: Rooms;
  readonly clock: Clock;
  readonly digest: Digest;
  /** Resolves when what is drawn from logs is drawn as far as they go, so that nothing of this article is under way. */
  readonly settled: () => Promise<unknown>;
  /** Has what is held in memory of an article forgotten. */
  readonly forget: (article: string) => Promise<unknown>;
}

const SHA256 = /\b[0-9a-f]{64}\b/g;

const PAGE = 500;

const hashOf = ({ body }: StoredEntry): string => JSON.parse(body).hash;

/** Erases articles for good, and leaves of each a tombstone that says how its log ended. */
export class Erasing {
  readonly #parts: ErasingParts;

  constructor(parts: ErasingParts) {
    this.#parts = parts;
  }

  /** Erases an article, whoever writes in it; resolves once nothing is kept of it (T1). Nothing when there is no such article. */
  async erase(article: string, by: string): Promise<Tombstone | undefined> {
    const { rooms, stores, forget } = this.#parts;
    const known = await stores.erasures.tombstone(article);
    if (!known) {
      if ((await stores.log.head(article)) === 0) return undefined;
      if (!(await rooms.end(article, () => this.#take(article, by)))) return undefined;
      await forget(article);
    }
    // Also what an attempt before this one has left.
    await this.finish();
    return stores.erasures.tombstone(article);
  }

  /**
   * Deletes a reviewer for good; what they did stays, under an id that nobody has. Resolves once nothing is kept of them as a person (T1).
   * Nothing when there is no such reviewer.
   */
  async forgetReviewer(id: string, by: string): Promise<FormerReviewer | 'last-admin' | undefined> {
    const { erasures } = this.#parts.stores;
    const done = await erasures.forgetReviewer({ id, by, at: this.#parts.clock.now() });
    if (done === 'last-admin') return done;
    await erasures.cleanOfReviewers();
    return (await erasures.formerReviewers()).find((each) => each.id === id);
  }

  /** Removes those of some files that nothing names. */
  async removeUnused(files: readonly string[]): Promise<void> {
    for (const file of await this.#unused(files)) await this.#parts.captureStore.remove(file);
  }

  /** Does what is left to do of erasures that broke off: their files, and what stays of them in the database. */
  async finish(): Promise<void> {
    const { stores } = this.#parts;
    for (const { article, files } of await stores.erasures.unfinished()) {
      await this.removeUnused(files);
      await stores.erasures.finish(article);
    }
    await stores.erasures.cleanOfReviewers();
  }

  async #take(article: string, by: string): Promise<boolean> {
    const { stores, settled, digest, clock } = this.#parts;
    await settled();
    const entries = await stores.log.head(article);
    const [[first], [last]] = await Promise.all([
      stores.log.read(article, 0, 1),
      stores.log.read(article, entries - 1, 1),
    ]);
    if (!first || !last) return false;
    const reports = [...new Set((await stores.reports.of(article)).map(({ slug }) => digest(slug)))];
    const files = await this.#filesOf(article, entries);
    const ending = (end: StoredEntry, more: readonly string[]): Erasure => {
      const said = { article, entries: end.version, by, first: hashOf(first), last: hashOf(end), at: clock.now() };
      return { ...sealedTombstone(said, digest), reports, files: [...new Set([...files, ...more])] };
    };
    // Another server may have written in it meanwhile.
    return stores.erasures.erase(ending(last, []), (since) =>
      ending(
        since.at(-1) ?? last,
        since.flatMap(({ body }) => body.match(SHA256) ?? []),
      ),
    );
  }

  /** The SHA-256 of the bytes that an article has: what it was made from, its copies, and what looking again has found. */
  async #filesOf(article: string, version: number): Promise<readonly string[]> {
    const { stores, digest } = this.#parts;
    const now = JSON.stringify(articleToJson(await articleAt(stores.log, article, version, digest)));
    return [...new Set([...(now.match(SHA256) ?? []), ...(await stores.erasures.files(article))])];
  }

  /** Those of some files that nothing names any more: no list of copies, no look, no batch, and no article as it is. */
  async #unused(files: readonly string[]): Promise<ReadonlySet<string>> {
    const { log, erasures } = this.#parts.stores;
    const named = await erasures.named(files);
    const unused = new Set(files.filter((file) => !named.has(file)));
    const strike = (body: string): void => {
      for (const file of unused) if (body.includes(file)) unused.delete(file);
    };
    let page = await log.articles(PAGE);
    while (page.length > 0 && unused.size > 0) {
      for (const { id } of page) {
        const snapshot = await log.snapshot(id);
        if (snapshot) strike(snapshot.body);
        for (let after = snapshot?.version ?? 0; ; ) {
          const entries = await log.read(id, after, PAGE);
          for (const { body } of entries) strike(body);
          after = entries.at(-1)?.version ?? after;
          if (entries.length < PAGE) break;
        }
      }
      page = await log.articles(PAGE, page.at(-1));
    }
    return unused;
  }
}
