import { Invalid, wrong } from '../../shared/parsing.ts';
import type { After } from '../timer.ts';
import { sizeOf } from '../uploads.ts';
import { type ReaderName, readerNamed } from './reader.ts';
import type { Reading } from './reading.ts';
import { type Hand, processHand, RanOut, threadHand } from './reading-hands.ts';
import type { Said, ToRead } from './reading-thread.ts';

/**
 * What readers may take: milliseconds from when they begin, and megabytes of objects, in a thread or in a process; files of more bytes than
 * `small` are read in one.
 */
export const READING_LIMITS = {
  ...{ time: 4_000, memory: 96, apart: 160, small: 1_000_000 },
  ...{ atOnce: 2, idle: 60_000, uses: 200 },
} as const;

/** What threads are run with; the limits are others in tests only. */
export interface ThreadParts {
  readonly after: After;
  readonly report: (error: unknown) => void;
  readonly time?: number;
  readonly memory?: number;
}

/** How a reading goes on, and how it is called off. */
export interface Way {
  readonly signal: AbortSignal;
  /** Told how much is done, from 0 to 1. */
  readonly told?: (done: number) => void;
}

interface Thread {
  readonly hand: Hand;
  /** It is a process. */
  readonly isApart: boolean;
  uses: number;
  rest?: () => void;
}

/** After these refusals a thread holds much that it does not need any more. */
const MEMORY_TAKEN: ReadonlySet<string> = new Set([
  ...['too-slow', 'too-much-memory', 'too-long', 'too-large-unpacked', 'too-many-blocks', 'no-words'],
]);

/** Readings are called off by whoever asked for them. */
const calledOff = (signal: AbortSignal): unknown => signal.reason ?? new DOMException('called off', 'AbortError');

/**
 * Reads in threads: a reader that takes too long, too much memory, or that nobody waits for any more is ended with its thread, and
 * everyone else is answered meanwhile. One thread that has nothing to do is kept for the next, for a while. Where a reader's code can be
 * made to end all of its process, the thread is one: a process of its own.
 */
export class ReadingThreads {
  readonly #parts: ThreadParts;
  readonly #all = new Set<Hand>();
  readonly #waiting: (() => void)[] = [];
  readonly #resting = new Map<boolean, Thread>();
  #running = 0;

  constructor(parts: ThreadParts) {
    this.#parts = parts;
  }

  /** How many threads there are. */
  get size(): number {
    return this.#all.size;
  }

  /** What a reader makes of what it is given. Rejects with `Invalid` when it is nothing for it, or too much for it; with the signal's reason when called off. */
  async read(format: ReaderName, given: ToRead, way: Way): Promise<Reading> {
    const { most } = readerNamed(format);
    if (most !== undefined && sizeOf(given.file) > most) throw wrong('', 'too-many-bytes', { most: most / 1_000_000 });
    await this.#turn(way.signal);
    this.#running += 1;
    try {
      return await this.#readNow(format, given, way);
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  /** Ends all threads. */
  async close(): Promise<void> {
    await Promise.all([...this.#all].map((hand) => hand.end()));
  }

  async #turn(signal: AbortSignal): Promise<void> {
    while (this.#running >= READING_LIMITS.atOnce) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#waiting.push(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
      await promise;
      const place = this.#waiting.indexOf(resolve);
      if (place >= 0) this.#waiting.splice(place, 1);
      if (signal.aborted) break;
    }
    if (!signal.aborted) return;
    // Whoever is woken and does not go lets the next one go.
    this.#waiting.shift()?.();
    throw calledOff(signal);
  }

  async #readNow(format: ReaderName, given: ToRead, { signal, told }: Way): Promise<Reading> {
    const thread = await this.#thread(readerNamed(format).isApart || sizeOf(given.file) > READING_LIMITS.small);
    const { promise, resolve, reject } = Promise.withResolvers<Reading>();
    const time = this.#parts.time ?? readerNamed(format).patience ?? READING_LIMITS.time;
    const stopWaiting = this.#parts.after(time, () => reject(wrong('', 'too-slow', { seconds: time / 1_000 })));
    const abort = (): void => reject(calledOff(signal));
    const heard = (said: Said): void => {
      if ('done' in said) told?.(said.done);
      else if ('reading' in said) resolve(said.reading);
      else if ('invalid' in said) reject(new Invalid(said.invalid.where, said.invalid.wrong ?? said.invalid.what));
      else if ('broken' in said) reject(new Error(`the reader of ${format} broke: ${said.broken}`));
    };
    const ended = (error: unknown): void => reject(error instanceof RanOut ? wrong('', 'too-much-memory') : error);
    const stopListening = thread.hand.listen(heard, ended);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    else thread.hand.ask({ format, given });
    let isFit = true;
    try {
      return await promise;
    } catch (error) {
      isFit = error instanceof Invalid && !MEMORY_TAKEN.has(error.wrong?.name ?? '');
      if (!isFit && !(error instanceof Invalid) && !signal.aborted) {
        this.#parts.report(error);
        throw wrong('', 'unreadable');
      }
      throw error;
    } finally {
      stopWaiting();
      signal.removeEventListener('abort', abort);
      stopListening();
      this.#leave(thread, isFit);
    }
  }

  async #thread(isApart: boolean): Promise<Thread> {
    const resting = this.#resting.get(isApart);
    if (resting) {
      this.#resting.delete(isApart);
      resting.rest?.();
      resting.uses += 1;
      return resting;
    }
    const memory = this.#parts.memory ?? (isApart ? READING_LIMITS.apart : READING_LIMITS.memory);
    const hand = await (isApart ? processHand : threadHand)(memory);
    this.#all.add(hand);
    void hand.ended.then(() => {
      this.#all.delete(hand);
      if (this.#resting.get(isApart)?.hand === hand) this.#resting.delete(isApart);
    });
    return { hand, isApart, uses: 1 };
  }

  /** A thread that has answered waits for the next, unless another does, or it has served long enough. */
  #leave(thread: Thread, isFit: boolean): void {
    const { hand, isApart } = thread;
    if (!isFit || this.#resting.has(isApart) || thread.uses >= READING_LIMITS.uses) {
      void hand.end();
      return;
    }
    hand.rest();
    this.#resting.set(isApart, thread);
    thread.rest = this.#parts.after(READING_LIMITS.idle, () => {
      this.#resting.delete(isApart);
      void hand.end();
    });
  }
}
