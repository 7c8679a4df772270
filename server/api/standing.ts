import type { Article } from '../../shared/article.ts';
import { blankArticle } from '../../shared/article.ts';
import type { Json } from '../../shared/export/annotations/annotation.ts';
import type { Edition } from '../../shared/export/format.ts';
import { annotationAt, collection, page, webAnnotation } from '../../shared/export/web-annotation.ts';
import { replayEntry } from '../../shared/log.ts';
import { hasRole, isOpenTo } from '../../shared/roles.ts';
import { opens } from '../../shared/scopes.ts';
import { plainText } from '../../shared/text.ts';
import { shownIn } from '../accounts/authenticate.ts';
import { speakerOf } from '../accounts/speaker.ts';
import type { ServerParts } from '../parts.ts';
import { roomOf } from './article-asked.ts';
import { editionFor, logUpTo, notRevealed } from './export.ts';
import { noArticle, notInScope, notSignedIn, problem } from './problem.ts';
import type { Answer, Asked, OpenRoute, Route } from './route.ts';
import { wantsPage } from './wanted.ts';

const LDP = 'http://www.w3.org/ns/ldp#';

/** What each of the three is to a client of the Web Annotation Protocol (W3C, 2017; §3, §4). */
const LINKS = {
  annotation: `<${LDP}Resource>; rel="type"`,
  page: `<${LDP}Resource>; rel="type"`,
  collection: [
    `<${LDP}BasicContainer>; rel="type"`,
    `<http://www.w3.org/TR/annotation-protocol/>; rel="${LDP}constrainedBy"`,
  ].join(', '),
} as const;

/** An edition as of its last entry: what stands at an address changes when the article does, and at no other time. */
const asOfLastEntry = (edition: Edition): Edition => ({
  ...edition,
  exportedAt: edition.entries.at(-1)?.at ?? edition.exportedAt,
});

const represented = ({ digest }: ServerParts, of: keyof typeof LINKS, resource: Json): Answer => {
  const body = JSON.stringify(resource, null, 2);
  return {
    status: 200,
    headers: {
      'Content-Type': webAnnotation.mediaType,
      ETag: `"${digest(body).slice(0, 32)}"`,
      Link: LINKS[of],
      Allow: 'GET, HEAD, OPTIONS',
      // Who asks decides what is seen (T11).
      Vary: 'Accept, Prefer, Cookie, Authorization',
      'Cache-Control': 'private, no-cache',
    },
    // As bytes: JSON is UTF-8, and its type has no parameter that says so.
    body: new TextEncoder().encode(body),
  };
};

/** The same, or that whoever asks has it already (RFC 9110 §13.1.2). */
const unlessKnown = (answer: Answer, known: string | undefined): Answer => {
  if (!known || answer.status !== 200) return answer;
  const tags = known.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!tags.includes(answer.headers?.ETag ?? '')) return answer;
  const { 'Content-Type': _, ...headers } = answer.headers ?? {};
  return { status: 304, headers };
};

const seeOther = (to: string): Answer => ({
  status: 303,
  headers: { Location: to, Vary: 'Accept, Prefer, Cookie, Authorization' },
});

/** The tables that annotations are named after, and the claim that a record of each is about. */
const CLAIM_OF: Readonly<Record<string, (article: Article, id: string) => string | undefined>> = {
  claims: (_article, id) => id,
  rationales: (_article, id) => id,
  evidence: ({ evidence }, id) => evidence.get(id)?.claim,
  verdicts: ({ verdicts }, id) => verdicts.get(id)?.claim,
  decisions: ({ decisions }, id) => decisions.get(id)?.claim,
  threads: ({ threads }, id) => threads.get(id)?.claim,
  corrections: ({ corrections }, id) => corrections.get(id)?.claim,
};

/** Where on the screen an annotation is: at its claim, or in its article. */
const placeOf = (id: string, claim: string | undefined): string =>
  `/articles/${encodeURIComponent(id)}${claim === undefined ? '' : `#claim-${encodeURIComponent(claim)}`}`;

/** Whether a record is here that has no annotation any more: it was withdrawn. */
const isGone = ({ article }: Edition, [table = '', id = '', part]: readonly string[]): boolean => {
  const records = table === 'threads' ? article.threads.get(id)?.messages.find((each) => each.id === part) : undefined;
  if (table === 'threads') return records !== undefined;
  const kept = {
    claims: article.claims,
    evidence: article.evidence,
    verdicts: article.verdicts,
    decisions: article.decisions,
    corrections: article.corrections,
  };
  return Object.hasOwn(kept, table) && kept[table as keyof typeof kept].has(id);
};

interface Standing {
  readonly parts: ServerParts;
  readonly edition: Edition;
  readonly asked: Asked;
  /** The path within the annotations. */
  readonly path: readonly string[];
}

type Represent = (standing: Standing) => Answer;

const missing = (): Answer => problem(404, 'not-found', 'There is no annotation at this address.');

const PREFERS = { descriptions: 'PreferContainedDescriptions', iris: 'PreferContainedIRIs' } as const;

const asCollection: Represent = ({ parts, edition, asked }) => {
  const whole = collection(edition);
  const prefer = [asked.headers.prefer ?? ''].flat().join(' ');
  const first = page(edition, 1);
  if (first && prefer.includes(PREFERS.descriptions)) {
    const { '@context': _, partOf: __, ...embedded } = first;
    return represented(parts, 'collection', { ...whole, first: embedded });
  }
  if (first && prefer.includes(PREFERS.iris)) {
    const { '@context': _, partOf: __, items, ...embedded } = first;
    const iris = (items as readonly Json[]).map(({ id }) => id);
    return represented(parts, 'collection', { ...whole, first: { ...embedded, items: iris } });
  }
  return represented(parts, 'collection', whole);
};

const asPage: Represent = ({ parts, edition, path: [number = ''] }) => {
  if (number === 'all') return represented(parts, 'collection', JSON.parse(webAnnotation.write(edition) as string));
  const found = /^\d{1,9}$/.test(number) ? page(edition, Number(number)) : undefined;
  return found ? represented(parts, 'page', found) : missing();
};

const asAnnotation: Represent = ({ parts, edition, path }) => {
  const found = annotationAt(edition, ...path);
  if (found) return represented(parts, 'annotation', found);
  return isGone(edition, path) ? problem(410, 'gone', 'The annotation was withdrawn.') : missing();
};

/** A standing address: a page of ours for who wants to look, JSON-LD for who wants data; each sees what they may see (T11). */
const standing = (path: string, names: readonly string[], represent: Represent): OpenRoute => ({
  method: 'get',
  path: `/articles/:id/annotations${path}`,
  needs: 'nobody',
  answer: async (parts, asked) => {
    const { params, headers } = asked;
    const id = params.id ?? '';
    const within = names.map((name) => params[name] ?? '').filter((each) => each !== '');
    const shown = shownIn(headers);
    const speaker = shown && (await speakerOf(parts.accounts, shown));
    const isForEyes = wantsPage(headers.accept);
    // Of an article nobody is told anything who is not signed in: the page asks them to be.
    if (!speaker || !hasRole(speaker.reviewer.role, 'viewer'))
      return isForEyes
        ? seeOther(placeOf(id, within[0] === 'claims' ? within[1] : undefined))
        : notSignedIn(shown?.kind === 'token');
    if (!opens(speaker.scopes, 'export')) return notInScope('export');
    const room = isOpenTo(speaker.reviewer, id) ? await parts.rooms.open(id) : undefined;
    if (!room) return isForEyes ? seeOther(placeOf(id, undefined)) : noArticle();
    const written = await editionFor(parts, room, speaker, 'desk', room.article.version - 1);
    if (!written) return notRevealed();
    const edition = asOfLastEntry(written.edition);
    const answer = represent({ parts, edition, asked, path: within });
    if (!isForEyes || answer.status !== 200) return unlessKnown(answer, headers['if-none-match']);
    const [table = '', record = ''] = within;
    return seeOther(
      placeOf(id, Object.hasOwn(CLAIM_OF, table) ? CLAIM_OF[table]?.(edition.article, record) : undefined),
    );
  },
});

/** The plain text of an article as it was at a version: what positions of annotations count in (`state.cached`). */
const text: Route = {
  method: 'get',
  path: '/articles/:id/text/:version',
  needs: 'viewer',
  scope: 'read',
  answer: async (parts, { params }) => {
    const room = await roomOf(parts.rooms, params);
    const version = /^\d{1,9}$/.test(params.version ?? '') ? Number(params.version) : 0;
    const head = room.article;
    if (version < 1 || version > head.version) return problem(404, 'not-found', 'The article has no such version.');
    const { doc } =
      version === head.version
        ? head
        : (await logUpTo(room, version)).reduce(
            (article, entry) => replayEntry(article, entry).article,
            blankArticle(),
          );
    const body = plainText(doc).text;
    return {
      status: 200,
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        ETag: `"${parts.digest(body).slice(0, 32)}"`,
        'Cache-Control': 'private, max-age=31536000, immutable',
        Vary: 'Cookie, Authorization',
      },
      body,
    };
  },
};

/** What stands at an address of its own, for who follows an identifier: annotations, their collection and its pages, and the text. */
export const standingRoutes: readonly Route[] = [
  standing('', [], asCollection),
  standing('/pages/:page', ['page'], asPage),
  standing('/:table/:record', ['table', 'record'], asAnnotation),
  standing('/:table/:record/:part', ['table', 'record', 'part'], asAnnotation),
  text,
];
