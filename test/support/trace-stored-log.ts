import assert from 'node:assert/strict';
import { cp, rm } from 'node:fs/promises';
import { sha256 } from '../../server/digest.ts';
import type { StoredEntry } from '../../server/storage/log-store.ts';
import { openSqlite } from '../../server/storage/sqlite.ts';
import { blankArticle } from '../../shared/article.ts';
import { changeOf } from '../../shared/change.ts';
import { type Entry, firstBroken, parseEntry, replay, seal } from '../../shared/log.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { comparable } from '../../shared/protocol.ts';
import { textsIn } from '../../shared/rebase.ts';
import type { Writer } from './trace-writer.ts';

/** The entries of an article after a version, as another store than the server's reads them. */
export type Stored = (article: string, after: number) => Promise<readonly StoredEntry[]>;

/** Read in a copy: whoever opens the file first after a kill mends it, and that is for the server to do. */
const inFolder =
  (folder: string, copy: string): Stored =>
  async (article, after) => {
    await cp(folder, copy, { recursive: true });
    try {
      const { log, close } = openSqlite(copy);
      const stored = await log.read(article, after, 1_000_000);
      await close();
      return stored;
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  };

/** A log as it is stored, in a folder or wherever else, read by another hand than the server's. */
export class StoredLog {
  readonly entries: Entry[] = [];
  readonly #versions = new Map<string, number>();
  readonly #stored: Stored;
  readonly #article: string;

  constructor(where: string | Stored, article: string, copy = `${where}-copy`) {
    this.#stored = typeof where === 'string' ? inFolder(where, copy) : where;
    this.#article = article;
  }

  /** Takes in what was stored since: each entry follows the one before it (T9), and no operation is there twice (T2). */
  async grows(): Promise<void> {
    for (const { body } of await this.#stored(this.#article, this.entries.length)) {
      const entry = parseEntry(JSON.parse(body), 'entry');
      const { hash, ...sealed } = entry;
      assert.equal(entry.version, this.entries.length + 1, 'T3: a version is missing');
      if (entry.version > 1)
        assert.equal(entry.previous, this.entries.at(-1)?.hash, `T9: before entry ${entry.version}`);
      assert.equal(seal(sealed, sha256).hash, hash, `T9: entry ${entry.version}`);
      assert.ok(!this.#versions.has(entry.opId), `T2: ${entry.opId} is in the log twice`);
      this.#versions.set(entry.opId, entry.version);
      this.entries.push(entry);
    }
  }

  /** All that was acknowledged to a writer is here, where that was said (T1). */
  holds({ acknowledged }: Writer): void {
    for (const [opId, version] of acknowledged) {
      assert.equal(this.#versions.get(opId), version, `T1: ${opId} was acknowledged at ${version}`);
    }
  }

  /** Everybody has what the log replays to (T3), and every word that was typed is in it once, or given back (T10). */
  agreesWith(writers: readonly Writer[]): void {
    assert.equal(firstBroken(this.entries, sha256), undefined);
    const article = comparable(replay(blankArticle(), this.entries));
    for (const { session } of writers) assert.ok(comparable(session.confirmed) === article, `T3: ${session.reviewer}`);
    const logged = broughtBy(this.entries.flatMap(({ parts }) => parts));
    for (const { typed, givenBack } of writers) {
      const back = broughtBy(givenBack.flatMap(({ parts }) => parts));
      for (const word of typed) {
        const times = logged.split(word).length - 1;
        assert.ok(
          times === 1 || (times === 0 && back.includes(word)),
          `T2, T10: "${word}" is in the log ${times} times`,
        );
      }
    }
  }
}

const broughtBy = (parts: readonly AnyPart[]): string =>
  textsIn(parts)
    .flatMap(({ steps }) => steps)
    .flatMap((step) => changeOf(step, undefined).ranges.map(({ brought }) => brought))
    .join('\n');
