import { articleToJson } from '../shared/article.ts';
import type { Entry } from '../shared/log.ts';
import { toJson } from '../shared/protocol.ts';
import { keptPending } from './kept-session.ts';
import type { Outbox, Sheet } from './outbox.ts';
import type { Session } from './session.ts';

/** A whole article is kept anew after so many entries, so that opening it does not replay more than these. */
const REBASE = 500;

/**
 * Keeps one page's side of an article while it changes, and says when that is on the disk. Many changes in one go are written
 * once, as they stand in the end. A disk that fails is told once; the page then goes on without it.
 */
export class Keeper {
  readonly #outbox: Outbox;
  readonly #sheet: Sheet;
  readonly #report: (error: unknown) => void;
  #writing: Promise<void> = Promise.resolve();
  #latest: Session | undefined;
  #since = 0;
  #failed = false;

  constructor(outbox: Outbox, sheet: Sheet, report: (error: unknown) => void) {
    this.#outbox = outbox;
    this.#sheet = sheet;
    this.#report = report;
  }

  /** An article came, and what waits was done again on it. */
  opened(session: Session): void {
    this.#since = 0;
    this.#then(() => this.#outbox.begin(this.#sheet, articleToJson(session.confirmed), keptPending(session)));
  }

  /** An entry came in and the session is as it is after it. */
  entered(entry: Entry, session: Session): void {
    this.#since += 1;
    if (this.#since >= REBASE) this.opened(session);
    else this.#then(() => this.#outbox.addEntries(this.#sheet, [toJson(entry)]));
    this.waiting(session);
  }

  /** What waits is now this. */
  waiting(session: Session): void {
    const isNoted = this.#latest !== undefined;
    this.#latest = session;
    if (isNoted) return;
    this.#then(async () => {
      const latest = this.#latest;
      this.#latest = undefined;
      if (latest) await this.#outbox.putPending(this.#sheet, keptPending(latest));
    });
  }

  /** Resolves when all that was said so far is on the disk. */
  kept(): Promise<void> {
    return this.#writing;
  }

  /** The page is closed; when nothing waits, nothing is kept. */
  async close(session: Session | undefined): Promise<void> {
    if (session?.pending.length === 0) this.#then(() => this.#outbox.forget(this.#sheet));
    await this.#writing;
  }

  /** The article was deleted: nothing is kept of it any more, whatever is said from now on. */
  forget(): void {
    this.#then(() => this.#outbox.forget(this.#sheet));
    this.#then(async () => {
      this.#failed = true;
    });
  }

  #then(write: () => Promise<void>): void {
    this.#writing = this.#writing.then(async () => {
      if (this.#failed) return;
      await write().catch((error: unknown) => {
        this.#failed = true;
        this.#report(error);
      });
    });
  }
}
