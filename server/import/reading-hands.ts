import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { memoryHeldBy } from '../memory-held.ts';
import type { Asked, Said } from './reading-thread.ts';

/** What reads apart from the server: a thread of it, or a process of its own. */
export interface Hand {
  readonly ask: (asked: Asked) => void;
  /** Hears what it says, and of its end when it was not to end: with `RanOut` when it took more memory than it may. Gives what stops it. */
  readonly listen: (heard: (said: Said) => void, ended: (error: unknown) => void) => () => void;
  /** It keeps nothing running while it has nothing to do; asked again it does. */
  readonly rest: () => void;
  readonly end: () => Promise<void>;
  readonly ended: Promise<void>;
}

/** A hand took more memory than it may. */
export class RanOut extends Error {}

const CODE = new URL('./reading-thread.ts', import.meta.url);

/** In MB: of young objects, and of the stack. */
const YOUNG = 8;
const STACK = 4;

const hasRunOut = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** A thread that may hold so many megabytes of objects; it has come up. */
export const threadHand = async (memory: number): Promise<Hand> => {
  const worker = new Worker(CODE, {
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG, stackSizeMb: STACK },
    // Nothing of the server's own is there for who breaks out of a reader.
    env: {},
  });
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  worker.once('exit', () => end());
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve()).once('error', reject);
  });
  worker.removeAllListeners('error');
  return {
    ask: (asked) => worker.postMessage(asked),
    listen: (heard, failed) => {
      const broke = (error: unknown): void => failed(hasRunOut(error) ? new RanOut() : error);
      const gone = (code: number): void => failed(new Error(`a reading thread ended with ${code}`));
      worker.on('message', heard).once('error', broke).once('exit', gone);
      return () => worker.off('message', heard).off('error', broke).off('exit', gone);
    },
    rest: () => worker.unref(),
    end: async () => {
      // What it says while it ends is of no use to anybody.
      worker.on('error', () => {});
      await worker.terminate();
    },
    ended,
  };
};

/** How often it is looked how much a process has taken, in milliseconds. */
const PACE = 20;
const MB = 1_000_000;

/**
 * A process that may hold so many megabytes of objects, and in all what it needs to come up and as many again; it has come up. An engine
 * that is out of memory in the midst of one large allocation ends its process with all threads: here it is no one else's.
 */
export const processHand = async (memory: number): Promise<Hand> => {
  const child = fork(fileURLToPath(CODE), {
    execArgv: [`--max-old-space-size=${memory}`, `--max-semi-space-size=${YOUNG}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {},
  });
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  child.once('exit', () => end());
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve()).once('error', reject);
    child.once('exit', (code) => reject(new Error(`a reading process did not come up: ${code}`)));
  });
  child.removeAllListeners('error').on('error', () => {});
  const pid = child.pid ?? 0;
  const most = memoryHeldBy(pid) + memory * MB;
  return {
    ask: (asked) => {
      child.ref();
      child.channel?.ref();
      child.send(asked);
    },
    listen: (heard, failed) => {
      const hear = (said: unknown): void => heard(said as Said);
      const gone = (code: number | null, signal: string | null): void =>
        failed(signal === 'SIGABRT' || code === 134 ? new RanOut() : new Error(`a reading process ended: ${code}`));
      const look = setInterval(() => {
        if (memoryHeldBy(pid) > most) failed(new RanOut());
      }, PACE);
      child.on('message', hear).once('exit', gone);
      return () => {
        clearInterval(look);
        child.off('message', hear).off('exit', gone);
      };
    },
    rest: () => {
      child.unref();
      child.channel?.unref();
    },
    end: async () => {
      child.ref();
      child.kill('SIGKILL');
      await ended;
    },
    ended,
  };
};
