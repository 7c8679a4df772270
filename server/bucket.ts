import type { Clock } from './clock.ts';

/** How fast somebody may go on: so many at once, then so many a second. */
export interface Pace {
  readonly burst: number;
  readonly perSecond: number;
}

/** Holds somebody to a pace, as a bucket does that tokens drip into. */
export class Bucket {
  readonly #clock: Clock;
  readonly #pace: Pace;
  #tokens: number;
  #at: number;

  constructor(clock: Clock, pace: Pace) {
    this.#clock = clock;
    this.#pace = pace;
    this.#tokens = pace.burst;
    this.#at = Date.parse(clock.now());
  }

  /** Takes one, if there is one. */
  take(): boolean {
    const now = Date.parse(this.#clock.now());
    // A clock that is set back gives nothing, and takes nothing.
    const seconds = Math.max(0, now - this.#at) / 1_000;
    this.#at = now;
    this.#tokens = Math.min(this.#pace.burst, this.#tokens + seconds * this.#pace.perSecond);
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
