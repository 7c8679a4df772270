import type { Entry } from '../shared/log.ts';
import type { Acknowledged } from '../shared/protocol.ts';
import type { TextChange } from '../shared/way.ts';
import type { Logged } from './draft.ts';

/** How much of a log is kept in memory, in entries and in UTF-16 units of their JSON. */
export interface RecentLimits {
  readonly entries: number;
  readonly units: number;
}

/** An entry of the log without what it made of the article: thousands of those would be too much to keep. */
export type Kept = Omit<Logged, 'article' | 'json'> & { readonly opHash: string };

/** The answer that an operation got, and the hash of what was sent. */
export interface Answered {
  readonly opHash: string;
  readonly answer: Acknowledged;
}

/** What an operation is answered that became an entry. */
export const answerOf = ({ version, dropped }: Pick<Entry, 'version' | 'dropped'>): Acknowledged => ({
  version,
  dropped,
});

const keyOf = (reviewer: string, opId: string): string => `${reviewer} ${opId}`;

/** The latest entries of a log in memory, without gaps, up to its head. */
export class Recent {
  readonly #limits: RecentLimits;
  readonly #kept = new Map<number, Kept>();
  readonly #answers = new Map<string, Answered>();
  #after: number;
  #head: number;
  #units = 0;

  constructor(after: number, limits: RecentLimits) {
    this.#after = after;
    this.#head = after;
    this.#limits = limits;
  }

  /** The version before the first entry that is kept. */
  get after(): number {
    return this.#after;
  }

  /** Takes in the next entry; the oldest are forgotten when there are too many. */
  add({ entry, body, changes, opHash }: Kept): void {
    this.#kept.set(entry.version, { entry, body, changes, opHash });
    this.#answers.set(keyOf(entry.reviewer, entry.opId), { opHash, answer: answerOf(entry) });
    this.#head = entry.version;
    this.#units += body.length;
    while (this.#kept.size > this.#limits.entries || (this.#units > this.#limits.units && this.#kept.size > 1)) {
      this.#forget(this.#after + 1);
    }
  }

  #forget(version: number): void {
    const oldest = this.#kept.get(version);
    if (!oldest) throw new Error(`version ${version} is forgotten already`);
    this.#kept.delete(version);
    this.#answers.delete(keyOf(oldest.entry.reviewer, oldest.entry.opId));
    this.#units -= oldest.body.length;
    this.#after = version;
  }

  /** What was answered to an operation that is kept. */
  answerTo(reviewer: string, opId: string): Answered | undefined {
    return this.#answers.get(keyOf(reviewer, opId));
  }

  /** The entries after a version, at most `limit`; nothing when some of them are forgotten. */
  entriesAfter(version: number, limit: number = Number.POSITIVE_INFINITY): readonly Kept[] | undefined {
    if (version < this.#after) return undefined;
    const found: Kept[] = [];
    for (let next = version + 1; next <= this.#head && found.length < limit; next += 1) {
      const kept = this.#kept.get(next);
      if (kept) found.push(kept);
    }
    return found;
  }

  /** What happened to the texts after a version, oldest first; nothing when some of it is forgotten. */
  changesAfter(version: number): readonly TextChange[] | undefined {
    return this.entriesAfter(version)?.flatMap(({ changes }) => changes);
  }
}
