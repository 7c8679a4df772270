import { Worker } from 'node:worker_threads';
import { Invalid, wrong } from '../../shared/parsing.ts';
import type { After } from '../timer.ts';
import { type Given, type ReaderName, readerNamed } from './reader.ts';
import type { Reading } from './reading.ts';
import type { Asked, Said } from './reading-thread.ts';

/** What readers may take: milliseconds from when they begin, and megabytes of objects. */
export const READING_LIMITS = { time: 4_000, memory: 96, atOnce: 2, idle: 60_000, uses: 200 } as const;

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
  readonly worker: Worker;
  uses: number;
  rest?: () => void;
}

/** After these refusals a thread holds much that it does not need any more. */
const MEMORY_TAKEN: ReadonlySet<string> = new Set([
  ...['too-slow', 'too-much-memory', 'too-long', 'too-large-unpacked', 'too-many-blocks', 'no-words'],
]);

/** Readings are called off by whoever asked for them. */
const calledOff = (signal: AbortSignal): unknown => signal.reason ?? new DOMException('called off', 'AbortError');

const hasRunOut = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * Reads in threads: a reader that takes too long, too much memory, or that nobody waits for any more is ended with its thread, and
 * everyone else is answered meanwhile. One thread that has nothing to do is kept for the next, for a while.
 */
export class ReadingThreads {
  readonly #parts: ThreadParts;
  readonly #all = new Set<Worker>();
  readonly #waiting: (() => void)[] = [];
  #resting: Thread | undefined;
  #running = 0;

  constructor(parts: ThreadParts) {
    this.#parts = parts;
  }

  /** How many threads there are. */
  get size(): number {
    return this.#all.size;
  }

  /** What a reader makes of what it is given. Rejects with `Invalid` when it is nothing for it, or too much for it; with the signal's reason when called off. */
  async read(format: ReaderName, given: Given, way: Way): Promise<Reading> {
    const { most } = readerNamed(format);
    if (most !== undefined && given.file.length > most) throw wrong('', 'too-many-bytes', { most: most / 1_000_000 });
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
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
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

  async #readNow(format: ReaderName, given: Given, { signal, told }: Way): Promise<Reading> {
    const thread = await this.#thread();
    const { promise, resolve, reject } = Promise.withResolvers<Reading>();
    const { worker } = thread;
    const time = this.#parts.time ?? readerNamed(format).patience ?? READING_LIMITS.time;
    const stopWaiting = this.#parts.after(time, () => reject(wrong('', 'too-slow', { seconds: time / 1_000 })));
    const abort = (): void => reject(calledOff(signal));
    const heard = (said: Said): void => {
      if ('done' in said) told?.(said.done);
      else if ('reading' in said) resolve(said.reading);
      else if ('invalid' in said) reject(new Invalid(said.invalid.where, said.invalid.wrong ?? said.invalid.what));
      else if ('broken' in said) reject(new Error(`the reader of ${format} broke: ${said.broken}`));
    };
    const ended = (error: unknown): void => reject(hasRunOut(error) ? wrong('', 'too-much-memory') : error);
    const gone = (code: number): void => reject(new Error(`a reading thread ended with ${code}`));
    worker.on('message', heard).once('error', ended).once('exit', gone);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    else worker.postMessage({ format, given } satisfies Asked);
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
      worker.off('message', heard).off('error', ended).off('exit', gone);
      this.#leave(thread, isFit);
    }
  }

  async #thread(): Promise<Thread> {
    const resting = this.#resting;
    if (resting) {
      this.#resting = undefined;
      resting.rest?.();
      resting.uses += 1;
      return resting;
    }
    const memory = this.#parts.memory ?? READING_LIMITS.memory;
    const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 },
      // Nothing of the server's own is there for who breaks out of a reader.
      env: {},
    });
    this.#all.add(worker);
    worker.once('exit', () => this.#all.delete(worker));
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve()).once('error', reject);
    });
    worker.removeAllListeners('error');
    return { worker, uses: 1 };
  }

  /** A thread that has answered waits for the next, unless another does, or it has served long enough. */
  #leave(thread: Thread, isFit: boolean): void {
    const end = (): void => {
      // What it says while it ends is of no use to anybody.
      thread.worker.on('error', () => {});
      void thread.worker.terminate();
    };
    if (!isFit || this.#resting || thread.uses >= READING_LIMITS.uses) {
      end();
      return;
    }
    thread.worker.unref();
    this.#resting = thread;
    thread.rest = this.#parts.after(READING_LIMITS.idle, () => {
      this.#resting = undefined;
      end();
    });
  }
}
