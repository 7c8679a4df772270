import { Keeper } from './keeper.ts';
import type { Kept } from './kept-session.ts';
import type { Outbox, Sheet } from './outbox.ts';

/** A page's own place in the outbox, with what was left there by a page that is gone. */
export interface Place {
  readonly keeper: Keeper;
  readonly kept?: Kept;
  /** Lets another page have the place. */
  readonly release: () => void;
}

/** What the browser offers for having a name to oneself among its pages (W3C Web Locks API). */
export type Locks = Pick<LockManager, 'request'>;

const hold = (locks: Locks, { article, page }: Sheet): Promise<(() => void) | undefined> =>
  new Promise((resolve) => {
    void locks.request(`touchstone ${article} ${page}`, { ifAvailable: true }, (lock) => {
      if (!lock) {
        resolve(undefined);
        return undefined;
      }
      return new Promise<void>((release) => resolve(release));
    });
  });

/**
 * The places of the outbox that a page which opens an article takes: its own first, new or with what a page that is gone left
 * waiting; then any others with something waiting, for it to send in their stead. A lock on each keeps it to one living page.
 */
export const takePlaces = async (
  outbox: Outbox,
  locks: Locks,
  fresh: Sheet,
  report: (error: unknown) => void,
): Promise<readonly [Place, ...Place[]]> => {
  const left: Place[] = [];
  for (const sheet of await outbox.sheets(fresh.article, fresh.reviewer)) {
    const release = await hold(locks, sheet);
    if (!release) continue;
    const kept = await outbox.read(sheet);
    if (kept && kept.pending.operations.length > 0)
      left.push({ keeper: new Keeper(outbox, sheet, report), kept, release });
    else {
      await outbox.forget(sheet);
      release();
    }
  }
  const [first, ...others] = left;
  if (first) return [first, ...others];
  const release = await hold(locks, fresh);
  return [{ keeper: new Keeper(outbox, fresh, report), release: release ?? (() => {}) }];
};
