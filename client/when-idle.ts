/** How long something may wait for an idle moment, in milliseconds. */
const PATIENCE = 1_000;

/** Time that is left before the page has something else to do. */
export type HasTime = () => boolean;

/** Runs something once the page has nothing else to do, off the way of typing; returns how it is called off. */
export const whenIdle = (run: (hasTime: HasTime) => void): (() => void) => {
  if (typeof requestIdleCallback === 'function') {
    const asked = requestIdleCallback((idle) => run(() => idle.didTimeout || idle.timeRemaining() > 2), {
      timeout: PATIENCE,
    });
    return () => cancelIdleCallback(asked);
  }
  const waiting = setTimeout(() => {
    const start = performance.now();
    run(() => performance.now() - start < 8);
  }, 200);
  return () => clearTimeout(waiting);
};
