import { setImmediate as nextTurn } from 'node:timers/promises';

/** Gathers what arrives while a commit is under way, so that many writers share one fsync. */
export interface GroupCommit<Batch, Result> {
  /** Resolves with the batch's own result when the commit that held it is done, rejects with what that commit threw. */
  submit(batch: Batch): Promise<Result>;
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>;
}

/** How batches are gathered. */
export interface Gathering<Batch> {
  /** What one batch counts for. */
  readonly weigh: (batch: Batch) => number;
  /** The most that one commit holds; a batch above it goes alone. */
  readonly most: number;
  /** Resolves when what has arrived by now has been submitted. */
  readonly gathered?: () => Promise<unknown>;
}

interface Waiting<Batch, Result> {
  readonly batch: Batch;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

/** Commits batches in the order they were submitted, one commit at a time, and never waits when there is nothing to wait for. */
export const groupCommit = <Batch, Result>(
  commit: (batches: readonly Batch[]) => Promise<readonly Result[]>,
  // One turn of the event loop: every message already received is read, and no timer is waited for.
  { weigh, most, gathered = nextTurn }: Gathering<Batch>,
): GroupCommit<Batch, Result> => {
  const waiting: Waiting<Batch, Result>[] = [];
  let running: Promise<void> | undefined;

  const nextGroup = (): readonly Waiting<Batch, Result>[] => {
    let weight = 0;
    const tooMuch = waiting.findIndex(({ batch }, index) => {
      weight += weigh(batch);
      return index > 0 && weight > most;
    });
    return waiting.splice(0, tooMuch === -1 ? waiting.length : tooMuch);
  };

  const commitGroup = async (group: readonly Waiting<Batch, Result>[]): Promise<void> => {
    try {
      const results = await commit(group.map(({ batch }) => batch));
      if (results.length !== group.length) throw new Error(`${results.length} results for ${group.length} batches`);
      for (const [index, result] of results.entries()) group[index]?.resolve(result);
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  };

  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      await gathered();
      await commitGroup(nextGroup());
    }
    running = undefined;
  };

  return {
    submit: (batch) =>
      new Promise((resolve, reject) => {
        waiting.push({ batch, resolve, reject });
        running ??= run();
      }),
    idle: async () => running,
  };
};
