import { type Article, blankArticle } from '../shared/article.ts';
import { canonicalJson } from '../shared/canonical.ts';
import { OPERATION_CAPS, type Operation } from '../shared/operation.ts';
import type { CreateArticle } from '../shared/operations/article.ts';
import { whyNot } from '../shared/operations/index.ts';
import type { Refusal } from '../shared/operations/kind.ts';
import { type EntryJson, type Fault, faultOf, isFault } from '../shared/protocol.ts';
import type { Reviewer } from '../shared/roles.ts';
import type { Sight } from '../shared/sight.ts';
import type { TextChange } from '../shared/way.ts';
import { draftEntry, type Logged } from './draft.ts';
import { Fingerprints } from './fingerprints.ts';
import { readLog } from './log-reading.ts';
import { Packer } from './packer.ts';
import { Past } from './past.ts';
import { Pump } from './pump.ts';
import { answerOf } from './recent.ts';
import { ROOM_LIMITS, type RoomLimits, type RoomParts } from './room-parts.ts';
import { readSnapshot, Snapshots } from './snapshot.ts';
import { summaryOf } from './summary.ts';
import { type Answer, UnderWay } from './under-way.ts';

export type { Answer };

/** Hears of entries once they are durable (T1), oldest first, without gaps. */
export type Listener = (entries: readonly EntryJson[]) => void;

/** So often an operation is drafted anew when another server was faster: each time one of them goes on, and it is tossed which. */
const ATTEMPTS = 50;

interface Submitted {
  readonly reviewer: Reviewer;
  readonly operation: Operation;
  readonly opHash: string;
  readonly answer: (answer: Answer) => void;
}

/** The authority over one open article: it alone gives operations their place in the log, one at a time. */
export class Room {
  readonly id: string;
  readonly #parts: RoomParts;
  readonly #limits: RoomLimits;
  readonly #past: Past;
  readonly #listeners = new Set<Listener>();
  readonly #underWay = new UnderWay();
  readonly #fingerprints: Fingerprints;
  readonly #snapshots: Snapshots;
  readonly #packer: Packer;
  readonly #pump: Pump<Submitted>;
  #head: Article;
  #at: string;
  /** Whether the store may hold entries that are not known here. */
  #inDoubt = true;
  #isClosed = false;
  #isGone = false;

  private constructor(parts: RoomParts, id: string, head: Article, at: string) {
    this.id = id;
    this.#parts = parts;
    this.#limits = { ...ROOM_LIMITS, ...parts.limits };
    const { batch, recentEntries, recentUnits, comparable } = this.#limits;
    this.#pump = new Pump((submitted) => this.#answer(submitted), batch);
    this.#past = new Past(parts, id, head.version, { entries: recentEntries, units: recentUnits });
    this.#fingerprints = new Fingerprints(parts.digest, comparable);
    this.#snapshots = new Snapshots(parts.store, id, head.version, parts.report);
    this.#packer = new Packer(parts.store, id, { version: head.version, sizes: this.#limits.packing }, parts.report);
    this.#fingerprints.add(head);
    this.#head = head;
    this.#at = at;
  }

  /** The room of an article that is in the store, replayed from its latest snapshot; nothing when there is no such article. */
  static async open(parts: RoomParts, id: string): Promise<Room | undefined> {
    const snapshot = await readSnapshot(parts.store, id);
    const room = new Room(parts, id, snapshot?.article ?? blankArticle(), snapshot?.at ?? '');
    await room.#catchUp();
    return room.article.version > 0 ? room : undefined;
  }

  /** The room of a new article, once its first entry is durable; or why there is none. */
  static async create(
    parts: RoomParts,
    id: string,
    reviewer: Reviewer,
    part: CreateArticle,
  ): Promise<Room | Refusal | Fault> {
    const refusal = whyNot(blankArticle(), part, reviewer);
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

  /** Whether its log was erased. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /** How many listeners there are. */
  get listeners(): number {
    return this.#listeners.size;
  }

  /** Whether operations are waiting or under way. */
  get isBusy(): boolean {
    return this.#pump.isBusy;
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

  /** Does an operation that the server made itself, for a request of its own: it may be larger than any that is sent. */
  performOwn(reviewer: Reviewer, operation: Operation): Promise<Answer> {
    return this.#submit(reviewer, operation, this.#parts.digest(canonicalJson(operation)));
  }

  /** The entries after a version, oldest first, at most `limit`: none that are in the store and not known here, for who may see them is not either. */
  async entriesAfter(version: number, limit: number): Promise<readonly EntryJson[]> {
    const bodies = await this.#past.bodiesAfter(version, limit);
    return bodies.map(({ body }): EntryJson => JSON.parse(body)).filter((entry) => entry.version <= this.#head.version);
  }

  /** The hash of text and anchors, of all or as far as they are seen, at one of the latest versions; nothing when it is no longer known. */
  hashAt(version: number, sight?: Sight): string | undefined {
    return this.#fingerprints.at(version, sight);
  }

  /** Looks into the store for entries of other servers, in turn with the operations; what there is, is told. */
  catchUp(): Promise<void> {
    return this.#pump.turn();
  }

  /** Keeps a snapshot of the head and packs the log, unless that is done already. */
  async rest(): Promise<void> {
    if (this.#isGone) return;
    await Promise.all([this.#keep(), this.#packer.rest(this.#head.version)]);
  }

  /** Takes nothing more; resolves when all that was taken is answered and the head is kept. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#pump.idle();
    await this.rest();
  }

  /** Takes what comes again: it was closed for something that did not happen. */
  reopen(): void {
    this.#isClosed = false;
    this.#inDoubt = true;
  }

  /** Its log was erased: whatever is asked of it from now on is answered so. */
  vanish(): void {
    this.#isGone = true;
    this.#listeners.clear();
  }

  #keep(): Promise<void> {
    return this.#snapshots.keep({ article: this.#head, at: this.#at });
  }

  #submit(reviewer: Reviewer, operation: Operation, opHash: string): Promise<Answer> {
    if (this.#isGone) return Promise.resolve(faultOf('gone'));
    if (this.#isClosed) return Promise.resolve(faultOf('closing'));
    if (this.#parts.canStore?.() === false) return Promise.resolve(faultOf('storage'));
    return this.#underWay.once(`${reviewer.id} ${operation.opId}`, opHash, (answer) =>
      this.#pump.push({ reviewer, operation, opHash, answer }),
    );
  }

  async #answer(batch: readonly Submitted[]): Promise<void> {
    try {
      await this.#take(batch);
    } catch (error) {
      this.#inDoubt = true;
      this.#parts.report(error);
    }
    // Whoever has no answer yet was not stored, as far as is known.
    for (const { answer } of batch) answer(faultOf('storage'));
  }

  async #take(batch: readonly Submitted[]): Promise<void> {
    let left = batch;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      // A page that comes from another server may know more than this one.
      const isBehind = left.some(({ operation }) => operation.base > this.#head.version);
      if (this.#inDoubt || batch.length === 0 || isBehind) await this.#catchUp();
      const drafts = await this.#draft(await this.#unanswered(left, attempt > 0));
      const last = drafts.at(-1)?.logged;
      if (!last) return;
      const stored = drafts.map(({ logged: { entry, body }, opHash }) => {
        const { version, reviewer, opId } = entry;
        return { article: this.id, version, reviewer, opId, opHash, body };
      });
      const summary = JSON.stringify(summaryOf(last.article));
      const appended = await this.#parts.store.append(stored, { updatedAt: last.entry.at, summary });
      if ('head' in appended) {
        const before = this.#head;
        for (const { logged, opHash } of drafts) this.#adopt(logged, opHash);
        for (const { logged, answer } of drafts) answer(answerOf(logged.entry));
        this.#tell(
          drafts.map(({ logged }) => logged.json),
          before,
          true,
        );
        return;
      }
      if (appended.conflict === 0 && this.#head.version > 0) {
        // Another server erased it.
        this.vanish();
        for (const { answer } of left) answer(faultOf('gone'));
        return;
      }
      this.#inDoubt = true;
      left = drafts;
    }
    throw new Error(`the head of ${this.id} was taken by others ${ATTEMPTS} times in a row`);
  }

  /** Takes in what is in the store and not known here: after a failed append, or from another server. */
  async #catchUp(): Promise<void> {
    const found: EntryJson[] = [];
    const before = this.#head;
    try {
      for await (const logged of readLog(this.#parts.store, this.id, this.#head, this.#parts.digest)) {
        this.#adopt(logged, logged.opHash);
        found.push(logged.json);
      }
      this.#inDoubt = false;
    } finally {
      this.#tell(found, before, false);
    }
  }

  /** Answers what is in the log already, or never will be, and returns the rest; `all` of the log is searched for it when asked. */
  async #unanswered(batch: readonly Submitted[], all: boolean): Promise<readonly Submitted[]> {
    const known = await Promise.all(
      batch.map(({ reviewer, operation }) => this.#past.answerTo(reviewer.id, operation, all)),
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

  /** The entries that operations become, one after the other, on a head that is not durable yet. */
  async #draft(batch: readonly Submitted[]): Promise<readonly (Submitted & { readonly logged: Logged })[]> {
    const drafts: (Submitted & { readonly logged: Logged })[] = [];
    const drafted: TextChange[] = [];
    let head = this.#head;
    for (const submitted of batch) {
      const { reviewer, operation, answer } = submitted;
      const since = await this.#past.changesAfter(operation.base, this.#head.version);
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

  // A clock that is set back does not make an entry older than the one before it.
  #now(): string {
    const now = this.#parts.clock.now();
    if (now > this.#at) this.#at = now;
    return this.#at;
  }

  #adopt(logged: Logged, opHash: string): void {
    this.#head = logged.article;
    this.#at = logged.entry.at;
    this.#past.add({ ...logged, opHash });
    this.#fingerprints.add(logged.article);
    if (logged.entry.version - this.#snapshots.version >= this.#limits.snapshotEvery) void this.#keep();
    this.#packer.grown(logged.entry.version);
  }

  #tell(entries: readonly EntryJson[], before: Article, isOwn: boolean): void {
    if (entries.length === 0) return;
    for (const listener of this.#listeners) {
      try {
        listener(entries);
      } catch (error) {
        this.#parts.report(error);
      }
    }
    this.#parts.heard?.(this.id, { before, after: this.#head }, isOwn);
  }
}
