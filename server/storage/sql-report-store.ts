import type { Kysely } from 'kysely';
import type { ReportHead, ReportStore, StoredReport } from './report-store.ts';
import type { Tables } from './tables.ts';

const HEAD = ['article', 'number', 'slug', 'sha256', 'at', 'body'] as const satisfies readonly (keyof ReportHead)[];

/** Published reports, in a SQL database. */
export const sqlReportStore = (db: Kysely<Tables>): ReportStore => {
  const heads = db.selectFrom('reports').select(HEAD);
  const sealed = heads.where('sealed', '=', 1);
  return {
    put: async (report) => {
      const row = { ...report, sealed: 0 };
      await db
        .insertInto('reports')
        .values(row)
        .onConflict((known) => known.columns(['article', 'sha256']).doNothing())
        .execute();
    },
    seal: async (article, sha256) => {
      const one = db.updateTable('reports').where('article', '=', article).where('sha256', '=', sha256);
      await one.set({ sealed: 1 }).execute();
    },
    unsealed: () => heads.where('sealed', '=', 0).execute(),
    forget: async (article, sha256) => {
      const one = db.deleteFrom('reports').where('article', '=', article).where('sha256', '=', sha256);
      await one.where('sealed', '=', 0).execute();
    },
    of: (article) => sealed.where('article', '=', article).orderBy('number').execute(),
    read: async (slug, number) => {
      const all = db.selectFrom('reports').selectAll().where('sealed', '=', 1).where('slug', '=', slug);
      const asked = number === undefined ? all : all.where('number', '=', number);
      const found = await asked.orderBy('number', 'desc').limit(1).executeTakeFirst();
      if (!found) return undefined;
      const { sealed: _, page, embed, ...head } = found;
      return { ...head, page: Uint8Array.from(page), embed: Uint8Array.from(embed) } satisfies StoredReport;
    },
    newest: async (limit, before) => {
      const last = db
        .selectFrom('reports')
        .select(({ fn }) => ['article', fn.max('number').as('number')])
        .where('sealed', '=', 1)
        .groupBy('article')
        .as('last');
      const rows = db
        .selectFrom('reports')
        .innerJoin(last, (join) =>
          join.onRef('last.article', '=', 'reports.article').onRef('last.number', '=', 'reports.number'),
        )
        .where('reports.sealed', '=', 1)
        .select(HEAD.map((name) => `reports.${name}` as const));
      const asked = before === undefined ? rows : rows.where('reports.at', '<', before);
      return asked.orderBy('reports.at', 'desc').orderBy('reports.article', 'desc').limit(limit).execute();
    },
  };
};
