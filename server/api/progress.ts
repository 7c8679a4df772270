import type { ArrivalWay, Step } from '../import/arrivals.ts';
import type { ServerParts } from '../parts.ts';
import { answerToError } from './answer-to-error.ts';
import type { Answer, AskedBy, Lines } from './route.ts';

const LINES = 'application/x-ndjson';

/** How far it is, line by line, and at last what came of it: `done` writes an answer that is one. */
async function* linesOf(
  parts: ServerParts,
  { gone }: AskedBy,
  run: (way: ArrivalWay) => Promise<Answer>,
  done: (body: Answer['body']) => object,
): Lines {
  const steps: Step[] = [];
  let wake = (): void => {};
  const told = (step: Step): void => {
    // Only the newest is of interest.
    steps[0] = step;
    wake();
  };
  let answer: Answer | undefined;
  const over = run({ signal: gone, told })
    .catch((error) => answerToError(parts, error))
    .then((given) => {
      answer = given;
      wake();
    });
  while (!answer) {
    const step = steps.shift();
    if (step) yield JSON.stringify(step);
    else
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (answer) resolve();
      });
  }
  await over;
  yield JSON.stringify(answer.status === 200 ? done(answer.body) : { step: 'refused', problem: answer.body });
}

/** What came of something that may take long; where it is asked for in lines, with how far it is meanwhile. */
export const withProgress = async (
  parts: ServerParts,
  asked: AskedBy,
  run: (way: ArrivalWay) => Promise<Answer>,
  done: (body: Answer['body']) => object,
): Promise<Answer> => {
  if (!asked.headers.accept?.includes(LINES)) return run({ signal: asked.gone });
  // A proxy that gathers the lines would tell of them when it is over.
  const headers = { 'Content-Type': LINES, 'X-Accel-Buffering': 'no' };
  return { status: 200, headers, lines: linesOf(parts, asked, run, done) };
};
