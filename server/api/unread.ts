import { claimOf } from '../../shared/activity.ts';
import { parseEntry } from '../../shared/log.ts';
import { integer, own, record, text } from '../../shared/parsing.ts';
import type { Reviewer } from '../../shared/roles.ts';
import type { ServerParts } from '../parts.ts';
import type { Room } from '../room.ts';
import { RoomView } from '../room-view.ts';
import { roomOf } from './article-asked.ts';
import { ok, type Route } from './route.ts';

/** So many entries are looked through at once. */
const PAGE = 500;

/** How many things others did to each claim since a reviewer saw it last. */
const unreadIn = async (room: Room, reviewer: Reviewer, seen: ReadonlyMap<string, number>) => {
  const view = new RoomView(room, reviewer);
  const all = seen.get('') ?? 0;
  const counts: Record<string, number> = {};
  for (let after = all; after < room.article.version; after += PAGE) {
    for (const json of await view.entriesAfter(after, PAGE)) {
      const entry = parseEntry(json, '');
      if (entry.reviewer === reviewer.id) continue;
      const claims = new Set(entry.parts.flatMap((part) => claimOf(room.article, part) ?? []));
      for (const claim of claims)
        if (entry.version > (seen.get(claim) ?? all)) counts[claim] = (counts[claim] ?? 0) + 1;
    }
  }
  return counts;
};

const show: Route = {
  method: 'get',
  path: '/api/articles/:id/unread',
  needs: 'viewer',
  scope: 'read',
  answer: async ({ rooms, news }: ServerParts, { params, speaker }) => {
    const id = params.id ?? '';
    const room = await roomOf(rooms, params);
    const reviewer = speaker.reviewer.id;
    const seen = await news.seen(reviewer, id);
    // To who comes for the first time everything is new, so nothing is marked as new.
    if (!seen.has('')) {
      await news.markSeen(reviewer, id, '', room.article.version);
      return ok({ claims: {} });
    }
    return ok({ claims: await unreadIn(room, speaker.reviewer, seen) });
  },
};

const mark: Route = {
  method: 'post',
  path: '/api/articles/:id/seen',
  needs: 'viewer',
  scope: 'read',
  bodyLimit: 1_000,
  answer: async ({ rooms, news }, { params, body, speaker }) => {
    const id = params.id ?? '';
    const room = await roomOf(rooms, params);
    const fields = record(body, '');
    const claim = text(64)(own(fields, 'claim') ?? '', 'claim');
    const version = integer(1, room.article.version)(own(fields, 'version'), 'version');
    await news.markSeen(speaker.reviewer.id, id, claim, version);
    return { status: 204 };
  },
};

/** What others did to the claims of an article since the one who asks saw them last. */
export const unreadRoutes: readonly Route[] = [show, mark];
