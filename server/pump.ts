import { setImmediate as nextTurn } from 'node:timers/promises';

/** Takes what is handed in, in order, one batch at a time; what comes meanwhile makes the next batch. */
export class Pump<T> {
  readonly #take: (batch: readonly T[]) => Promise<void>;
  readonly #most: number;
  readonly #waiting: T[] = [];
  #running: Promise<void> | undefined;
  #isOwed = false;

  /** `take` never rejects; a batch holds `most` at most. */
  constructor(take: (batch: readonly T[]) => Promise<void>, most: number) {
    this.#take = take;
    this.#most = most;
  }

  /** Whether something is waiting or under way. */
  get isBusy(): boolean {
    return this.#running !== undefined;
  }

  /** Hands something in. */
  push(item: T): void {
    this.#waiting.push(item);
    this.#running ??= this.#run();
  }

  /** Has a batch taken, an empty one if nothing is waiting; resolves when it is. */
  async turn(): Promise<void> {
    this.#isOwed = true;
    this.#running ??= this.#run();
    await this.#running;
  }

  /** Resolves when nothing is waiting or under way. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0 || this.#isOwed) {
      // All that has arrived by now goes together and shares one fsync.
      await nextTurn();
      this.#isOwed = false;
      await this.#take(this.#waiting.splice(0, this.#most));
    }
    this.#running = undefined;
  }
}
