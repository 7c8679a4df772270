import { address, choice, Invalid } from '../../shared/parsing.ts';
import { titleOf } from '../../shared/schema.ts';
import { isWebAddress, SOURCE_KINDS } from '../../shared/source.ts';
import { folded, keyOfAddress, libraryKey, retractionIn } from '../library.ts';
import { articlesCiting, claimsOnKey, isPublishedOn } from '../reports/retractions.ts';
import { RoomView } from '../room-view.ts';
import type { LibraryCursor, LibraryItem, LibraryUse } from '../storage/library-store.ts';
import { viewOf } from './article-asked.ts';
import { pageOf } from './next-page.ts';
import { seesOpenOnly } from './open-only.ts';
import { problem } from './problem.ts';
import { numberIn, textIn } from './query.ts';
import { ok, type Route } from './route.ts';

const PAGE = { usual: 30, most: 100 } as const;

const cursorIn = (given: unknown): LibraryCursor | undefined => {
  if (given === undefined) return undefined;
  const [, at, key] = (typeof given === 'string' && /^(\d{4}-[\d-]{5}T[\d:.]{12}Z)~(.{1,2000})$/s.exec(given)) || [];
  if (!at || key === undefined) throw new Invalid('before', 'the "before" of an earlier page is expected');
  return { at, key };
};

/** The articles in some uses, each once. */
const articlesOf = (uses: readonly LibraryUse[]) => [
  ...new Map(uses.map(({ article, source, title, at }) => [article, { article, source, title, at }])).values(),
];

/** Where a thing was retracted last, and why; nothing where it stands everywhere. */
const retractedIn = (uses: readonly LibraryUse[]): object | undefined =>
  uses
    .flatMap((use) => {
      const retracted = retractionIn(use);
      return retracted ? [{ article: use.article, title: use.title, ...retracted }] : [];
    })
    .sort((one, other) => other.at.localeCompare(one.at))[0];

/** One thing that is cited: its fields as they were given last, each article that uses it once, and whether it was retracted in one. */
const itemView = (uses: readonly LibraryUse[]): object => {
  const { retracted: _, ...fields } = JSON.parse(uses[0]?.body ?? '{}');
  const retracted = retractedIn(uses);
  return { ...fields, uses: articlesOf(uses), ...(retracted && { retracted }) };
};

const list: Route = {
  method: 'get',
  path: '/api/sources',
  needs: 'viewer',
  scope: 'read',
  answer: async ({ library }, asked) => {
    const { query } = asked;
    const limit = numberIn(query, 'limit', 1, PAGE.most, PAGE.usual);
    const kind = query.kind === undefined ? undefined : choice(SOURCE_KINDS)(query.kind, 'kind');
    const before = cursorIn(query.before);
    const items: readonly LibraryItem[] = await library.find({
      words: folded(textIn(query, 'search') ?? '')
        .split(' ')
        .filter(Boolean),
      openOnly: seesOpenOnly(asked),
      limit,
      ...(kind && { kind }),
      ...(before && { before }),
    });
    const last = items.length === limit ? items.at(-1) : undefined;
    const next = last && `${last.at}~${last.key}`;
    const sources = items.map(({ uses }) => itemView(uses));
    return pageOf(asked, { sources, before: next ?? null }, 'before', next);
  },
};

const known: Route = {
  method: 'get',
  path: '/api/sources/known',
  needs: 'viewer',
  scope: 'read',
  guests: true,
  answer: async ({ library }, asked) => {
    if (asked.speaker.reviewer.article !== undefined) return ok({ source: null });
    const given = address(asked.query.address, 'address');
    if (!isWebAddress(given)) throw new Invalid('address', 'the address of a page on the web is expected');
    const uses = await library.usesOf(keyOfAddress(given), seesOpenOnly(asked));
    return ok({ source: uses.length > 0 ? itemView(uses) : null });
  },
};

/** So many sources of an article are looked up at once, those added last. */
const LOOKED_UP = 300;

const elsewhere: Route = {
  method: 'get',
  path: '/api/articles/:id/used-elsewhere',
  needs: 'viewer',
  scope: 'read',
  answer: async ({ rooms, library }, asked) => {
    const { id, article: here } = await viewOf(rooms, asked);
    if (asked.speaker.reviewer.article !== undefined) return ok({ uses: {} });
    const uses: Record<string, readonly object[]> = {};
    for (const source of [...here.sources.values()].slice(-LOOKED_UP)) {
      const all = await library.usesOf(libraryKey(source), seesOpenOnly(asked));
      const others = articlesOf(all).filter(({ article }) => article !== id);
      if (others.length > 0) uses[source.id] = others;
    }
    return ok({ uses });
  },
};

const sameTexts: Route = {
  method: 'get',
  path: '/api/articles/:id/same-texts',
  needs: 'viewer',
  scope: 'read',
  answer: async ({ rooms, captures, findSameTexts }, asked) => {
    // Only the copies of sources that are seen are looked at (T11).
    const { id, article } = await viewOf(rooms, asked);
    return ok({ pairs: await findSameTexts(await captures.of(id, article)) });
  },
};

const leaning: Route = {
  method: 'get',
  path: '/api/articles/:id/sources/:source/leaning',
  needs: 'viewer',
  scope: 'read',
  answer: async ({ rooms, library, reports }, asked) => {
    const { id, article } = await viewOf(rooms, asked);
    const source = article.sources.get(asked.params.source ?? '');
    if (!source) return problem(404, 'no-source', 'The article has no such source.');
    const key = libraryKey(source);
    const articles: object[] = [];
    for (const other of new Set([id, ...(await articlesCiting(library, key, seesOpenOnly(asked)))])) {
      const there = await rooms.open(other);
      if (!there) continue;
      const seen = new RoomView(there, asked.speaker.reviewer).article;
      const claims = claimsOnKey(seen, key);
      const isPublished = await isPublishedOn(reports, other, seen, key);
      if (claims.length > 0 || isPublished)
        articles.push({ article: other, title: titleOf(seen.doc), isPublished, claims });
    }
    return ok({ articles });
  },
};

/** The sources of all articles; of an article's, which others use them too, and which are one text. */
export const libraryRoutes: readonly Route[] = [list, known, elsewhere, leaning, sameTexts];
