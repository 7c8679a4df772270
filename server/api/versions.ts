import { everyIssueOf } from '../../shared/received.ts';
import { articleAt } from '../log-reading.ts';
import { compared } from '../received/compared.ts';
import { consequencesBetween } from '../received/consequences-between.ts';
import { RoomView } from '../room-view.ts';
import { roomOf } from './article-asked.ts';
import { limitIn, pageOf } from './next-page.ts';
import { numberIn } from './query.ts';
import { ok, type Route } from './route.ts';

const list: Route = {
  method: 'get',
  path: '/api/articles/:id/versions',
  needs: 'viewer',
  scope: 'read',
  answer: async ({ rooms }, { params, path, query, speaker }) => {
    const room = await roomOf(rooms, params);
    const after = numberIn(query, 'after', 0, Number.MAX_SAFE_INTEGER, 0);
    const later = everyIssueOf(new RoomView(room, speaker.reviewer).article).filter(({ version }) => version > after);
    const versions = later.slice(0, limitIn(query));
    const next = later.length > versions.length ? versions.at(-1) : undefined;
    return pageOf({ path, query }, { article: room.id, versions }, 'after', next && String(next.version));
  },
};

const compare: Route = {
  method: 'get',
  path: '/api/articles/:id/difference',
  needs: 'viewer',
  scope: 'read',
  answer: async ({ rooms, logStore, digest }, { params, query, speaker, gone: signal }) => {
    const room = await roomOf(rooms, params);
    const head = room.article.version;
    const [from, to] = [numberIn(query, 'from', 1, head, 1), numberIn(query, 'to', 1, head, head)];
    const one = await articleAt(logStore, room.id, from, digest);
    const other = await articleAt(logStore, room.id, to, digest);
    const { steps, rows } = await compared(one.doc, other.doc, { isBare: false, signal });
    const consequences = consequencesBetween(one, other, room.article, speaker.reviewer);
    return ok({ from, to, isSame: steps.length === 0, rows, consequences });
  },
};

/** The versions of an article as they were published or handed in, and how two of them differ. */
export const versionRoutes: readonly Route[] = [list, compare];
