import { Invalid, own } from '../../shared/parsing.ts';
import { DEEDS } from '../../shared/permission.ts';
import { everyIssueOf, issuesOf } from '../../shared/received.ts';
import { hasRole, type Reviewer } from '../../shared/roles.ts';
import { isBundle } from '../bundle/bundle-file.ts';
import { makeArticle } from '../import/make-article.ts';
import { READERS } from '../import/reader.ts';
import type { ServerParts } from '../parts.ts';
import { reviewersOf } from '../people.ts';
import type { OwnMark } from '../received/own-looks.ts';
import type { ArticleCursor, ArticleRow } from '../storage/log-store.ts';
import { seenSummary } from '../summary.ts';
import { viewOf } from './article-asked.ts';
import { articleView } from './article-view.ts';
import { createdAnswer } from './created.ts';
import { attachment } from './file-name.ts';
import { Form } from './form.ts';
import { incomingOf, parseSent, type Sent } from './incoming.ts';
import { pageOf } from './next-page.ts';
import { notAllowed, problem } from './problem.ts';
import { numberIn, textIn } from './query.ts';
import { BUNDLE_LIMIT, restoreBundle, restoreExport } from './restore.ts';
import { type Answer, type AskedBy, ok, type Route } from './route.ts';

/** The largest article as it is sent, in bytes: a text of two million characters, or a book as a file. */
export const ARTICLE_LIMIT = 20_000_000;

const PAGE = { usual: 50, most: 200 } as const;

const createFrom = async (parts: ServerParts, sent: Sent, { speaker, gone: signal }: AskedBy): Promise<Answer> => {
  const { reviewer } = speaker;
  const incoming = await incomingOf(parts.arrivals, sent, reviewer.id, true, { signal });
  if ('status' in incoming) return incoming;
  const { clean, title } = sent;
  return createdAnswer(
    await makeArticle(parts, { incoming, reviewer, clean, signal, ...(title !== undefined && { title }) }),
  );
};

const create: Route = {
  method: 'post',
  path: '/api/articles',
  needs: DEEDS.import,
  scope: 'import',
  bodyLimit: ARTICLE_LIMIT,
  formLimit: BUNDLE_LIMIT,
  form: true,
  answer: async (parts, asked) => {
    const { body, speaker } = asked;
    const exported = isObject(body) ? own(body, 'json') : undefined;
    if (exported !== undefined) {
      const restored = await restoreExport(parts, speaker, exported);
      return restoredAnswer(restored);
    }
    const file = body instanceof Form ? body.file?.upload.path : undefined;
    if (file && (await isBundle(file))) return restoredAnswer(await restoreBundle(parts, speaker, file));
    const sent = await parseSent(body);
    if ('unreadable' in sent) return problem(415, 'unsupported', sent.unreadable);
    return createFrom(parts, sent, asked);
  },
};

const restoredAnswer = (restored: Awaited<ReturnType<typeof restoreExport>>): Answer =>
  'turned' in restored ? notAllowed(restored.turned) : createdAnswer(restored);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !(value instanceof Form);

const cursorIn = (given: string | undefined): ArticleCursor | undefined => {
  if (given === undefined) return undefined;
  const [, createdAt, id] = /^(\d{4}-[\d-]{5}T[\d:.]{12}Z)~([\w.:-]{1,64})$/.exec(given) ?? [];
  if (!createdAt || !id) throw new Invalid('before', 'the "before" of an earlier page is expected');
  return { createdAt, id };
};

const rowView = (
  { id, version, createdAt, updatedAt, summary }: ArticleRow,
  { role }: Reviewer,
  there: OwnMark | undefined,
): object => ({
  id,
  version,
  createdAt,
  updatedAt,
  ...seenSummary(JSON.parse(summary), role),
  ...(there && { there }),
});

const list: Route = {
  method: 'get',
  path: '/api/articles',
  needs: 'viewer',
  scope: 'read',
  answer: async ({ logStore, looks }, { path, query, speaker }) => {
    const limit = numberIn(query, 'limit', 1, PAGE.most, PAGE.usual);
    const rows = await logStore.articles(limit, cursorIn(textIn(query, 'before')));
    const last = rows.length === limit ? rows.at(-1) : undefined;
    const before = last && `${last.createdAt}~${last.id}`;
    const isEditor = hasRole(speaker.reviewer.role, 'editor');
    const marks = isEditor ? await looks.own.marks(rows.map(({ id }) => id)) : undefined;
    const articles = rows.map((row) => rowView(row, speaker.reviewer, marks?.get(row.id)));
    return pageOf({ path, query }, { articles, before: before ?? null }, 'before', before);
  },
};

const show: Route = {
  method: 'get',
  path: '/api/articles/:id',
  needs: 'viewer',
  scope: 'read',
  answer: async (parts, asked) => {
    const { id, article } = await viewOf(parts.rooms, asked);
    return ok(articleView(id, article, await parts.profiles([...reviewersOf(article)])));
  },
};

/** Nothing in an original is ever run, and nothing in it reaches the network, whoever opens it and how. */
const AS_FILE = {
  'Content-Type': 'application/octet-stream',
  'Content-Security-Policy': "sandbox; default-src 'none'",
} as const;

const EXTENSION = /\.([a-z0-9]{1,8})$/i;

const original: Route = {
  method: 'get',
  path: '/api/articles/:id/original',
  needs: 'viewer',
  scope: 'read',
  answer: async (parts, asked) => {
    const { article } = await viewOf(parts.rooms, asked);
    const wanted = textIn(asked.query, 'version');
    const issue =
      wanted === undefined
        ? issuesOf(article).at(-1)
        : everyIssueOf(article).find(({ version }) => `${version}` === wanted);
    if (!issue) return problem(404, 'not-found', 'There is no such version of this article.');
    const { origin } = issue;
    const kept = origin.original;
    const body = kept && (await parts.captureStore.get(kept.sha256));
    if (!body) return problem(404, 'not-found', 'The original of this article is not kept here.');
    const name = kept.name.replace(EXTENSION, '') || 'original';
    const named = EXTENSION.exec(kept.name)?.[1] ?? extensionOf(origin.format);
    return { status: 200, headers: { ...AS_FILE, 'Content-Disposition': attachment(name, named) }, body };
  },
};

const extensionOf = (format: string): string =>
  Object.entries(READERS).find(([name]) => name === format)?.[1].extensions[0] ?? 'bin';

/** Articles: how they come in, what there is, how one stands. */
export const articleRoutes: readonly Route[] = [create, list, show, original];
