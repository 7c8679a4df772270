import type { Entry } from '../shared/log.ts';
import type { Session } from './session.ts';

/** Up to so many of others' entries, or so many milliseconds, what waits is merged without asking. */
export const MERGED_UNASKED = { entries: 5_000, milliseconds: 8 * 60 * 60 * 1_000 } as const;

/** Knows whether so much happened since something was done that its author should look through it before it is sent. */
export class LongAway {
  #overtaken = 0;
  #reviewed: string | undefined;

  /** Another entry came in. */
  overtaken(entry: Entry, session: Session): void {
    if (session.pending.length === 0) this.#overtaken = 0;
    else if (entry.reviewer !== session.reviewer) this.#overtaken += 1;
  }

  /** Whether what waits has waited long; what was reviewed, and what is done afterwards, has not. */
  isLong({ pending }: Session, now: string): boolean {
    const [oldest] = pending;
    if (!oldest || (this.#reviewed !== undefined && oldest.at <= this.#reviewed)) return false;
    const waited = Date.parse(now) - Date.parse(oldest.at);
    return this.#overtaken > MERGED_UNASKED.entries || waited > MERGED_UNASKED.milliseconds;
  }

  /** Its author has looked through all that waits now. */
  reviewed(now: string): void {
    this.#overtaken = 0;
    this.#reviewed = now;
  }
}
