import { setImmediate as nextTurn } from 'node:timers/promises';
import { sha256 as digest } from '../../../server/digest.ts';
import { type Answer, Room } from '../../../server/room.ts';
import { RoomView } from '../../../server/room-view.ts';
import type { LogStore } from '../../../server/storage/log-store.ts';
import { type Operation, parseOperation } from '../../../shared/operation.ts';
import type { EntryJson } from '../../../shared/protocol.ts';
import type { Reviewer } from '../../../shared/roles.ts';

/** The article that is simulated. */
export const ARTICLE = 'article';

/** Limits so small that every path is taken within a short run. */
const TINY = { batch: 4, snapshotEvery: 3, recentEntries: 6, comparable: 4, packing: { least: 2, most: 5 } };

/** One server process: a real room on the common store; killed, it forgets all that is not stored. */
export class Authority {
  readonly #store: LogStore;
  readonly #now: () => string;
  #room: Promise<Room> | undefined;
  #life = 0;
  /** Hears of entries as the room tells them, with who may see what of it. */
  onEntries: (entries: readonly EntryJson[], viewOf: (reviewer: Reviewer) => RoomView) => void = () => {};
  /** Errors that the room reported. */
  readonly reports: unknown[] = [];

  constructor(store: LogStore, now: () => string) {
    this.#store = store;
    this.#now = now;
  }

  #open(): Promise<Room> {
    this.#room ??= this.#begin();
    return this.#room;
  }

  async #begin(): Promise<Room> {
    const life = this.#life;
    const report = (error: unknown) => this.reports.push(error);
    const room = await Room.open(
      { store: this.#store, clock: { now: this.#now }, digest, report, limits: TINY },
      ARTICLE,
    );
    if (!room) throw new Error('the simulated article is not in the store');
    room.subscribe((entries) => {
      const viewOf = (reviewer: Reviewer): RoomView => new RoomView(room, reviewer);
      if (life === this.#life) this.onEntries(JSON.parse(JSON.stringify(entries)), viewOf);
    });
    return room;
  }

  /** Gives operations to the room at once and waits for all answers; nothing comes back of a life that was killed meanwhile. */
  async perform(
    given: readonly { readonly reviewer: Reviewer; readonly operation: unknown }[],
  ): Promise<readonly (Answer | undefined)[]> {
    const life = this.#life;
    const room = await this.#open();
    const answers = await Promise.all(
      given.map(({ reviewer, operation }) =>
        room.perform(reviewer, parseOperation(operation, 'operation') as Operation),
      ),
    );
    return life === this.#life ? answers : answers.map(() => undefined);
  }

  /** What somebody may see. */
  async viewOf(reviewer: Reviewer): Promise<RoomView> {
    return new RoomView(await this.#open(), reviewer);
  }

  /** Looks into the store for entries of other servers, and has the log packed while all else goes on. */
  async catchUp(): Promise<void> {
    const room = await this.#open();
    await room.catchUp();
    void room.rest();
  }

  /** kill -9, in the middle of whatever is under way. */
  kill(): void {
    this.#life += 1;
    this.#room = undefined;
  }

  /** Waits until nothing is under way. */
  async quiet(): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) await nextTurn();
  }
}
