import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Article, type ArticleJson, articleFromJson, articleToJson } from '../shared/article.ts';
import type { LogStore } from './storage/log-store.ts';

/** Raised whenever an entry comes to do something else to an article than before: older snapshots are then passed over. */
const FORM = 4;

/** An article at a version, with the time of the entry that made it so. */
export interface Snapshot {
  readonly article: Article;
  readonly at: string;
}

/** The latest snapshot of an article, of a version no higher than `atOrBefore`; nothing when there is none of today's form. */
export const readSnapshot = async (store: LogStore, id: string, atOrBefore?: number): Promise<Snapshot | undefined> => {
  const stored = await store.snapshot(id, atOrBefore);
  if (!stored) return undefined;
  const { form, at, article } = JSON.parse(stored.body) as { form: number; at: string; article: ArticleJson };
  return form === FORM ? { at, article: articleFromJson(article) } : undefined;
};

/**
 * Those of some versions, going up, that need no snapshot: of what is kept, each is as far from the next as that is from the
 * newest at most. To replay from any version on, at most as many entries are read before it as after it.
 */
export const superfluous = (versions: readonly number[]): readonly number[] => {
  const head = versions.at(-1) ?? 0;
  const dropped: number[] = [];
  let newer = head;
  for (let index = versions.length - 2; index > 0; index -= 1) {
    const [older = 0, version = 0] = versions.slice(index - 1);
    if (newer - older <= head - newer) dropped.push(version);
    else newer = version;
  }
  return dropped;
};

const writeSnapshot = async (store: LogStore, id: string, { article, at }: Snapshot): Promise<void> => {
  const body = JSON.stringify({ form: FORM, at, article: articleToJson(article) });
  await store.saveSnapshot(id, { version: article.version, body });
  await store.dropSnapshots(id, superfluous(await store.snapshotVersions(id)));
};

/** Keeps snapshots of one article, so that opening it replays only what came after; off the way of acknowledgements. */
export class Snapshots {
  readonly #write: (snapshot: Snapshot) => Promise<void>;
  readonly #report: (error: unknown) => void;
  #version: number;
  #writing: Promise<void> = Promise.resolve();

  /** `version` is the one that is kept already, 0 for none. */
  constructor(store: LogStore, id: string, version: number, report: (error: unknown) => void) {
    this.#write = (snapshot) => writeSnapshot(store, id, snapshot);
    this.#report = report;
    this.#version = version;
  }

  /** The version that was kept last, or is being kept. */
  get version(): number {
    return this.#version;
  }

  /** Keeps a snapshot; resolves when it is kept, or has failed: the log stands without it, so that is only told. */
  keep(snapshot: Snapshot): Promise<void> {
    if (snapshot.article.version === this.#version) return this.#writing;
    this.#version = snapshot.article.version;
    this.#writing = this.#writing
      .then(() => nextTurn())
      .then(() => this.#write(snapshot))
      .catch(this.#report);
    return this.#writing;
  }
}
