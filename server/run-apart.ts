import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { memoryHeldBy } from './memory-held.ts';

/** What a process may take. */
export interface ApartLimits {
  /** In milliseconds, from when it is up. */
  readonly patience: number;
  /** Of objects; and in all, bytes included, as much again above what it has when it is up; in MB. */
  readonly memory: number;
  /** Ends it when nobody waits for it any more: it rejects with the reason. */
  readonly signal?: AbortSignal;
  /** Hears how much is done, from 0 to 1. */
  readonly told?: (done: number) => void;
}

/** Why a process did not come to an end of its own: it took too long, too much memory, or what it ran threw. */
export type ApartFailure = 'too-slow' | 'too-large' | 'threw';

/** A process that brought nothing. */
export class ApartFailed extends Error {
  readonly why: ApartFailure;

  constructor(why: ApartFailure, options?: ErrorOptions) {
    super(`what ran apart failed: ${why}`, options);
    this.why = why;
  }
}

/** So many processes run at once; others wait their turn. */
const AT_ONCE = 2;

/** How often it is looked how much a process has taken, in milliseconds. */
const PACE = 20;

/** So many milliseconds at least between two words of how much is done. */
const TOLD = 200;

const MB = 1_000_000;

let running = 0;
const waiting: (() => void)[] = [];

const turn = async (): Promise<void> => {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
};

const done = (): void => {
  const next = waiting.shift();
  if (next) next();
  else running -= 1;
};

/** What a process says: that it is up, how much is done, or what it brought. */
type Said<T> = { readonly up: true } | { readonly done: number } | { readonly brought: T };

/** An engine that is out of memory aborts. */
const isOutOfMemory = (code: number | null, signal: string | null): boolean => signal === 'SIGABRT' || code === 134;

const run = <T>(child: ChildProcess, given: unknown, { patience, memory, signal, told }: ApartLimits): Promise<T> =>
  new Promise((resolve, reject) => {
    let late: NodeJS.Timeout | undefined;
    let watch: NodeJS.Timeout | undefined;
    const end = (settle: () => void): void => {
      clearTimeout(late);
      clearInterval(watch);
      signal?.removeEventListener('abort', callOff);
      settle();
      child.kill('SIGKILL');
    };
    const fail = (why: ApartFailure, cause?: unknown): void => end(() => reject(new ApartFailed(why, { cause })));
    const callOff = (): void => end(() => reject(signal?.reason));
    signal?.addEventListener('abort', callOff, { once: true });
    child.on('message', (said: Said<T>) => {
      if ('brought' in said) return end(() => resolve(said.brought));
      if ('done' in said) return told?.(said.done);
      const most = memoryHeldBy(child.pid ?? 0) + memory * MB;
      late = setTimeout(() => fail('too-slow'), patience);
      watch = setInterval(() => memoryHeldBy(child.pid ?? 0) > most && fail('too-large'), PACE);
      child.send({ given });
    });
    child.on('error', (error) => fail('threw', error));
    child.once('exit', (code, signal) => fail(isOutOfMemory(code, signal) ? 'too-large' : 'threw'));
  });

/**
 * Runs a module in a process of its own, for work on what strangers have made: what it hands to `answerApart` gets what is given, and what
 * that comes to is brought. Rejects with `ApartFailed` when it takes more than it may. A thread would not do: an engine that is out of
 * memory in the midst of one large allocation ends its process with all that is in it.
 */
export const runApart = async <T>(module: URL, given: unknown, limits: ApartLimits): Promise<T> => {
  await turn();
  try {
    const child = fork(fileURLToPath(module), {
      execArgv: [`--max-old-space-size=${limits.memory}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // Nothing of the server's own is there for who breaks out.
      env: {},
    });
    return await run<T>(child, given, limits);
  } finally {
    done();
  }
};

/** In the module that is run apart: answers with what the work comes to; it tells how much is done, a few times a second at most. */
export const answerApart = <G, T>(work: (given: G, told: (done: number) => void) => Promise<T> | T): void => {
  let last = 0;
  const told = (done: number): void => {
    const now = performance.now();
    if (now - last < TOLD) return;
    last = now;
    process.send?.({ done });
  };
  process.once('message', async ({ given }: { readonly given: G }) => {
    process.send?.({ brought: await work(given, told) });
  });
  process.send?.({ up: true });
};
