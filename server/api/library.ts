import { canonicalAddress } from '../../shared/canonical-address.ts';
import { address, choice, Invalid } from '../../shared/parsing.ts';
import { hasRole } from '../../shared/roles.ts';
import { isWebAddress, SOURCE_KINDS } from '../../shared/source.ts';
import { folded } from '../library.ts';
import { RoomView } from '../room-view.ts';
import type { LibraryCursor, LibraryItem, LibraryUse } from '../storage/library-store.ts';
import { noArticle } from './problem.ts';
import { numberIn, textIn } from './query.ts';
import { type AskedBy, ok, type Route } from './route.ts';

const PAGE = { usual: 30, most: 100 } as const;

const cursorIn = (given: unknown): LibraryCursor | undefined => {
  if (given === undefined) return undefined;
  const [, at, key] = (typeof given === 'string' && /^(\d{4}-[\d-]{5}T[\d:.]{12}Z)~(.{1,2000})$/s.exec(given)) || [];
  if (!at || key === undefined) throw new Invalid('before', 'the "before" of an earlier page is expected');
  return { at, key };
};

/** Those who are not of the desk see what is open to everyone. */
const seesOpenOnly = ({ speaker }: AskedBy): boolean => !hasRole(speaker.reviewer.role, 'annotator');

/** One thing that is cited: its fields as they were given last, and each article that uses it once. */
const itemView = (uses: readonly LibraryUse[]): object => {
  const articles = new Map(uses.map(({ article, source, title, at }) => [article, { article, source, title, at }]));
  return { ...JSON.parse(uses[0]?.body ?? '{}'), uses: [...articles.values()] };
};

const list: Route = {
  method: 'get',
  path: '/api/sources',
  needs: 'viewer',
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
    return ok({ sources: items.map(({ uses }) => itemView(uses)), before: last ? `${last.at}~${last.key}` : null });
  },
};

const known: Route = {
  method: 'get',
  path: '/api/sources/known',
  needs: 'viewer',
  answer: async ({ library }, asked) => {
    const given = address(asked.query.address, 'address');
    if (!isWebAddress(given)) throw new Invalid('address', 'the address of a page on the web is expected');
    const uses = await library.usesOf(canonicalAddress(given).slice(0, 2_000), seesOpenOnly(asked));
    return ok({ source: uses.length > 0 ? itemView(uses) : null });
  },
};

const sameTexts: Route = {
  method: 'get',
  path: '/api/articles/:id/same-texts',
  needs: 'viewer',
  answer: async ({ rooms, captures, findSameTexts }, { params, speaker }) => {
    const id = params.id ?? '';
    const room = await rooms.open(id);
    if (!room) return noArticle();
    // Only the copies of sources that are seen are looked at (T11).
    const { article } = new RoomView(room, speaker.reviewer);
    return ok({ pairs: await findSameTexts(await captures.of(id, article)) });
  },
};

/** The sources of all articles, and which of an article's are one text. */
export const libraryRoutes: readonly Route[] = [list, known, sameTexts];
