import { Invalid, identifier, list, optional, own, record } from '../../shared/parsing.ts';
import type { NoticeCursor, StoredNotice } from '../storage/news-store.ts';
import { pageOf } from './next-page.ts';
import { numberIn, textIn } from './query.ts';
import { ok, type Route } from './route.ts';

const PAGE = { usual: 30, most: 100 } as const;

const view = ({ id, article, at, body, readAt }: StoredNotice): { readonly by?: string } => ({
  id,
  article,
  at,
  read: readAt !== undefined,
  title: '', // those of before it was kept have none
  ...JSON.parse(body),
});

const cursorIn = (given: string | undefined): NoticeCursor | undefined => {
  if (given === undefined) return undefined;
  const [, at, id] = /^(\d{4}-[\d-]{5}T[\d:.]{12}Z)~(\w{1,64})$/.exec(given) ?? [];
  if (!at || !id) throw new Invalid('before', 'the "before" of an earlier page is expected');
  return { at, id };
};

const listNotices: Route = {
  method: 'get',
  path: '/api/notices',
  needs: 'viewer',
  scope: 'read',
  guests: true,
  answer: async ({ news, profiles }, { path, query, speaker }) => {
    const limit = numberIn(query, 'limit', 1, PAGE.most, PAGE.usual);
    const reviewer = speaker.reviewer.id;
    const [notices, unread] = await Promise.all([
      news.notices(reviewer, limit, cursorIn(textIn(query, 'before'))),
      news.countUnread(reviewer),
    ]);
    const last = notices.length === limit ? notices.at(-1) : undefined;
    const shown = notices.map(view);
    const people = await profiles([...new Set(shown.flatMap(({ by }) => by ?? []))]);
    const before = last && `${last.at}~${last.id}`;
    const body = {
      notices: shown,
      unread,
      people: Object.fromEntries(Object.entries(people).map(([id, { name }]) => [id, name])),
      before: before ?? null,
    };
    return pageOf({ path, query }, body, 'before', before);
  },
};

const readNotices: Route = {
  method: 'post',
  path: '/api/notices/read',
  needs: 'viewer',
  scope: 'read',
  guests: true,
  bodyLimit: 20_000,
  answer: async ({ news, clock }, { body, speaker }) => {
    const ids = optional(list(identifier, PAGE.most))(own(record(body, ''), 'ids'), 'ids');
    await news.markRead(speaker.reviewer.id, clock.now(), ids);
    return ok({ unread: await news.countUnread(speaker.reviewer.id) });
  },
};

/** What the one who asks is told of what others did. */
export const noticeRoutes: readonly Route[] = [listNotices, readNotices];
