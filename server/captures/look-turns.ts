import type { After } from '../timer.ts';
import { hostTurns } from './host-turns.ts';

/** What looks take turns with. */
export interface LookTurnsParts {
  readonly after: After;
  /** A host is left alone for so many milliseconds between two looks. */
  readonly pause: number;
  readonly report: (error: unknown) => void;
}

/** The looks that are under way: each thing is looked at once at a time, each host asked one question after the other. */
export class LookTurns {
  readonly #report: (error: unknown) => void;
  readonly #turn: ReturnType<typeof hostTurns>;
  readonly #underWay = new Map<string, Promise<void>>();
  /** What is done to the watches of each article, in order. */
  readonly #lines = new Map<string, Promise<void>>();
  readonly #calledOff = new AbortController();

  constructor({ after, pause, report }: LookTurnsParts) {
    this.#report = report;
    this.#turn = hostTurns(after, pause, this.#calledOff.signal);
  }

  /** Aborted once nothing more is to be begun. */
  get calledOff(): AbortSignal {
    return this.#calledOff.signal;
  }

  isUnderWay(key: string): boolean {
    return this.#underWay.has(key);
  }

  /** Begins a look at an address; false when that is under way, or called off. What `run` throws is reported; `done` is called either way. */
  begin(key: string, address: string, run: () => Promise<void>, done: () => void): boolean {
    if (this.#underWay.has(key) || this.calledOff.aborted) return false;
    const turn = this.#turn(new URL(address).host, run)
      .catch(this.#report)
      .finally(() => {
        this.#underWay.delete(key);
        done();
      });
    this.#underWay.set(key, turn);
    return true;
  }

  /** Does something to the watches of an article, once all that came before it is done. */
  async inLine<T>(article: string, run: () => Promise<T>): Promise<T> {
    const turn = (this.#lines.get(article) ?? Promise.resolve()).then(run);
    const done = turn.then(
      () => {},
      () => {},
    );
    this.#lines.set(article, done);
    void done.then(() => {
      if (this.#lines.get(article) === done) this.#lines.delete(article);
    });
    return turn;
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    while (this.#underWay.size + this.#lines.size > 0)
      await Promise.allSettled([...this.#underWay.values(), ...this.#lines.values()]);
  }

  /** Begins nothing more; resolves when all that was under way is called off. */
  async close(): Promise<void> {
    this.#calledOff.abort();
    await Promise.all([...this.#underWay.values(), ...this.#lines.values()]);
  }
}
