import type { After } from '../timer.ts';

/** Resolves after some milliseconds, or as soon as all is called off. */
const paused = (after: After, milliseconds: number, calledOff: AbortSignal): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (calledOff.aborted) return Promise.resolve();
  const cancel = after(milliseconds, resolve);
  const stop = (): void => resolve();
  calledOff.addEventListener('abort', stop);
  return promise.finally(() => {
    cancel();
    calledOff.removeEventListener('abort', stop);
  });
};

/** Does things with each host one after the other, with a pause in between; those of different hosts do not wait for each other. */
export const hostTurns = (after: After, pause: number, calledOff: AbortSignal) => {
  const lines = new Map<string, Promise<void>>();
  return (host: string, run: () => Promise<void>): Promise<void> => {
    const before = lines.get(host);
    const turn = before
      ? before
          .catch(() => {})
          .then(() => paused(after, pause, calledOff))
          .then(run)
      : run();
    lines.set(host, turn);
    return turn.finally(() => {
      if (lines.get(host) === turn) lines.delete(host);
    });
  };
};
