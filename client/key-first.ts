import { effect, signal } from '@preact/signals';

/** How long a frame is waited for, in milliseconds: a page out of sight has none. */
const NO_FRAME = 100;

let isTakingIn = false;
/** What waits for the frame that shows a key, in order. */
let waiting: (() => void)[] = [];

const runWaiting = (): void => {
  const due = waiting;
  waiting = [];
  for (const run of due) run();
};

/** Runs once a frame has been drawn. */
const afterFrame = (run: () => void): void => {
  const late = setTimeout(run, NO_FRAME);
  requestAnimationFrame(() => {
    clearTimeout(late);
    setTimeout(run);
  });
};

/** Takes in what was typed: the next frame shows it in its text, and what follows from it elsewhere on the page comes after that. */
export const keyFirst = (takeIn: () => void): void => {
  isTakingIn = true;
  try {
    takeIn();
  } finally {
    isTakingIn = false;
  }
};

/** Runs something after the frame that shows what is being typed; where nothing is, as `otherwise` has it. */
export const afterKey = (run: () => void, otherwise: (run: () => void) => void): void => {
  if (isTakingIn) {
    if (waiting.length === 0) afterFrame(runWaiting);
    waiting.push(run);
  } else otherwise(run);
};

/** An effect that lets the key be seen first that it follows from. */
export const effectAfterKey = (run: () => void): (() => void) => {
  const again = signal(0);
  const runAgain = (): void => {
    again.value += 1;
  };
  return effect(() => {
    void again.value;
    if (isTakingIn) afterKey(runAgain, runAgain);
    else run();
  });
};
