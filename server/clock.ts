/** What time it is, UTC, as `Date.toISOString` writes it. Handed in, so that a test can let time pass. */
export interface Clock {
  now(): string;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date().toISOString() };

export const MINUTE = 60_000;

export const HOUR = 60 * MINUTE;

export const DAY = 24 * HOUR;

/** So many milliseconds from now. */
export const fromNow = (clock: Clock, milliseconds: number): string =>
  new Date(Date.parse(clock.now()) + milliseconds).toISOString();
