import type { CreateArticle } from '../../shared/operations/article.ts';
import { Invalid, own } from '../../shared/parsing.ts';
import type { Reviewer } from '../../shared/roles.ts';
import type { Speaker } from '../accounts/speaker.ts';
import { deskNow } from '../desk.ts';
import { articleOfReading, withTitle } from '../import/article-of-reading.ts';
import type { ServerParts } from '../parts.ts';
import { reviewersOf } from '../people.ts';
import { RoomView } from '../room-view.ts';
import type { ArticleCursor, ArticleRow } from '../storage/log-store.ts';
import { seenSummary } from '../summary.ts';
import { articleView } from './article-view.ts';
import { createdAnswer } from './created.ts';
import { type Incoming, parseIncoming, readingOf } from './incoming.ts';
import { noArticle, notAllowed, problem } from './problem.ts';
import { numberIn, textIn } from './query.ts';
import { restoreExport } from './restore.ts';
import { type Answer, ok, type Route } from './route.ts';

/** The largest article as it is sent, in bytes: a text of two million characters, or a book as a file. */
export const ARTICLE_LIMIT = 20_000_000;

const PAGE = { usual: 50, most: 200 } as const;

const createFrom = async (parts: ServerParts, speaker: Speaker, incoming: Incoming): Promise<Answer> => {
  const read = await readingOf(incoming);
  const reading = incoming.title === undefined ? read : withTitle(read, incoming.title);
  const { doc, removals } = articleOfReading(reading, parts.newId);
  const origin = { format: incoming.format, url: '', language: reading.language ?? '' };
  const { settings } = await deskNow(parts.desk);
  const part: CreateArticle = { kind: 'article.create', doc, origin, removals, settings };
  return createdAnswer(await parts.rooms.create(speaker.reviewer, part));
};

const create: Route = {
  method: 'post',
  path: '/api/articles',
  needs: 'editor',
  bodyLimit: ARTICLE_LIMIT,
  form: true,
  answer: async (parts, { body, speaker }) => {
    const exported = isObject(body) ? own(body, 'json') : undefined;
    if (exported !== undefined) {
      const restored = await restoreExport(parts, speaker, exported);
      return 'turned' in restored ? notAllowed(restored.turned) : createdAnswer(restored);
    }
    const incoming = await parseIncoming(body);
    if ('unreadable' in incoming) return problem(415, 'unsupported', incoming.unreadable);
    return createFrom(parts, speaker, incoming);
  },
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !(value instanceof FormData);

const cursorIn = (given: string | undefined): ArticleCursor | undefined => {
  if (given === undefined) return undefined;
  const [, createdAt, id] = /^(\d{4}-[\d-]{5}T[\d:.]{12}Z)~([\w.:-]{1,64})$/.exec(given) ?? [];
  if (!createdAt || !id) throw new Invalid('before', 'the "before" of an earlier page is expected');
  return { createdAt, id };
};

const rowView = ({ id, version, createdAt, updatedAt, summary }: ArticleRow, { role }: Reviewer): object => ({
  id,
  version,
  createdAt,
  updatedAt,
  ...seenSummary(JSON.parse(summary), role),
});

const list: Route = {
  method: 'get',
  path: '/api/articles',
  needs: 'viewer',
  answer: async ({ logStore }, { query, speaker }) => {
    const limit = numberIn(query, 'limit', 1, PAGE.most, PAGE.usual);
    const rows = await logStore.articles(limit, cursorIn(textIn(query, 'before')));
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return ok({
      articles: rows.map((row) => rowView(row, speaker.reviewer)),
      before: last ? `${last.createdAt}~${last.id}` : null,
    });
  },
};

const show: Route = {
  method: 'get',
  path: '/api/articles/:id',
  needs: 'viewer',
  answer: async (parts, { params, speaker }) => {
    const room = await parts.rooms.open(params.id ?? '');
    if (!room) return noArticle();
    const { article } = new RoomView(room, speaker.reviewer);
    return ok(articleView(room.id, article, await parts.profiles([...reviewersOf(article)])));
  },
};

/** Articles: how they come in, what there is, how one stands. */
export const articleRoutes: readonly Route[] = [create, list, show];
