import { type Digest, parseEntry } from '../shared/log.ts';
import type { Operation } from '../shared/operation.ts';
import type { TextChange } from '../shared/way.ts';
import { readChanges } from './log-reading.ts';
import { type Answered, answerOf, type Kept, Recent, type RecentLimits } from './recent.ts';
import type { LogStore } from './storage/log-store.ts';

/** Where the log is kept, and what its entries are checked with. */
export interface PastParts {
  readonly store: LogStore;
  readonly digest: Digest;
}

/** The log of one article, however far back: its latest entries are at hand, older ones are looked for in the store. */
export class Past {
  readonly #parts: PastParts;
  readonly #id: string;
  readonly #recent: Recent;

  /** `head` is the version after which entries are added. */
  constructor(parts: PastParts, id: string, head: number, limits: RecentLimits) {
    this.#parts = parts;
    this.#id = id;
    this.#recent = new Recent(head, limits);
  }

  /** Takes in the next entry. */
  add(entry: Kept): void {
    this.#recent.add(entry);
  }

  /** The entries after a version as they are stored, oldest first, at most `limit`. */
  async bodiesAfter(version: number, limit: number): Promise<readonly { readonly body: string }[]> {
    return this.#recent.entriesAfter(version, limit) ?? this.#parts.store.read(this.#id, version, limit);
  }

  /** What happened to the text after one version, up to another, oldest first. */
  async changesAfter(after: number, upTo: number): Promise<readonly TextChange[]> {
    const { store, digest } = this.#parts;
    return this.#recent.changesAfter(after) ?? readChanges(store, this.#id, { after, upTo }, digest);
  }

  /**
   * What an operation was answered, if it is in the log. One made in a version that is at hand, and sent before, is at hand too;
   * only an id that is used for another operation can be older: it is looked for in `all` of the log.
   */
  async answerTo(reviewer: string, { opId, base }: Operation, all: boolean): Promise<Answered | undefined> {
    const recent = this.#recent.answerTo(reviewer, opId);
    const { after } = this.#recent;
    if (recent || after === 0 || (base >= after && !all)) return recent;
    const stored = await this.#parts.store.findOperation(this.#id, reviewer, opId);
    return stored && { opHash: stored.opHash, answer: answerOf(parseEntry(JSON.parse(stored.body), '')) };
  }
}
