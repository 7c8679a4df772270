import { FETCH_LIMIT } from '../../shared/protocol.ts';
import { RoomView } from '../room-view.ts';
import { roomOf } from './article-asked.ts';
import { pageOf } from './next-page.ts';
import { numberIn } from './query.ts';
import type { Route } from './route.ts';

const readLog: Route = {
  method: 'get',
  path: '/api/articles/:id/log',
  needs: 'viewer',
  scope: 'read',
  answer: async ({ rooms }, { params, path, query, speaker }) => {
    const after = numberIn(query, 'after', 0, Number.MAX_SAFE_INTEGER, 0);
    const limit = numberIn(query, 'limit', 1, FETCH_LIMIT, FETCH_LIMIT);
    const room = await roomOf(rooms, params);
    // Read before the head is, so that what is answered never ends behind the version that stands beside it.
    const entries = await new RoomView(room, speaker.reviewer).entriesAfter(after, limit);
    const { version } = room.article;
    const last = entries.at(-1)?.version ?? version;
    const more = last < version ? String(last) : undefined;
    return pageOf({ path, query }, { article: room.id, version, entries }, 'after', more);
  },
};

/** The entries of an article, as they are sealed; while work is blind, as far as the one who asks may see them. */
export const logRoutes: readonly Route[] = [readLog];
