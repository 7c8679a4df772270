import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Article, blankArticle } from '../shared/article.ts';
import { canonicalJson } from '../shared/canonical.ts';
import type { Change } from '../shared/change.ts';
import { type Digest, type Entry, parseEntry, type Unsealed } from '../shared/log.ts';
import { OPERATION_CAPS, type Operation } from '../shared/operation.ts';
import type { CreateArticle } from '../shared/operations/article.ts';
import { kindOf } from '../shared/operations/index.ts';
import type { Refusal } from '../shared/operations/kind.ts';
import { type Acknowledged, comparable, type EntryJson, type Fault, faultOf, isFault } from '../shared/protocol.ts';
import type { Reviewer } from '../shared/roles.ts';
import type { Clock } from './clock.ts';
import { draftEntry, type Logged } from './draft.ts';
import { readLog } from './log-reading.ts';
import { type Answered, Recent } from './recent.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import type { LogStore } from './storage/log-store.ts';
import { summaryOf } from './summary.ts';

/** The place of an operation in the log, or why it was not taken. */
export type Answer = Acknowledged | Fault;

/** Hears of entries once they are durable (T1), oldest first, without gaps. */
export type Listener = (entries: readonly Entry[]) => void;

/** What a room is built from. */
export interface RoomParts {
  readonly store: LogStore;
  readonly clock: Clock;
  readonly digest: Digest;
  /** Told of what should not have happened and of a store that fails. */
  readonly report: (error: unknown) => void;
  readonly limits?: Partial<RoomLimits>;
}

/** What keeps a room within bounds. */
export interface RoomLimits {
  /** The most operations that are appended at once. */
  readonly batch: number;
  /** A snapshot is kept every so many entries. */
  readonly snapshotEvery: number;
  /** The most entries that are kept in memory, and the most UTF-16 units of their JSON. */
  readonly recentEntries: number;
  readonly recentUnits: number;
  /** So many of the latest versions can be compared. */
  readonly comparable: number;
}

export const ROOM_LIMITS: RoomLimits = {
  batch: 256,
  snapshotEvery: 200,
  recentEntries: 5_000,
  recentUnits: 16_000_000,
  comparable: 32,
};

/** So often an operation is drafted anew when another server was faster. */
const ATTEMPTS = 5;

interface Submitted {
  readonly reviewer: Reviewer;
  readonly operation: Operation;
  readonly opHash: string;
  readonly answer: (answer: Answer) => void;
}

interface UnderWay {
  readonly opHash: string;
  readonly answer: Promise<Answer>;
}

/** The authority over one open article: it alone gives operations their place in the log, one at a time. */
export class Room {
  readonly id: string;
  readonly #parts: RoomParts;
  readonly #limits: RoomLimits;
  readonly #recent: Recent;
  readonly #listeners = new Set<Listener>();
  readonly #underWay = new Map<string, UnderWay>();
  readonly #hashes = new Map<number, { readonly article: Article; hash?: string }>();
  #waiting: Submitted[] = [];
  #pump: Promise<void> | undefined;
  #head: Article;
  #at: string;
  #snapshotted: number;
  #saving: Promise<void> = Promise.resolve();
  /** Whether the store may hold entries that are not known here. */
  #inDoubt = true;
  #isClosed = false;

  private constructor(parts: RoomParts, id: string, head: Article, at: string) {
    this.id = id;
    this.#parts = parts;
    this.#limits = { ...ROOM_LIMITS, ...parts.limits };
    this.#recent = new Recent(head.version, {
      entries: this.#limits.recentEntries,
      units: this.#limits.recentUnits,
    });
    this.#head = head;
    this.#at = at;
    this.#snapshotted = head.version;
    this.#hashes.set(head.version, { article: head });
  }

  /** The room of an article that is in the store, replayed from its latest snapshot; nothing when there is no such article. */
  static async open(parts: RoomParts, id: string): Promise<Room | undefined> {
    const snapshot = await readSnapshot(parts.store, id);
    const room = new Room(parts, id, snapshot?.article ?? blankArticle(), snapshot?.at ?? '');
    await room.catchUp();
    return room.article.version > 0 ? room : undefined;
  }

  /** The room of a new article, once its first entry is durable; or why there is none. */
  static async create(
    parts: RoomParts,
    id: string,
    reviewer: Reviewer,
    part: CreateArticle,
  ): Promise<Room | Refusal | Fault> {
    const refusal = kindOf(part).may(blankArticle(), part, reviewer);
    if (refusal) return refusal;
    const room = new Room(parts, id, blankArticle(), '');
    const operation: Operation = { opId: 'create', base: 0, parts: [part] };
    const answer = await room.#submit(reviewer, operation, parts.digest(canonicalJson(operation)));
    return isFault(answer) ? answer : room;
  }

  /** The article at the head of the log, as far as it is durable. */
  get article(): Article {
    return this.#head;
  }

  /** How many listeners there are. */
  get listeners(): number {
    return this.#listeners.size;
  }

  /** Whether operations are waiting or under way. */
  get isBusy(): boolean {
    return this.#pump !== undefined;
  }

  /** Has every entry from now on told to a listener; what it returns ends that. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /**
   * Gives an operation its place: moved over all that it did not know of, with the parts that found no place or may not be done
   * dropped and named. Resolves when that is durable (T1); the same operation gets the same answer however often it comes (T2).
   */
  async perform(reviewer: Reviewer, operation: Operation): Promise<Answer> {
    const text = canonicalJson(operation);
    if (Buffer.byteLength(text) > OPERATION_CAPS.bytes) {
      return faultOf('too-large', `An operation has at most ${OPERATION_CAPS.bytes} bytes.`);
    }
    return this.#submit(reviewer, operation, this.#parts.digest(text));
  }

  /** The entries after a version, oldest first, at most `limit`. */
  async entriesAfter(version: number, limit: number): Promise<readonly EntryJson[]> {
    const bodies = this.#recent.entriesAfter(version, limit) ?? (await this.#parts.store.read(this.id, version, limit));
    return bodies.map(({ body }) => JSON.parse(body));
  }

  /** The hash of text and anchors at one of the latest versions; nothing when it is no longer known. */
  hashAt(version: number): string | undefined {
    const known = this.#hashes.get(version);
    if (known && known.hash === undefined) known.hash = this.#parts.digest(comparable(known.article));
    return known?.hash;
  }

  /** Takes in what is in the store and not known here: after a failed append, or from another server. */
  async catchUp(): Promise<void> {
    const found: Entry[] = [];
    try {
      for await (const logged of readLog(this.#parts.store, this.id, this.#head, this.#parts.digest)) {
        this.#adopt(logged, logged.opHash);
        found.push(logged.entry);
      }
      this.#inDoubt = false;
    } finally {
      this.#tell(found);
    }
  }

  /** Keeps a snapshot of the head, unless it is kept already. */
  async rest(): Promise<void> {
    this.#snapshot();
    await this.#saving;
  }

  /** Takes nothing more; resolves when all that was taken is answered and the head is kept. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#pump;
    await this.rest();
  }

  #submit(reviewer: Reviewer, operation: Operation, opHash: string): Promise<Answer> {
    if (this.#isClosed) return Promise.resolve(faultOf('closing'));
    const key = `${reviewer.id} ${operation.opId}`;
    const same = this.#underWay.get(key);
    if (same) return same.opHash === opHash ? same.answer : Promise.resolve(faultOf('op-id-taken'));
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const submitted = { opHash, answer: promise };
    const answer = (given: Answer): void => {
      // Only the first answer counts; by the second the same id may be under way again.
      if (this.#underWay.get(key) === submitted) this.#underWay.delete(key);
      resolve(given);
    };
    this.#underWay.set(key, submitted);
    this.#waiting.push({ reviewer, operation, opHash, answer });
    this.#pump ??= this.#run();
    return promise;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      // All that has arrived by now is appended at once and shares one fsync.
      await nextTurn();
      const batch = this.#waiting.splice(0, this.#limits.batch);
      try {
        await this.#take(batch);
      } catch (error) {
        this.#inDoubt = true;
        this.#parts.report(error);
      }
      // Whoever has no answer yet was not stored, as far as is known.
      for (const { answer } of batch) answer(faultOf('storage'));
    }
    this.#pump = undefined;
  }

  async #take(batch: readonly Submitted[]): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (this.#inDoubt) await this.catchUp();
      const drafts = await this.#draft(await this.#unanswered(batch));
      const last = drafts.at(-1)?.logged;
      if (!last) return;
      const stored = drafts.map(({ logged: { entry, body }, opHash }) => {
        const { version, reviewer, opId } = entry;
        return { article: this.id, version, reviewer, opId, opHash, body };
      });
      const summary = JSON.stringify(summaryOf(last.article));
      const appended = await this.#parts.store.append(stored, { updatedAt: last.entry.at, summary });
      if ('head' in appended) {
        for (const { logged, opHash } of drafts) this.#adopt(logged, opHash);
        this.#tell(drafts.map(({ logged }) => logged.entry));
        for (const { logged, answer } of drafts) answer(answerOf(logged.entry));
        return;
      }
      this.#inDoubt = true;
    }
    throw new Error(`the head of ${this.id} was taken by others ${ATTEMPTS} times in a row`);
  }

  /** Answers what is in the log already, or never will be, and returns the rest. */
  async #unanswered(batch: readonly Submitted[]): Promise<readonly Submitted[]> {
    const known = await Promise.all(
      batch.map(({ reviewer, operation }) => this.#answered(reviewer.id, operation.opId)),
    );
    return batch.filter(({ operation, opHash, answer }, index) => {
      const before = known[index];
      if (before) answer(before.opHash === opHash ? before.answer : faultOf('op-id-taken'));
      else if (operation.base > this.#head.version) {
        answer(faultOf('future-base', `The article is at version ${this.#head.version}, not at ${operation.base}.`));
      } else return true;
      return false;
    });
  }

  async #answered(reviewer: string, opId: string): Promise<Answered | undefined> {
    const recent = this.#recent.answerTo(reviewer, opId);
    if (recent || this.#recent.after === 0) return recent;
    const stored = await this.#parts.store.findOperation(this.id, reviewer, opId);
    return stored && { opHash: stored.opHash, answer: answerOf(parseEntry(JSON.parse(stored.body), '')) };
  }

  /** The entries that operations become, one after the other, on a head that is not durable yet. */
  async #draft(batch: readonly Submitted[]): Promise<readonly (Submitted & { readonly logged: Logged })[]> {
    const drafts: (Submitted & { readonly logged: Logged })[] = [];
    const drafted: Change[] = [];
    let head = this.#head;
    for (const submitted of batch) {
      const { reviewer, operation, answer } = submitted;
      const since = await this.#changesAfter(operation.base);
      const over = [...since, ...drafted];
      try {
        const logged = draftEntry(head, operation, { reviewer, at: this.#now(), over, digest: this.#parts.digest });
        drafts.push({ ...submitted, logged });
        drafted.push(...logged.changes);
        head = logged.article;
      } catch (error) {
        // Not one of the ordinary ways to fail, and none that may stop the others.
        this.#parts.report(error);
        answer(faultOf('invalid', 'The server made a mistake with this operation, and has noted it.'));
      }
    }
    return drafts;
  }

  async #changesAfter(base: number): Promise<readonly Change[]> {
    const recent = this.#recent.changesAfter(base);
    if (recent) return recent;
    const { store, digest } = this.#parts;
    const snapshot = await readSnapshot(store, this.id, base);
    const changes: Change[] = [];
    for await (const logged of readLog(store, this.id, snapshot?.article ?? blankArticle(), digest)) {
      if (logged.entry.version > this.#head.version) break;
      if (logged.entry.version > base) changes.push(...logged.changes);
    }
    return changes;
  }

  // A clock that is set back does not make an entry older than the one before it.
  #now(): string {
    const now = this.#parts.clock.now();
    if (now > this.#at) this.#at = now;
    return this.#at;
  }

  #adopt(logged: Logged, opHash: string): void {
    this.#head = logged.article;
    this.#at = logged.entry.at;
    this.#recent.add({ ...logged, opHash });
    this.#hashes.set(logged.entry.version, { article: logged.article });
    this.#hashes.delete(logged.entry.version - this.#limits.comparable);
    if (logged.entry.version - this.#snapshotted >= this.#limits.snapshotEvery) this.#snapshot();
  }

  #tell(entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    for (const listener of this.#listeners) {
      try {
        listener(entries);
      } catch (error) {
        this.#parts.report(error);
      }
    }
  }

  #snapshot(): void {
    if (this.#snapshotted === this.#head.version) return;
    const snapshot = { article: this.#head, at: this.#at };
    this.#snapshotted = this.#head.version;
    // Off the way of acknowledgements; the log stands without it, so a failure is only told.
    this.#saving = this.#saving
      .then(nextTurn)
      .then(() => writeSnapshot(this.#parts.store, this.id, snapshot))
      .catch(this.#parts.report);
  }
}

const answerOf = ({ version, dropped }: Pick<Unsealed, 'version' | 'dropped'>): Acknowledged => ({ version, dropped });
