import { type Attempts, attempts } from '../accounts/attempts.ts';
import type { Clock } from '../clock.ts';

/** How many requests a second somebody may go on with, whoever they are to the server. */
export const REQUESTS_PER_SECOND = 40;

/** So many seconds' worth of requests may come at once: opening an article takes some fifteen. */
const AT_ONCE = 30;

/** A stranger may do a quarter of what somebody may who is known. */
const POLICIES = { known: 1, stranger: 1 / 4 } as const;

/** A key of `POLICIES`. */
export type Policy = keyof typeof POLICIES;

/** What a request is told of how many more may come. */
export interface Rated {
  /** Seconds to wait before the next; 0 when this one may go on. */
  readonly wait: number;
  /** `RateLimit-Policy`, `RateLimit` and, where it has to wait, `Retry-After` (draft-ietf-httpapi-ratelimit-headers-10). */
  readonly headers: Readonly<Record<string, string>>;
}

/** Counts requests: those of a token, of a person in their browsers, of an address that nobody is known at. */
export interface Rates {
  take(policy: Policy, who: string): Rated;
}

/** So many requests a second of somebody known; thirty seconds of them at once. */
export const rates = (clock: Clock, perSecond: number = REQUESTS_PER_SECOND): Rates => {
  const paceOf = (share: number) => ({ burst: perSecond * AT_ONCE * share, refillMs: 1_000 / (perSecond * share) });
  const counted: Readonly<Record<Policy, Attempts>> = {
    known: attempts(clock, paceOf(POLICIES.known)),
    stranger: attempts(clock, paceOf(POLICIES.stranger)),
  };
  return {
    take: (policy, who) => {
      const wait = counted[policy].take(who);
      const { left, fullIn } = counted[policy].left(who);
      const { burst } = paceOf(POLICIES[policy]);
      return {
        wait,
        headers: {
          'RateLimit-Policy': `"${policy}";q=${burst};w=${AT_ONCE}`,
          RateLimit: `"${policy}";r=${left};t=${fullIn}`,
          ...(wait > 0 && { 'Retry-After': String(wait) }),
        },
      };
    },
  };
};
