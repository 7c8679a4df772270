import { CAPTURE_LIMIT, CAPTURE_TYPES, type Capture } from '../../shared/capture.ts';
import { filledText, Invalid, identifier, own, record } from '../../shared/parsing.ts';
import type { Source } from '../../shared/source.ts';
import { pageToLookAt } from '../captures/looked-at.ts';
import { SAFE_PAGE_POLICY } from '../captures/safe-page.ts';
import type { ServerParts } from '../parts.ts';
import { RoomView } from '../room-view.ts';
import { viewOf } from './article-asked.ts';
import { Form, type SentFile } from './form.ts';
import { pageOfAll } from './next-page.ts';
import { problem } from './problem.ts';
import type { Answer, AskedBy, Route } from './route.ts';

/** Room for the rest of a form beside its file. */
const FORM = 10_000;

const noCapture = (): Answer => problem(404, 'not-found', 'There is no such copy.');

/** The copy that is asked for; nothing when there is none, or its source is not seen (T11). */
const captureOf = async (parts: ServerParts, asked: AskedBy): Promise<Capture | undefined> => {
  const room = await parts.rooms.open(asked.params.id ?? '');
  if (!room) return undefined;
  const all = await parts.captures.of(room.id, new RoomView(room, asked.speaker.reviewer).article);
  return all.find(({ id }) => id === asked.params.capture);
};

const list: Route = {
  method: 'get',
  path: '/api/articles/:id/captures',
  needs: 'viewer',
  scope: 'read',
  answer: async (parts, asked) => {
    const { id, article } = await viewOf(parts.rooms, asked);
    const all = await parts.captures.of(id, article);
    return pageOfAll(
      asked,
      all,
      (captures) => ({ captures }),
      (capture) => capture,
    );
  },
};

/** What a form hands in, or a body of JSON; without words or a file, the source's own address is meant. */
const givenIn = async (
  body: unknown,
): Promise<{ readonly source: string; readonly text?: string; readonly file?: SentFile }> => {
  if (!(body instanceof Form)) {
    const fields = record(body, '');
    const source = identifier(own(fields, 'source'), 'source');
    const text = own(fields, 'text');
    return { source, ...(text !== undefined && { text: filledText(CAPTURE_LIMIT)(text, 'text') }) };
  }
  const { file } = body;
  if (!file?.upload.size) throw new Invalid('file', 'a file with something in it is expected');
  return { source: identifier(body.words('source'), 'source'), file };
};

const make: Route = {
  method: 'post',
  path: '/api/articles/:id/captures',
  needs: 'annotator',
  scope: 'annotate',
  bodyLimit: CAPTURE_LIMIT + FORM,
  form: true,
  answer: async (parts, asked) => {
    const { article } = await viewOf(parts.rooms, asked);
    const given = await givenIn(asked.body);
    const source = article.sources.get(given.source);
    if (!source) throw new Invalid('source', 'there is no such source');
    return { status: 201, body: await begun(parts, asked, source, given) };
  },
};

const begun = async (
  { captures }: ServerParts,
  { params, speaker }: AskedBy,
  source: Source,
  { text, file }: Awaited<ReturnType<typeof givenIn>>,
): Promise<Capture> => {
  const by = { article: params.id ?? '', source: source.id, reviewer: speaker.reviewer.id };
  if (text !== undefined) {
    const bytes = new TextEncoder().encode(text);
    return captures.keep(by, 'pasted', { mediaType: 'text/plain', charset: 'utf-8', bytes });
  }
  if (file) {
    const { mediaType, upload } = file;
    if (!CAPTURE_TYPES.includes(mediaType)) throw new Invalid('file', `one of ${CAPTURE_TYPES.join(', ')} is expected`);
    return captures.keep(by, 'file', { mediaType, charset: '', bytes: upload });
  }
  if (source.url === '') throw new Invalid('source', 'has no address');
  return captures.fetch(by, source.url);
};

const cancel: Route = {
  method: 'delete',
  path: '/api/articles/:id/captures/:capture',
  needs: 'annotator',
  scope: 'annotate',
  answer: async (parts, asked) => {
    const capture = await captureOf(parts, asked);
    return capture && parts.captures.cancel(capture.id) ? { status: 204 } : noCapture();
  },
};

/** Nothing in a copy is ever run, and nothing in it reaches the network, whoever opens it and how. */
const AS_FILE = {
  'Content-Disposition': 'attachment; filename="copy"',
  'Content-Security-Policy': "sandbox; default-src 'none'",
} as const;

const read = (what: 'bytes' | 'text'): Route => ({
  method: 'get',
  path: `/api/articles/:id/captures/:capture/${what}`,
  needs: 'viewer',
  scope: 'read',
  answer: async (parts, asked) => {
    const capture = await captureOf(parts, asked);
    const body = capture && (await parts.captures.read(capture, what));
    if (!body) return noCapture();
    const type = what === 'text' ? 'text/plain; charset=utf-8' : 'application/octet-stream';
    return { status: 200, headers: { ...AS_FILE, 'Content-Type': type }, body };
  },
});

const page: Route = {
  method: 'get',
  path: '/api/articles/:id/captures/:capture/page',
  needs: 'viewer',
  scope: 'read',
  answer: async (parts, asked) => {
    const capture = await captureOf(parts, asked);
    const bytes = capture && (await parts.captures.read(capture, 'bytes'));
    const body = capture?.kept && bytes && (await pageToLookAt(capture.kept, bytes));
    if (body === undefined) return noCapture();
    const headers = { 'Content-Security-Policy': SAFE_PAGE_POLICY, 'Content-Type': 'text/html; charset=utf-8' };
    return { status: 200, headers, body };
  },
};

/** The frozen copies of an article's sources. */
export const captureRoutes: readonly Route[] = [list, make, cancel, read('bytes'), read('text'), page];
