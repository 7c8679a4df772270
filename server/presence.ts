import type { Presence } from '../shared/protocol.ts';
import type { After } from './timer.ts';

/** All that moved within so many milliseconds is told at once. */
export const PRESENCE_PAUSE = 100;

/** A page of another server that was not heard of for so many milliseconds is taken to be gone with that server. */
const PRESENCE_PATIENCE = 25_000;

/** Who hears of pages that moved or went. */
export interface PresenceHearers {
  /** All that moved, ten times a second at most. */
  readonly tell: (moved: readonly Presence[]) => void;
  /** Those of this server's pages, for the other servers. */
  readonly share?: (moved: readonly Presence[]) => void;
}

/** Where the open pages of one article are; never stored, never in the log. */
export class Presences {
  readonly #after: After;
  readonly #hearers: PresenceHearers;
  readonly #own = new Map<string, Presence>();
  /** The pages of other servers, each with what ends the wait for it. */
  readonly #others = new Map<string, { readonly presence: Presence; readonly cancel: () => void }>();
  #moved = new Map<string, Presence>();
  #toShare = new Map<string, Presence>();

  constructor(after: After, hearers: PresenceHearers) {
    this.#after = after;
    this.#hearers = hearers;
  }

  /** Where every page is now. */
  get here(): readonly Presence[] {
    return [...this.own, ...[...this.#others.values()].map(({ presence }) => presence)];
  }

  /** Where the pages of this server are now. */
  get own(): readonly Presence[] {
    return [...this.#own.values()];
  }

  /** A page is here now; without `at` it is nowhere any more. */
  move(presence: Presence): void {
    if (presence.at) this.#own.set(presence.session, presence);
    else if (!this.#own.delete(presence.session)) return;
    this.#note(presence);
    this.#toShare.set(presence.session, presence);
  }

  /** A page was left. */
  leave(session: string): void {
    const last = this.#own.get(session);
    if (last) this.move(goneFrom(last));
  }

  /** Pages of another server are there now, or are nowhere any more. */
  hear(moved: readonly Presence[]): void {
    for (const presence of moved) {
      const before = this.#others.get(presence.session);
      before?.cancel();
      if (!presence.at && !this.#others.delete(presence.session)) continue;
      if (presence.at) {
        const cancel = this.#after(PRESENCE_PATIENCE, () => this.hear([goneFrom(presence)]));
        this.#others.set(presence.session, { presence, cancel });
      }
      const isSame = JSON.stringify(before?.presence) === JSON.stringify(presence);
      if (!isSame) this.#note(presence);
    }
  }

  /** Waits for nobody any more. */
  close(): void {
    for (const { cancel } of this.#others.values()) cancel();
    this.#others.clear();
  }

  #note(presence: Presence): void {
    if (this.#moved.size === 0) this.#after(PRESENCE_PAUSE, () => this.#flush());
    this.#moved.set(presence.session, presence);
  }

  #flush(): void {
    const [moved, own] = [[...this.#moved.values()], [...this.#toShare.values()]];
    this.#moved = new Map();
    this.#toShare = new Map();
    this.#hearers.tell(moved);
    if (own.length > 0) this.#hearers.share?.(own);
  }
}

const goneFrom = ({ session, reviewer, version }: Presence): Presence => ({ session, reviewer, version });
