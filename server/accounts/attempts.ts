import type { Clock } from '../clock.ts';

/** How many attempts are free at once, and after how many milliseconds there is one more. */
export interface Allowance {
  readonly burst: number;
  readonly refillMs: number;
}

/** Counts attempts by address, in memory: a token bucket for each. */
export interface Attempts {
  /** Seconds to wait before the next attempt; 0 when this one is free. */
  take(address: string): number;
  /** All are free again at an address: who tried there is known by now. */
  forget(address: string): void;
  /** How many are free now, and seconds until all of them are. */
  left(address: string): { readonly left: number; readonly fullIn: number };
}

const MOST_ADDRESSES = 10_000;

/** Attempts at signing in: enough for a newsroom behind one address, too few for guessing. */
export const attempts = (clock: Clock, { burst, refillMs }: Allowance = { burst: 30, refillMs: 2_000 }): Attempts => {
  // When the bucket of an address will be full again; what is past is full and forgotten.
  const fullAt = new Map<string, number>();

  const forgetPast = (time: number): void => {
    for (const [address, full] of fullAt) if (full <= time) fullAt.delete(address);
    // Half of them at once, so that many addresses do not make each attempt slow.
    const tooMany = fullAt.size < MOST_ADDRESSES ? [] : [...fullAt.keys()].slice(0, MOST_ADDRESSES / 2);
    for (const address of tooMany) fullAt.delete(address);
  };

  return {
    take: (address) => {
      const time = Date.parse(clock.now());
      const full = Math.max(time, fullAt.get(address) ?? 0) + refillMs;
      const over = full - time - burst * refillMs;
      if (over > 0) return Math.ceil(over / 1_000);
      if (fullAt.size >= MOST_ADDRESSES) forgetPast(time);
      fullAt.set(address, full);
      return 0;
    },

    forget: (address) => void fullAt.delete(address),

    left: (address) => {
      const taken = Math.max(0, (fullAt.get(address) ?? 0) - Date.parse(clock.now()));
      return { left: Math.max(0, Math.floor(burst - taken / refillMs)), fullIn: Math.ceil(taken / 1_000) };
    },
  };
};
