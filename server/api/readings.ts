import type { ArrivalWay, Step } from '../import/arrivals.ts';
import { REMOVAL_REASONS, type Reading } from '../import/reading.ts';
import type { ServerParts } from '../parts.ts';
import { answerToError } from './answer-to-error.ts';
import { ARTICLE_LIMIT } from './articles.ts';
import { incomingOf, parseSent, type Sent } from './incoming.ts';
import { problem } from './problem.ts';
import { type Answer, type AskedBy, type Lines, ok, type Route } from './route.ts';

const LINES = 'application/x-ndjson';

const readingView = (
  { title, blocks, removed, language, about, remarks, suggestions }: Reading,
  format: string,
): object => ({
  title,
  blocks,
  removed: removed.map((each) => ({ ...each, reason: REMOVAL_REASONS[each.reason] })),
  format,
  ...(language && { language }),
  ...(about && { about }),
  ...(remarks && { remarks }),
  ...(suggestions && { suggestions }),
});

const readingFor = async (
  { arrivals }: ServerParts,
  sent: Sent,
  { speaker }: AskedBy,
  way: ArrivalWay,
): Promise<Answer> => {
  const incoming = await incomingOf(arrivals, sent, speaker.reviewer.id, false, way);
  if ('status' in incoming) return incoming;
  return ok(readingView(await arrivals.read(incoming, sent.clean, way), incoming.format));
};

/** How far it is, line by line, and at last the answer as it would have come without. */
async function* progress(parts: ServerParts, sent: Sent, asked: AskedBy): Lines {
  const steps: Step[] = [];
  let wake = (): void => {};
  const told = (step: Step): void => {
    // Only the newest is of interest.
    steps[0] = step;
    wake();
  };
  let answer: Answer | undefined;
  const done = readingFor(parts, sent, asked, { signal: asked.gone, told })
    .catch((error) => answerToError(parts, error))
    .then((read) => {
      answer = read;
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
  await done;
  const isRead = answer.status === 200;
  yield JSON.stringify(isRead ? { step: 'read', reading: answer.body } : { step: 'refused', problem: answer.body });
}

const read: Route = {
  method: 'post',
  path: '/api/readings',
  needs: 'editor',
  bodyLimit: ARTICLE_LIMIT,
  form: true,
  answer: async (parts, asked) => {
    const sent = await parseSent(asked.body);
    if ('unreadable' in sent) return problem(415, 'unsupported', sent.unreadable);
    if (!asked.headers.accept?.includes(LINES)) return readingFor(parts, sent, asked, { signal: asked.gone });
    // A proxy that gathers the lines would tell of them when it is over.
    const headers = { 'Content-Type': LINES, 'X-Accel-Buffering': 'no' };
    return { status: 200, headers, lines: progress(parts, sent, asked) };
  },
};

/** Shows what would come of an article, and stores nothing. */
export const readingRoutes: readonly Route[] = [read];
