import type { Kysely } from 'kysely';
import type { ArticleHolds } from './article-holds.ts';
import type { NewsStep, NewsStore, StoredNotice } from './news-store.ts';
import { sqlDrawn } from './sql-drawn.ts';
import type { Lazily } from './sql-log-store.ts';
import { deliveryRow } from './sql-webhook-store.ts';
import type { Tables } from './tables.ts';

const toNotice = ({ readAt, ...notice }: Tables['notices']): StoredNotice => ({
  ...notice,
  ...(readAt !== null && { readAt }),
});

const keep = async (tx: Kysely<Tables>, news: Pick<NewsStep, 'notices' | 'deliveries'>): Promise<void> => {
  for (const notice of news.notices) {
    const row = { ...notice, readAt: notice.readAt ?? null };
    await tx
      .insertInto('notices')
      .values(row)
      .onConflict((told) => told.column('id').doNothing())
      .execute();
  }
  for (const delivery of news.deliveries) {
    await tx
      .insertInto('deliveries')
      .values(deliveryRow(delivery))
      .onConflict((made) => made.column('id').doNothing())
      .execute();
  }
};

/** News in a SQL database. */
export const sqlNewsStore = (db: Kysely<Tables>, lazily: Lazily, holds: ArticleHolds): NewsStore => {
  const { reached, behind, advance } = sqlDrawn(db, lazily, holds, 'news');

  return {
    reached,
    behind,

    advance: (news) =>
      advance(news, {}, async (tx) => {
        for (const id of news.untold) await tx.deleteFrom('notices').where('id', '=', id).execute();
        await keep(tx, news);
        for (const claim of news.done)
          await tx.deleteFrom('tasks').where('article', '=', news.article).where('claim', '=', claim).execute();
        for (const task of news.tasks) {
          const { article, claim, ...said } = task;
          await tx
            .insertInto('tasks')
            .values(task)
            .onConflict((known) => known.columns(['article', 'claim']).doUpdateSet(said))
            .execute();
        }
      }),

    add: (notices, deliveries) =>
      lazily((each) => each.transaction().execute((tx) => keep(tx, { notices, deliveries }))),

    notices: async (reviewer, limit, before) => {
      const all = db.selectFrom('notices').selectAll().where('reviewer', '=', reviewer);
      const older = before
        ? all.where((row) => row(row.refTuple('at', 'id'), '<', row.tuple(before.at, before.id)))
        : all;
      return (await older.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(toNotice);
    },

    countUnread: async (reviewer) => {
      const unread = db
        .selectFrom('notices')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('reviewer', '=', reviewer)
        .where('readAt', 'is', null);
      return Number((await unread.executeTakeFirstOrThrow()).count);
    },

    markRead: async (reviewer, at, ids) => {
      if (ids?.length === 0) return;
      const unread = db
        .updateTable('notices')
        .set({ readAt: at })
        .where('reviewer', '=', reviewer)
        .where('readAt', 'is', null);
      await (ids ? unread.where('id', 'in', ids) : unread).execute();
    },

    tasksOf: (reviewer) =>
      db.selectFrom('tasks').selectAll().where('assignee', '=', reviewer).orderBy('article').orderBy('claim').execute(),

    tasksIn: (states, limit, after) => {
      const all = db.selectFrom('tasks').selectAll().where('state', 'in', states);
      const rest = after
        ? all.where((row) => row(row.refTuple('article', 'claim'), '>', row.tuple(after.article, after.claim)))
        : all;
      return rest.orderBy('article').orderBy('claim').limit(limit).execute();
    },

    seen: async (reviewer, article) => {
      const rows = await db
        .selectFrom('seen')
        .select(['claim', 'version'])
        .where('reviewer', '=', reviewer)
        .where('article', '=', article)
        .execute();
      return new Map(rows.map(({ claim, version }) => [claim, version]));
    },

    markSeen: async (reviewer, article, claim, version) => {
      await db
        .insertInto('seen')
        .values({ reviewer, article, claim, version })
        .onConflict((known) =>
          known.columns(['reviewer', 'article', 'claim']).doUpdateSet({ version }).where('seen.version', '<', version),
        )
        .execute();
    },
  };
};
