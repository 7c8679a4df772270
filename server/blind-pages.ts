import type { EntryJson, Presence, Profile } from '../shared/protocol.ts';
import type { Connection } from './connection.ts';
import { reviewersIn } from './people.ts';
import type { Room } from './room.ts';
import { RoomView } from './room-view.ts';

type People = Readonly<Record<string, Profile>>;

/** What a page was last sent something under, and of whom it was told. */
interface Told {
  readonly sight: string;
  readonly people: Set<string>;
}

/** The pages of one article that do not see all of it: each is sent of everything what it sees (T11). */
export class BlindPages {
  readonly #room: Room;
  readonly #told = new Map<Connection, Told>();

  constructor(room: Room) {
    this.#room = room;
  }

  has(page: Connection): boolean {
    return this.#told.has(page);
  }

  /** A page has the article open as it sees it now: one of these, or not. */
  enter(page: Connection): void {
    const { sight } = this.#viewOf(page);
    if (sight) this.#told.set(page, { sight: sight.key, people: new Set() });
    else this.#told.delete(page);
  }

  leave(page: Connection): void {
    this.#told.delete(page);
  }

  /** Whether a page, one of these or not, sees something else now than when it had the article opened. */
  seesOtherwise(page: Connection): boolean {
    return this.#viewOf(page).sight?.key !== this.#told.get(page)?.sight;
  }

  /** Sends entries to these pages, but for some. */
  sendEntries(entries: readonly EntryJson[], but: ReadonlySet<Connection>): void {
    for (const page of this.#told.keys()) {
      if (!but.has(page))
        page.emit('entries', { article: this.#room.id, entries: this.#viewOf(page).entries(entries) });
    }
  }

  /** Tells these pages where others are. */
  locate(moved: readonly Presence[]): void {
    for (const page of this.#told.keys()) {
      const present = this.#viewOf(page).present(moved);
      if (present.length > 0) page.volatile.emit('presence', { article: this.#room.id, present });
    }
  }

  /** Of some people those whom a page may know of and was not told of: who has it open, and whose name stands in what it sees. */
  shownTo(page: Connection, people: People, here: readonly string[]): People {
    return this.#untold(page, people, new Set([...this.#viewOf(page).reviewers, ...here]));
  }

  /** Tells these pages of people who are new to them in entries. */
  introduce(entries: readonly EntryJson[], people: People): void {
    for (const page of this.#told.keys())
      this.#tell(page, people, new Set(this.#viewOf(page).entries(entries).flatMap(reviewersIn)));
  }

  /** Tells these pages of somebody who has the article open now. */
  welcome(reviewer: string, profile: Profile): void {
    for (const page of this.#told.keys()) this.#tell(page, { [reviewer]: profile }, new Set([reviewer]));
  }

  /** Tells these pages of a change to somebody, where they know of them. */
  correct(reviewer: string, profile: Profile): void {
    for (const [page, { people }] of this.#told)
      if (people.has(reviewer)) page.emit('people', { article: this.#room.id, people: { [reviewer]: profile } });
  }

  #tell(page: Connection, people: People, shown: ReadonlySet<string>): void {
    const untold = this.#untold(page, people, shown);
    if (Object.keys(untold).length > 0) page.emit('people', { article: this.#room.id, people: untold });
  }

  #untold(page: Connection, people: People, shown: ReadonlySet<string>): People {
    const told = this.#told.get(page)?.people ?? new Set();
    const untold = Object.entries(people).filter(([id]) => shown.has(id) && !told.has(id));
    for (const [id] of untold) told.add(id);
    return Object.fromEntries(untold);
  }

  #viewOf(page: Connection): RoomView {
    return new RoomView(this.#room, page.data.speaker.reviewer);
  }
}
