import { canonicalJson } from '../shared/canonical.ts';
import type { EntryJson, Presence, Profile, SourcesNotice } from '../shared/protocol.ts';
import { BlindPages } from './blind-pages.ts';
import { bufferedBytes, type Carrier, type Connection } from './connection.ts';
import type { Counted } from './metrics.ts';
import type { Others } from './others.ts';
import { reviewersIn } from './people.ts';
import { Presences } from './presence.ts';
import type { Room } from './room.ts';
import { RoomView } from './room-view.ts';
import type { After } from './timer.ts';

const idOf = (page: Connection): string => page.data.speaker.reviewer.id;

/** Finds the profiles of reviewers; who is unknown is left out. */
export type Profiles = (reviewers: readonly string[]) => Promise<Readonly<Record<string, Profile>>>;

/** What an audience is built from. */
export interface AudienceParts {
  readonly carrier: Carrier;
  readonly room: Room;
  readonly profiles: Profiles;
  readonly after: After;
  readonly report: (error: unknown) => void;
  /** The other servers of the desk, if there are any. */
  readonly others?: Others;
  /** Counts what happens to pages. */
  readonly count?: (what: Counted) => void;
  /** A connection with more bytes than this still to take is sent no entries: it fetches them when it can. */
  readonly bufferLimit: number;
}

/**
 * The pages on which one article is open: all hear of its entries in the same way, the author's too. Those that see all of it share a
 * channel; the others are sent each what it sees.
 */
export class Audience {
  readonly room: Room;
  readonly #parts: AudienceParts;
  readonly #pages = new Set<Connection>();
  readonly #blind: BlindPages;
  /** The pages that have to fetch before they are sent entries again. */
  readonly #behind = new Set<Connection>();
  readonly #known = new Map<string, Profile>();
  readonly #presences: Presences;
  readonly #channel: string;
  #unsubscribe: (() => void) | undefined;
  /** What the room has told and the pages have not been sent. */
  #unsent: readonly EntryJson[] = [];

  constructor(parts: AudienceParts) {
    this.#parts = parts;
    this.room = parts.room;
    this.#blind = new BlindPages(parts.room);
    this.#channel = `article:${parts.room.id}`;
    this.#presences = new Presences(parts.after, {
      tell: (present) => {
        parts.carrier.local.to(this.#channel).volatile.emit('presence', { article: this.room.id, present });
        this.#blind.locate(present);
      },
      share: (moved) => parts.others?.tell('presence', this.room.id, moved),
    });
  }

  /** Whether nobody has the article open. */
  get isEmpty(): boolean {
    return this.#pages.size === 0;
  }

  /** Where everybody is. */
  get present(): readonly Presence[] {
    return this.#presences.here;
  }

  /** The people of this article, as far as their profiles were asked for and a page may know of them. */
  peopleFor(page: Connection): Readonly<Record<string, Profile>> {
    const known = Object.fromEntries(this.#known);
    return this.#blind.has(page) ? this.#blind.shownTo(page, known, [...this.#pages].map(idOf)) : known;
  }

  /** A page has the article open, as it sees it now; `people` are the profiles that it shows. */
  enter(page: Connection, people: Readonly<Record<string, Profile>>): void {
    const { profile } = page.data.speaker;
    this.#unsubscribe ??= this.room.subscribe((entries) => this.#publish(entries));
    this.#introduce({ ...people, [idOf(page)]: profile });
    this.#blind.welcome(idOf(page), profile);
    this.#pages.add(page);
    this.#blind.enter(page);
    if (this.#blind.has(page)) void page.leave(this.#channel);
  }

  /** A page's reviewer may be another by now, in another role: everyone here is told. */
  meetAgain(page: Connection): void {
    const { profile } = page.data.speaker;
    const [id, known] = [idOf(page), this.#known.get(idOf(page))];
    if (known && canonicalJson(known) !== canonicalJson(profile)) {
      this.#known.set(id, profile);
      this.#tell({ [id]: profile });
      this.#blind.correct(id, profile);
    }
    this.look(page);
  }

  /** Looks whether a page sees something else than before, since its reviewer's role or the article did change: it has to join anew then. */
  look(page: Connection): void {
    if (!this.#pages.has(page) || this.#behind.has(page) || !this.#blind.seesOtherwise(page)) return;
    this.#behind.add(page);
    void page.leave(this.#channel);
    page.emit('sight', { article: this.room.id });
  }

  /** A page stands at a version: at the head it is sent entries from now on, before it has to fetch first. */
  follow(page: Connection, version: number): void {
    if (version < this.room.article.version) this.#fallBehind(page);
    else this.caughtUp(page);
  }

  /** A page has come to the head, and is sent entries from now on. */
  caughtUp(page: Connection): void {
    if (!this.#pages.has(page)) return;
    this.#send();
    if (this.#blind.seesOtherwise(page)) return;
    this.#behind.delete(page);
    if (!this.#blind.has(page)) void page.join(this.#channel);
  }

  /** Sends each page what it may see of what is known of sources; one that is slow asks for it itself when it is back. */
  tellOfSources(of: (view: RoomView) => SourcesNotice | undefined): void {
    for (const page of this.#pages) {
      const notice = bufferedBytes(page) > this.#parts.bufferLimit ? undefined : of(this.#viewOf(page));
      if (notice) page.emit('sources', notice);
    }
  }

  /** A page has the article open no more. */
  leave(page: Connection): void {
    this.#pages.delete(page);
    this.#behind.delete(page);
    this.#blind.leave(page);
    void page.leave(this.#channel);
    this.#presences.leave(page.id);
    if (!this.isEmpty) return;
    this.#presences.close();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  /** A page says where its reviewer is. */
  move(presence: Presence): void {
    this.#presences.move(presence);
  }

  /** Pages of another server are there now. */
  async hear(moved: readonly Presence[]): Promise<void> {
    const strangers = [...new Set(moved.map(({ reviewer }) => reviewer))].filter((id) => !this.#known.has(id));
    if (strangers.length > 0) this.#introduce(await this.#parts.profiles(strangers));
    if (!this.isEmpty) this.#presences.hear(moved);
  }

  /** Says to other servers where the pages of this one are. */
  sayWhereabouts(): void {
    const { own } = this.#presences;
    if (own.length > 0) this.#parts.others?.tell('presence', this.room.id, own);
  }

  /** The answers to these operations go first: their authors wait for them, and the entries are the same for everybody. */
  #publish(entries: readonly EntryJson[]): void {
    if (this.#unsent.length === 0) process.nextTick(() => this.#send());
    this.#unsent = [...this.#unsent, ...entries];
  }

  #send(): void {
    const entries = this.#unsent;
    if (entries.length === 0) return;
    this.#unsent = [];
    for (const page of this.#pages) {
      this.look(page);
      if (bufferedBytes(page) > this.#parts.bufferLimit) this.#fallBehind(page);
    }
    this.#parts.carrier.local.to(this.#channel).emit('entries', { article: this.room.id, entries });
    this.#blind.sendEntries(entries, this.#behind);
    this.#meet(entries).catch(this.#parts.report);
  }

  #viewOf(page: Connection): RoomView {
    return new RoomView(this.room, page.data.speaker.reviewer);
  }

  #fallBehind(page: Connection): void {
    if (this.#behind.has(page)) return;
    this.#behind.add(page);
    void page.leave(this.#channel);
    this.#parts.count?.('lag');
    page.emit('lag', { article: this.room.id, version: this.room.article.version });
  }

  async #meet(entries: readonly EntryJson[]): Promise<void> {
    const strangers = new Set(entries.flatMap(reviewersIn).filter((reviewer) => !this.#known.has(reviewer)));
    if (strangers.size > 0) this.#introduce(await this.#parts.profiles([...strangers]));
    this.#blind.introduce(entries, Object.fromEntries(this.#known));
  }

  #introduce(people: Readonly<Record<string, Profile>>): void {
    const isOther = ([id, profile]: [string, Profile]): boolean =>
      canonicalJson(this.#known.get(id) ?? null) !== canonicalJson(profile);
    const other = Object.entries(people).filter(isOther);
    if (other.length === 0) return;
    for (const [id, profile] of other) {
      if (this.#known.has(id)) this.#blind.correct(id, profile);
      this.#known.set(id, profile);
    }
    this.#tell(Object.fromEntries(other));
  }

  /** Somebody may be called otherwise by now: whoever knows of them is told. */
  async askAgain(reviewer: string): Promise<void> {
    if (this.#known.has(reviewer)) this.#introduce(await this.#parts.profiles([reviewer]));
  }

  #tell(people: Readonly<Record<string, Profile>>): void {
    for (const page of this.#pages) if (!this.#blind.has(page)) page.emit('people', { article: this.room.id, people });
  }
}
