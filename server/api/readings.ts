import { DEEDS } from '../../shared/permission.ts';
import type { ArrivalWay } from '../import/arrivals.ts';
import { REMOVAL_REASONS, type Reading } from '../import/reading.ts';
import type { ServerParts } from '../parts.ts';
import { ARTICLE_LIMIT } from './articles.ts';
import { incomingOf, parseSent, type Sent } from './incoming.ts';
import { problem } from './problem.ts';
import { withProgress } from './progress.ts';
import { type Answer, type AskedBy, ok, type Route } from './route.ts';

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

const read: Route = {
  method: 'post',
  path: '/api/readings',
  needs: DEEDS.import,
  scope: 'import',
  bodyLimit: ARTICLE_LIMIT,
  form: true,
  makesNothing: true,
  answer: async (parts, asked) => {
    const sent = await parseSent(asked.body);
    if ('unreadable' in sent) return problem(415, 'unsupported', sent.unreadable);
    return withProgress(
      parts,
      asked,
      (way) => readingFor(parts, sent, asked, way),
      (reading) => ({ step: 'read', reading }),
    );
  },
};

/** Shows what would come of an article, and stores nothing. */
export const readingRoutes: readonly Route[] = [read];
