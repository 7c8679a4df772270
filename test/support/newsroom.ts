import assert from 'node:assert/strict';
import { sha256 } from '../../server/digest.ts';
import { Room } from '../../server/room.ts';
import type { RoomLimits, RoomParts } from '../../server/room-parts.ts';
import { Rooms } from '../../server/rooms.ts';
import type { LogStore } from '../../server/storage/log-store.ts';
import { memoryLogStore } from '../../server/storage/memory-log-store.ts';
import { type Article, articleToJson, blankArticle } from '../../shared/article.ts';
import { canonicalJson } from '../../shared/canonical.ts';
import type { FaultReason } from '../../shared/faults.ts';
import { type Entry, parseEntry, replayEntry } from '../../shared/log.ts';
import type { Operation } from '../../shared/operation.ts';
import type { CreateArticle } from '../../shared/operations/article.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { type Acknowledged, type EntryJson, isFault } from '../../shared/protocol.ts';
import type { Reviewer, Role } from '../../shared/roles.ts';
import { docOf, type Edit, marksOf, readNotation, write } from './notation.ts';
import { type TestTime, testTime } from './time.ts';

/** What a newsroom is opened with, besides a text. */
export interface NewsroomParts {
  readonly store?: LogStore;
  readonly limits?: Partial<RoomLimits>;
  readonly time?: TestTime;
  readonly heard?: RoomParts['heard'];
}

/** How an operation is sent; all that is not said is as a well-behaved page would have it. */
export interface Sending {
  /** The version that its author knows; the newest that they have heard of unless said. */
  readonly base?: number;
  readonly opId?: string;
  readonly atomic?: true;
}

/** Articles are equal byte for byte (T3). */
export const assertSame = (one: Article, other: Article): void => {
  const [first, second] = [canonicalJson(articleToJson(one)), canonicalJson(articleToJson(other))];
  if (first !== second) assert.deepEqual(JSON.parse(first), JSON.parse(second));
  assert.ok(first === second);
};

/** The part that creates an article of a text. */
export const creation = (text: string): CreateArticle => ({
  kind: 'article.create',
  doc: docOf(text),
  origin: { format: 'text', url: '', language: '' },
  removals: [],
});

/** Somebody who has the article open: knows of it only what the room tells, and replays that. */
export class Person {
  readonly reviewer: Reviewer;
  readonly heard: Entry[] = [];
  readonly #room: () => Room;
  /** The article at each version that was heard of. */
  readonly #known = new Map<number, Article>();
  #sent = 0;

  constructor(reviewer: Reviewer, room: () => Room) {
    this.reviewer = reviewer;
    this.#room = room;
  }

  /** The article as this person has it. */
  get article(): Article {
    return this.knows(Math.max(...this.#known.keys()));
  }

  /** The article as it was at a version. */
  knows(version: number): Article {
    const article = this.#known.get(version);
    if (!article) throw new Error(`${this.reviewer.id} knows nothing of version ${version}`);
    return article;
  }

  /** Begins anew from an article, as joining does. */
  begins(article: Article): void {
    this.#known.set(article.version, article);
  }

  /** Hears of entries as they go over the wire. */
  hears(entries: readonly EntryJson[]): void {
    for (const each of entries) {
      const entry = parseEntry(JSON.parse(JSON.stringify(each)), 'entry');
      this.heard.push(entry);
      this.begins(replayEntry(this.article, entry).article);
    }
  }

  /** The operation that parts are sent as. */
  operation(parts: readonly AnyPart[], { base, opId, atomic }: Sending = {}): Operation {
    this.#sent += 1;
    return {
      opId: opId ?? `${this.reviewer.id}-${this.#sent}`,
      base: base ?? this.article.version,
      parts,
      ...(atomic && { atomic }),
    };
  }

  /** Sends an operation; whatever comes of it. */
  sends(operation: Operation): ReturnType<Room['perform']> {
    return this.#room().perform(this.reviewer, operation);
  }

  /** Does something that the room takes. */
  async does(parts: readonly AnyPart[], sending: Sending = {}): Promise<Acknowledged> {
    const answer = await this.sends(this.operation(parts, sending));
    if (isFault(answer)) throw new Error(`${answer.fault}: ${answer.message}`);
    return answer;
  }

  /** Changes the text, in the article as it was at `base`. */
  async edits(edit: Edit, sending: Sending = {}): Promise<Acknowledged> {
    const { doc } = this.knows(sending.base ?? this.article.version);
    return this.does([{ kind: 'text', target: 'body', steps: edit(doc) }], sending);
  }

  /** Sends what the room does not take, and says why not. */
  async fails(operation: Operation): Promise<FaultReason> {
    const answer = await this.sends(operation);
    if (!isFault(answer)) throw new Error(`it was taken, at version ${answer.version}`);
    return answer.fault;
  }
}

/** A desk with one article open, all in memory: real rooms, people who replay what they are told, and time that is told to pass. */
export class Newsroom {
  readonly store: LogStore;
  readonly time: TestTime;
  readonly rooms: Rooms;
  /** What the rooms reported: nothing, unless a test makes trouble. */
  readonly reports: unknown[] = [];
  readonly people: Person[] = [];
  readonly #limits: Partial<RoomLimits>;
  #room: Room | undefined;

  private constructor({ store = memoryLogStore(), time = testTime(), limits = {}, heard }: NewsroomParts) {
    this.store = store;
    this.time = time;
    this.#limits = limits;
    let count = 0;
    this.rooms = new Rooms({
      store,
      limits,
      ...(heard && { heard }),
      digest: sha256,
      clock: time.clock,
      after: time.after,
      report: (error) => this.reports.push(error),
      newId: () => {
        count += 1;
        return `article-${count}`;
      },
    });
  }

  /** A newsroom with an article in the notation, its claims marked by the lead `una`. */
  static async open(line: string, parts: NewsroomParts = {}): Promise<Newsroom> {
    const newsroom = new Newsroom(parts);
    const { text, claims } = readNotation(line);
    const room = await newsroom.rooms.create({ id: 'una', role: 'lead' }, creation(text));
    if (!(room instanceof Room)) throw new Error(JSON.stringify(room));
    newsroom.#room = room;
    const una = newsroom.joins('una', 'lead');
    if (claims.length > 0) await una.does(marksOf(room.article.doc, claims));
    return newsroom;
  }

  /** Another server's newsroom, over a store that has articles; none is open. */
  static over(store: LogStore, time: TestTime = testTime()): Newsroom {
    return new Newsroom({ store, time });
  }

  /** Another server's newsroom with the same article open, by its own way to the store. */
  async beside(store: LogStore): Promise<Newsroom> {
    const other = new Newsroom({ store, time: this.time, limits: this.#limits });
    other.#room = await other.rooms.open(this.room.id);
    return other;
  }

  /** The room of the article. */
  get room(): Room {
    if (!this.#room) throw new Error('the newsroom has no article');
    return this.#room;
  }

  /** The article in the notation. */
  get text(): string {
    return write(this.room.article);
  }

  /** The lead who created the article. */
  get una(): Person {
    const [una] = this.people;
    if (!una) throw new Error('nobody is here');
    return una;
  }

  /** Somebody joins, at the head. */
  joins(id: string, role: Role): Person {
    const person = new Person({ id, role }, () => this.room);
    person.begins(this.room.article);
    this.room.subscribe((entries) => person.hears(entries));
    this.people.push(person);
    return person;
  }

  /** Starts the server anew on the same store; everyone joins again from where they stood. */
  async restarts(): Promise<void> {
    await this.rooms.close();
    const { store, time } = this;
    const again = await Room.open(
      { store, digest: sha256, clock: time.clock, report: (error) => this.reports.push(error) },
      this.room.id,
    );
    if (!again) throw new Error('the article is gone');
    this.#room = again;
    for (const person of this.people) {
      const missed = await again.entriesAfter(person.article.version, 1_000_000);
      person.hears(missed);
      again.subscribe((entries) => person.hears(entries));
    }
  }

  /** The whole log as the store has it. */
  async log(): Promise<readonly Entry[]> {
    const stored = await this.store.read(this.room.id, 0, 1_000_000);
    return stored.map(({ body }) => parseEntry(JSON.parse(body), 'entry'));
  }

  /** Everyone has the same article as the room, and the room what a full replay of the log gives, byte for byte (T3). */
  async agrees(): Promise<void> {
    let replayed = blankArticle();
    for (const entry of await this.log()) replayed = replayEntry(replayed, entry).article;
    assertSame(this.room.article, replayed);
    for (const person of this.people) assertSame(person.article, this.room.article);
  }

  /** Everyone agrees and nothing was reported; then the doors are closed. */
  async closes(): Promise<void> {
    await this.agrees();
    assert.deepEqual(this.reports, []);
    await this.rooms.close();
  }
}
