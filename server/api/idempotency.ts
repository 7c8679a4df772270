import { canonicalJson } from '../../shared/canonical.ts';
import type { Digest } from '../../shared/log.ts';
import { type Clock, DAY, fromNow } from '../clock.ts';
import { decrypted, encrypted } from '../encrypted.ts';
import type { AnswerStore } from '../storage/answer-store.ts';
import { problem, underWay } from './problem.ts';
import type { Answer } from './route.ts';

/** What answers are given again from. */
export interface IdempotencyParts {
  readonly store: AnswerStore;
  readonly clock: Clock;
  readonly digest: Digest;
}

/** A request that whoever sent it may send again, and who that is. */
export interface Repeatable {
  readonly reviewer: string;
  /** The header `Idempotency-Key` as it came. */
  readonly given: string;
  /** All that makes it this request and no other. */
  readonly request: unknown;
}

/** An answer is given again for so long. */
export const KEPT = DAY;

/** Of one person so many answers are kept, the newest. */
const MOST = 1_000;

/** The key without the quotation marks that RFC 8941 puts around it; nothing when it is none. */
const keyIn = (given: string): string | undefined => /^"?([\x21\x23-\x5b\x5d-\x7e]{1,200})"?$/.exec(given.trim())?.[1];

const otherRequest = (): Answer =>
  problem(
    422,
    'key-taken',
    'Another request was sent with this Idempotency-Key. Take a new key for each thing to do.',
    {
      where: 'Idempotency-Key',
    },
  );

const noKey = (): Answer =>
  problem(400, 'malformed', 'An Idempotency-Key is 1 to 200 visible characters, such as a UUID in quotation marks.', {
    where: 'Idempotency-Key',
  });

/** Whether it made something: anything else is done again, which changes nothing. */
const isToBeKept = ({ status, body, lines, stream }: Answer): boolean =>
  status >= 200 && status < 300 && !lines && !stream && !(body instanceof Uint8Array);

/**
 * Does once what is asked with a key, and gives the same answer again for a day (draft-ietf-httpapi-idempotency-key-header): to another request with
 * that key 422, while the first is under way 409.
 */
export class Idempotency {
  readonly #parts: IdempotencyParts;
  readonly #underWay = new Map<string, string>();

  constructor(parts: IdempotencyParts) {
    this.#parts = parts;
  }

  /** The answer to a request: as it was given before, or what `answer` gives now. */
  async once({ reviewer, given, request }: Repeatable, answer: () => Promise<Answer> | Answer): Promise<Answer> {
    const { store, clock, digest } = this.#parts;
    const key = keyIn(given);
    if (key === undefined) return noKey();
    const name = digest(key);
    const asked = digest(canonicalJson(request));
    // An answer may hold what is shown once, such as a token: so only who has the key can read what is kept (T11).
    const reader = { secret: key, purpose: 'answer', whose: reviewer } as const;
    const running = `${reviewer} ${name}`;
    const other = this.#underWay.get(running);
    if (other !== undefined) return other === asked ? underWay() : otherRequest();
    this.#underWay.set(running, asked);
    try {
      const known = await store.find(reviewer, name);
      const since = fromNow(clock, -KEPT);
      if (known && known.at >= since) {
        if (known.request !== asked) return otherRequest();
        const { headers, ...before }: Answer = JSON.parse(decrypted(known.body, reader));
        return { ...before, headers: { ...headers, 'Idempotent-Replayed': 'true' } };
      }
      const now = await answer();
      if (isToBeKept(now)) {
        const body = encrypted(JSON.stringify(now), reader);
        await store.keep({ reviewer, key: name, request: asked, at: clock.now(), body }, since, MOST);
      }
      return now;
    } finally {
      this.#underWay.delete(running);
    }
  }
}
