import { REMOVAL_REASONS } from '../import/reading.ts';
import { ARTICLE_LIMIT } from './articles.ts';
import { parseIncoming, readingOf } from './incoming.ts';
import { problem } from './problem.ts';
import { ok, type Route } from './route.ts';

const read: Route = {
  method: 'post',
  path: '/api/readings',
  needs: 'editor',
  bodyLimit: ARTICLE_LIMIT,
  form: true,
  answer: async (_parts, { body }) => {
    const incoming = await parseIncoming(body);
    if ('unreadable' in incoming) return problem(415, 'unsupported', incoming.unreadable);
    const { title, blocks, removed } = await readingOf(incoming);
    return ok({
      title,
      blocks,
      removed: removed.map((each) => ({ ...each, reason: REMOVAL_REASONS[each.reason] })),
    });
  },
};

/** Shows what would come of an article, and stores nothing. */
export const readingRoutes: readonly Route[] = [read];
