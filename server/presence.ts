import type { Presence } from '../shared/protocol.ts';
import type { After } from './timer.ts';

/** All that moved within so many milliseconds is told at once. */
export const PRESENCE_PAUSE = 100;

/** Where the open pages of one article are; never stored, never in the log. */
export class Presences {
  readonly #after: After;
  readonly #tell: (moved: readonly Presence[]) => void;
  readonly #here = new Map<string, Presence>();
  #moved = new Map<string, Presence>();

  /** `tell` hears of pages that moved or went, ten times a second at most. */
  constructor(after: After, tell: (moved: readonly Presence[]) => void) {
    this.#after = after;
    this.#tell = tell;
  }

  /** Where every page is now. */
  get here(): readonly Presence[] {
    return [...this.#here.values()];
  }

  /** A page is here now; without `at` it is nowhere any more. */
  move(presence: Presence): void {
    if (presence.at) this.#here.set(presence.session, presence);
    else if (!this.#here.delete(presence.session)) return;
    if (this.#moved.size === 0) this.#after(PRESENCE_PAUSE, () => this.#flush());
    this.#moved.set(presence.session, presence);
  }

  /** A page was left. */
  leave(session: string): void {
    const last = this.#here.get(session);
    if (last) this.move({ session, reviewer: last.reviewer, version: last.version });
  }

  #flush(): void {
    const moved = [...this.#moved.values()];
    this.#moved = new Map();
    this.#tell(moved);
  }
}
