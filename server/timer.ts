/** Does something after some milliseconds; what it returns calls that off. Handed in, so that a test can let time pass. */
export type After = (milliseconds: number, run: () => void) => () => void;

/** The machine's timer; it does not keep the process alive. */
export const after: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds).unref();
  return () => clearTimeout(timer);
};
