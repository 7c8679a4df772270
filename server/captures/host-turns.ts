import type { After } from '../timer.ts';

/** Does things with each host one after the other, with a pause in between; those of different hosts do not wait for each other. */
export const hostTurns = (after: After, pause: number) => {
  const lines = new Map<string, Promise<void>>();
  return (host: string, run: () => Promise<void>): Promise<void> => {
    const before = lines.get(host);
    const turn = before
      ? before.then(() => new Promise<void>((resolve) => void after(pause, resolve))).then(run)
      : run();
    lines.set(host, turn);
    return turn.finally(() => {
      if (lines.get(host) === turn) lines.delete(host);
    });
  };
};
