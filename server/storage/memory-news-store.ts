import { FORMER_NAME } from '../../shared/former.ts';
import type { LogStore } from './log-store.ts';
import { type Forgetting, type ForgettingPeople, forget } from './memory-forgetting.ts';
import type { NewsStep, NewsStore, NoticeCursor, StoredNotice, StoredTask } from './news-store.ts';
import type { Delivery } from './webhook-store.ts';

const newestFirst = (one: NoticeCursor, other: NoticeCursor): number => {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1;
  return one.id < other.id ? 1 : one.id > other.id ? -1 : 0;
};

/** News that are as durable as the process. */
export const memoryNewsStore = (
  log: LogStore,
  deliveries: Map<string, Delivery>,
): NewsStore & Forgetting & ForgettingPeople => {
  const reached = new Map<string, number>();
  const notices = new Map<string, StoredNotice>();
  const tasks = new Map<string, StoredTask>();
  const seen = new Map<string, Map<string, number>>();
  const key = (one: string, other: string): string => JSON.stringify([one, other]);

  const keep = (news: Pick<NewsStep, 'notices' | 'deliveries'>): void => {
    for (const notice of news.notices) if (!notices.has(notice.id)) notices.set(notice.id, notice);
    for (const each of news.deliveries) if (!deliveries.has(each.id)) deliveries.set(each.id, each);
  };

  return {
    forgetArticle: (article) => {
      reached.delete(article);
      forget(notices, (each) => each.article === article || each.body.includes(article));
      forget(deliveries, ({ body }) => body.includes(article));
      forget(tasks, (each) => each.article === article);
      for (const whose of seen.keys()) if (JSON.parse(whose)[1] === article) seen.delete(whose);
    },

    forgetReviewer: ({ id }, { name }) => {
      const mention = JSON.stringify(`@${name}`).slice(1, -1);
      forget(notices, ({ reviewer }) => reviewer === id);
      for (const [key, notice] of notices)
        notices.set(key, { ...notice, body: notice.body.replaceAll(mention, `@${FORMER_NAME}`) });
      forget(deliveries, ({ body }) => body.includes(id));
      for (const whose of seen.keys()) if (JSON.parse(whose)[0] === id) seen.delete(whose);
    },

    reached: async (article) => reached.get(article) ?? 0,

    behind: async () => {
      const rows = await log.articles(Number.MAX_SAFE_INTEGER);
      return rows.filter(({ id, version }) => version > (reached.get(id) ?? 0)).map(({ id }) => id);
    },

    advance: async (news) => {
      if ((reached.get(news.article) ?? 0) !== news.from) return false;
      reached.set(news.article, news.to);
      for (const id of news.untold) notices.delete(id);
      keep(news);
      for (const claim of news.done) tasks.delete(key(news.article, claim));
      for (const task of news.tasks) tasks.set(key(task.article, task.claim), task);
      return true;
    },

    add: async (added, deliveries) => keep({ notices: added, deliveries }),

    notices: async (reviewer, limit, before) =>
      [...notices.values()]
        .filter((each) => each.reviewer === reviewer && (before === undefined || newestFirst(before, each) < 0))
        .sort(newestFirst)
        .slice(0, limit),

    countUnread: async (reviewer) =>
      [...notices.values()].filter((each) => each.reviewer === reviewer && each.readAt === undefined).length,

    markRead: async (reviewer, at, ids) => {
      for (const each of notices.values()) {
        const isMeant = each.reviewer === reviewer && each.readAt === undefined && (ids?.includes(each.id) ?? true);
        if (isMeant) notices.set(each.id, { ...each, readAt: at });
      }
    },

    tasksOf: async (reviewer) => [...tasks.values()].filter(({ assignee }) => assignee === reviewer),

    tasksIn: async (states, limit, after) => {
      const place = (task: Pick<StoredTask, 'article' | 'claim'>): string => `${task.article} ${task.claim}`;
      return [...tasks.values()]
        .filter((task) => states.includes(task.state) && (after === undefined || place(task) > place(after)))
        .sort((one, other) => (place(one) < place(other) ? -1 : 1))
        .slice(0, limit);
    },

    seen: async (reviewer, article) => new Map(seen.get(key(reviewer, article))),

    markSeen: async (reviewer, article, claim, version) => {
      const whose = key(reviewer, article);
      const versions = seen.get(whose) ?? new Map<string, number>();
      seen.set(whose, versions.set(claim, Math.max(version, versions.get(claim) ?? 0)));
    },
  };
};
