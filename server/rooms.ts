import type { CreateArticle } from '../shared/operations/article.ts';
import type { Refusal } from '../shared/operations/kind.ts';
import { type Fault, faultOf } from '../shared/protocol.ts';
import type { Reviewer } from '../shared/roles.ts';
import { Room } from './room.ts';
import type { RoomParts } from './room-parts.ts';
import type { After } from './timer.ts';

/** What the rooms are built from. */
export interface RoomsParts extends RoomParts {
  readonly after: After;
  /** The id of a new article. */
  readonly newId: () => string;
  /** A room that nobody used for so many milliseconds keeps a snapshot; one that nobody listens to is closed. */
  readonly idle?: number;
  /** Told when the log of an article that was open is found to be erased. */
  readonly vanished?: (id: string) => void;
  /** So often, in milliseconds, the store is asked for entries of other servers; absent: there are no others. */
  readonly lookForOthers?: number;
}

const IDLE = 30_000;

/** The rooms that are open in this process, each article's once. */
export class Rooms {
  readonly #parts: RoomsParts;
  readonly #open = new Map<string, Promise<Room | undefined>>();
  readonly #closing = new Map<string, Promise<void>>();
  /** The rooms that were used since the last look. */
  readonly #used = new Set<string>();
  #cancel: () => void;
  #cancelOthers: () => void = () => {};
  #isClosed = false;

  constructor(parts: RoomsParts) {
    this.#parts = parts;
    this.#cancel = this.#lookLater();
    if (parts.lookForOthers !== undefined) this.#lookForOthers(parts.lookForOthers);
  }

  /** How many rooms are open. */
  get size(): number {
    return this.#open.size;
  }

  /** The room of an article, opened if it is not; nothing when there is no such article. It is asked for anew for each use. */
  async open(id: string): Promise<Room | undefined> {
    if (this.#isClosed) throw new Error('the rooms are closed');
    this.#used.add(id);
    const known = this.#open.get(id);
    if (known) return known;
    const opening = (this.#closing.get(id) ?? Promise.resolve()).then(() => Room.open(this.#parts, id));
    this.#open.set(id, opening);
    const forget = (): void => {
      if (this.#open.get(id) === opening) this.#open.delete(id);
    };
    opening.then((room) => room ?? forget(), forget);
    return opening;
  }

  /** The room of a new article, once its first entry is durable; or why there is none. */
  async create(reviewer: Reviewer, part: CreateArticle, id = this.#parts.newId()): Promise<Room | Refusal | Fault> {
    if (this.#isClosed) return faultOf('closing');
    const created = await Room.create(this.#parts, id, reviewer, part);
    if (!(created instanceof Room)) return created;
    this.#used.add(created.id);
    this.#open.set(created.id, Promise.resolve(created));
    return created;
  }

  /** Where other servers write too: an article that is open here comes to where its log is now, so that what is read is not older. */
  async refresh(id: string): Promise<void> {
    if (this.#parts.lookForOthers === undefined || !this.#open.has(id)) return;
    const head = await this.#parts.store.head(id);
    await (head === 0 ? this.hearGone(id) : this.hear(id, head));
  }

  /** Another server says that an article has come to a version. */
  async hear(id: string, version: number): Promise<void> {
    const room = await this.#open.get(id);
    if (room && room.article.version < version) await room.catchUp();
  }

  /** Another server says that an article was erased, or there is no head of it: where that is so, its room is gone. */
  async hearGone(id: string): Promise<void> {
    const opening = this.#open.get(id);
    const room = await opening?.catch(() => undefined);
    // A room that was made meanwhile has its head since then.
    if (!room || (await this.#parts.store.head(id)) > 0 || this.#open.get(id) !== opening) return;
    this.#open.delete(id);
    this.#vanish(id, room);
  }

  /**
   * Closes the room of an article while its log is erased by `erase`, which answers whether it was; whoever asks for it meanwhile waits. The
   * room is as it was when it was not.
   */
  async end(id: string, erase: () => Promise<boolean>): Promise<boolean> {
    const opening = this.#open.get(id);
    this.#open.delete(id);
    const before = this.#closing.get(id);
    const ending = (async (): Promise<boolean> => {
      await before;
      const room = await opening?.catch(() => undefined);
      await room?.close();
      let isErased = false;
      try {
        isErased = await erase();
      } finally {
        if (isErased) this.#vanish(id, room);
        else if (room) {
          room.reopen();
          this.#open.set(id, Promise.resolve(room));
        }
      }
      return isErased;
    })();
    const closing = ending.then(
      () => {},
      () => {},
    );
    this.#closing.set(id, closing);
    try {
      return await ending;
    } finally {
      if (this.#closing.get(id) === closing) this.#closing.delete(id);
    }
  }

  #vanish(id: string, room: Room | undefined): void {
    room?.vanish();
    this.#parts.vanished?.(id);
  }

  /** Opens nothing more; resolves when all that was taken is answered and every head is kept. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancel();
    this.#cancelOthers();
    const rooms = await Promise.allSettled(this.#open.values());
    await Promise.all([
      ...this.#closing.values(),
      ...rooms.map((each) => (each.status === 'fulfilled' ? each.value?.close() : undefined)),
    ]);
    this.#open.clear();
  }

  #lookLater(): () => void {
    return this.#parts.after(this.#parts.idle ?? IDLE, () => {
      this.#look().catch(this.#parts.report);
      if (!this.#isClosed) this.#cancel = this.#lookLater();
    });
  }

  /** The net under what other servers say: what was said and not heard is found in the store. */
  #lookForOthers(pause: number): void {
    this.#cancelOthers = this.#parts.after(pause, () => {
      this.#hearAll()
        .catch(this.#parts.report)
        .finally(() => {
          if (!this.#isClosed) this.#lookForOthers(pause);
        });
    });
  }

  async #hearAll(): Promise<void> {
    const open = [...this.#open];
    const heads = await this.#parts.store.heads(open.map(([id]) => id));
    for (const [id] of open.filter(([id]) => !heads.has(id))) await this.hearGone(id);
    await Promise.all([...heads].map(([id, version]) => this.hear(id, version)));
  }

  async #look(): Promise<void> {
    const idle = [...this.#open].filter(([id]) => !this.#used.has(id));
    this.#used.clear();
    await Promise.all(idle.map(([id, room]) => this.#rest(id, room)));
  }

  async #rest(id: string, opening: Promise<Room | undefined>): Promise<void> {
    const room = await opening;
    if (!room || room.isBusy || this.#used.has(id)) return;
    if (room.listeners > 0) return room.rest();
    // Whoever asks for it meanwhile waits until it is closed: never two rooms of one article.
    const closing = room.close();
    this.#open.delete(id);
    this.#closing.set(id, closing);
    await closing;
    this.#closing.delete(id);
  }
}
