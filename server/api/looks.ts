import { identifier, optional, own, record } from '../../shared/parsing.ts';
import { RoomView } from '../room-view.ts';
import { roomOf, viewOf } from './article-asked.ts';
import { limitIn, pageOfMore, placeIn } from './next-page.ts';
import { problem, tooOften } from './problem.ts';
import { ok, type Route } from './route.ts';

const list: Route = {
  method: 'get',
  path: '/api/articles/:id/looks',
  needs: 'viewer',
  scope: 'read',
  answer: async ({ rooms, looks }, asked) => {
    const { id, article } = await viewOf(rooms, asked);
    const own = await looks.own.of(id, article);
    return ok({ ...(await looks.of(id, article)), ...(own && { own }) });
  },
};

const past: Route = {
  method: 'get',
  path: '/api/articles/:id/looks/:source',
  needs: 'viewer',
  scope: 'read',
  answer: async ({ rooms, looks }, { params, path, query, speaker }) => {
    const { id, article } = await viewOf(rooms, { params, speaker });
    const source = article.sources.get(params.source ?? '');
    if (!source) return problem(404, 'not-found', 'There is no such source.');
    const rows = await looks.past(id, source.id, article, limitIn(query) + 1, placeIn(query, 'before'));
    const body = (shown: typeof rows) => ({ looks: shown.map(({ look: each }) => each) });
    return pageOfMore({ path, query }, rows, body, 'before', ({ id, look: { at } }) => ({ at, id }));
  },
};

const look: Route = {
  method: 'post',
  path: '/api/articles/:id/looks',
  needs: 'annotator',
  scope: 'annotate',
  bodyLimit: 1_000,
  answer: async ({ rooms, looks }, { params, speaker, body }) => {
    const room = await roomOf(rooms, params);
    const { article } = new RoomView(room, speaker.reviewer);
    if (own(record(body, ''), 'own') === true) {
      const { wait, isBegun } = looks.own.look(room.id, room.article);
      return wait > 0 ? tooOften(wait) : { status: 202, body: { begun: [], ...(isBegun && { own: true }) } };
    }
    const wanted = optional(identifier)(own(record(body, ''), 'source'), 'source');
    const sources = [...article.sources.values()].filter(({ id }) => wanted === undefined || id === wanted);
    const begun = sources.filter((source) => looks.look(room.id, source, speaker.reviewer.id));
    return { status: 202, body: { begun: begun.map(({ id }) => id) } };
  },
};

/** Looking again at the addresses of an article's sources. */
export const lookRoutes: readonly Route[] = [list, past, look];
