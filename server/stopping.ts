import type { After } from './timer.ts';

/** So many milliseconds the server takes to stop at most; whoever runs it has to give it a little longer before it is killed. */
export const STOP_LIMIT = 20_000;

/**
 * Waits until all is closed, but not for ever: false when the time was over before. Whatever was acknowledged is on the disk either way
 * (T1); what is not done by then is found undone at the next start, as after a power cut.
 */
export const closedInTime = async (close: () => Promise<void>, limit: number, after: After): Promise<boolean> => {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const cancel = after(limit, () => resolve(false));
  try {
    return await Promise.race([close().then(() => true), late]);
  } finally {
    cancel();
  }
};
