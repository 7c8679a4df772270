import { Worker } from 'node:worker_threads';

/** What a thread may take. */
export interface WorkerLimits {
  /** In milliseconds. */
  readonly patience: number;
  /** Of the thread's objects, and again of the bytes it holds beside them; in MB. */
  readonly memory: number;
}

/** Why a thread did not come to an end of its own: it took too long, too much memory, or what it ran threw. */
export type WorkerFailure = 'too-slow' | 'too-large' | 'threw';

/** A thread that brought nothing. */
export class WorkerFailed extends Error {
  readonly why: WorkerFailure;

  constructor(why: WorkerFailure, options?: ErrorOptions) {
    super(`the thread failed: ${why}`, options);
    this.why = why;
  }
}

/** So many threads run at once; others wait their turn. */
const AT_ONCE = 2;

/** How often it is looked how much a thread has taken, in milliseconds. */
const PACE = 50;

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

const failureOf = (error: Error): WorkerFailure =>
  'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'threw';

const run = <T>(module: URL, given: unknown, { patience, memory }: WorkerLimits): Promise<T> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(module, {
      workerData: given,
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: Math.min(64, memory) },
    });
    const end = (settle: () => void): void => {
      clearTimeout(late);
      clearInterval(watch);
      settle();
      void worker.terminate();
    };
    const fail = (why: WorkerFailure, cause?: unknown): void => end(() => reject(new WorkerFailed(why, { cause })));
    const late = setTimeout(() => fail('too-slow'), patience);
    // Bytes do not count for the limits of the engine, and a small file can be made to unpack to any number of them.
    const watch = setInterval(() => {
      worker.getHeapStatistics().then(
        ({ external_memory: held }) => held > memory * MB && fail('too-large'),
        () => undefined, // it is not up yet, or not any more
      );
    }, PACE);
    worker.once('message', (message: T) => end(() => resolve(message)));
    worker.once('error', (error: Error) => fail(failureOf(error), error));
    worker.once('exit', () => fail('threw'));
    worker.stdout.resume();
    worker.stderr.resume();
  });

/**
 * Runs a module in a thread of its own, for work on what strangers have made: it gets what is given as `workerData`, and its first message
 * is what it brought. Rejects with `WorkerFailed` when it takes more than it may; whatever it hung in is gone then.
 */
export const runInWorker = async <T>(module: URL, given: unknown, limits: WorkerLimits): Promise<T> => {
  await turn();
  try {
    return await run<T>(module, given, limits);
  } finally {
    done();
  }
};
