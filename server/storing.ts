import { TROUBLES, type Trouble } from '../shared/trouble.ts';
import type { LogLine } from './parts.ts';
import type { Stores } from './storage/stores.ts';
import { troubleOf } from './storage/trouble.ts';
import type { After } from './timer.ts';

/** What it is watched with whether anything can be stored. */
export interface StoringParts {
  readonly stores: Pick<Stores, 'check' | 'rescue'>;
  readonly after: After;
  readonly log: (line: LogLine) => void;
  /** Told when nothing can be stored, and when it can again. */
  readonly told: (trouble: Trouble | undefined) => void;
}

/** So many milliseconds pass between two looks. */
const PAUSE = 1_000;

/**
 * Whether the server can store. Once something could not be stored for want of a disk, nothing is taken any more, until it is seen that
 * it can: reading goes on meanwhile, and pages keep what is done on them.
 */
export class Storing {
  readonly #parts: StoringParts;
  #trouble: Trouble | undefined;
  #cancel: () => void;
  #isClosed = false;
  #looking: Promise<void> = Promise.resolve();

  constructor(parts: StoringParts) {
    this.#parts = parts;
    this.#cancel = this.#lookLater();
  }

  /** What stands in the way; nothing while all is well. */
  get trouble(): Trouble | undefined {
    return this.#trouble;
  }

  /** Hears of everything that went wrong, and makes of it what it says of the disk. */
  noted(error: unknown): Trouble | undefined {
    const trouble = troubleOf(error);
    if (trouble && !this.#trouble) this.#turn(trouble);
    return trouble;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancel();
    await this.#looking;
  }

  #turn(trouble: Trouble | undefined): void {
    this.#trouble = trouble;
    const { log, told } = this.#parts;
    if (trouble) log({ level: 'error', storing: trouble, message: TROUBLES[trouble] });
    else log({ level: 'info', storing: 'yes', message: 'What is done can be stored again.' });
    if (trouble === 'gone') this.#looking = this.#looking.then(() => this.#rescue());
    told(trouble);
  }

  #lookLater(): () => void {
    return this.#parts.after(PAUSE, () => {
      this.#looking = this.#looking
        .then(() => this.#look())
        .finally(() => {
          if (!this.#isClosed) this.#cancel = this.#lookLater();
        });
    });
  }

  async #look(): Promise<void> {
    const before = this.#trouble;
    try {
      await this.#parts.stores.check(before !== undefined);
      if (before) this.#turn(undefined);
    } catch (error) {
      if (!this.noted(error) && !before) this.#parts.log({ level: 'error', error: String(error) });
    }
  }

  async #rescue(): Promise<void> {
    try {
      const where = await this.#parts.stores.rescue?.();
      if (where !== undefined) this.#parts.log({ level: 'error', storing: 'gone', message: where });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const message = `What was in the database could not be saved elsewhere either (${why}). Do not stop the server: docs/operations.md says what to do.`;
      this.#parts.log({ level: 'error', storing: 'gone', message });
    }
  }
}
