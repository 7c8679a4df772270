import type { Clock } from '../../server/clock.ts';
import { type After, after } from '../../server/timer.ts';

/** Time that passes when it is told to. */
export interface TestTime {
  readonly clock: Clock;
  readonly after: After;
  /** Lets milliseconds pass, and runs what was to be done meanwhile. */
  readonly pass: (milliseconds: number) => void;
  /** Sets the clock, back too; nothing is run. */
  readonly set: (at: string) => void;
}

/** A clock and a timer that stand at the first second of 2026. */
export const testTime = (): TestTime => {
  let now = Date.parse('2026-01-01T00:00:00.000Z');
  let due: { readonly at: number; readonly run: () => void }[] = [];
  return {
    clock: { now: () => new Date(now).toISOString() },
    after: (milliseconds, run) => {
      const timer = { at: now + milliseconds, run };
      due.push(timer);
      return () => {
        due = due.filter((each) => each !== timer);
      };
    },
    pass: (milliseconds) => {
      now += milliseconds;
      const ready = due.filter(({ at }) => at <= now);
      due = due.filter(({ at }) => at > now);
      for (const { run } of ready) run();
    },
    set: (at) => {
      now = Date.parse(at);
    },
  };
};

/**
 * The machine's timer, on which what a server does every second or two, such as looking for what others wrote, comes five times as fast;
 * what it has patience for takes as long as ever.
 */
export const sooner: After = (milliseconds, run) => after(milliseconds > 2_000 ? milliseconds : milliseconds / 5, run);
