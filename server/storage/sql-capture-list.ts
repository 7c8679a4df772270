import type { Kysely } from 'kysely';
import type { CaptureList } from './capture-list.ts';
import type { Tables } from './tables.ts';

/** The list of copies in a SQL database. */
export const sqlCaptureList = (db: Kysely<Tables>): CaptureList => {
  const all = db.selectFrom('captures').selectAll().orderBy('at').orderBy('id');
  return {
    put: async (capture) => {
      const { state, body } = capture;
      await db
        .insertInto('captures')
        .values(capture)
        .onConflict((known) => known.columns(['article', 'id']).doUpdateSet({ state, body }))
        .execute();
    },
    of: (article) => all.where('article', '=', article).execute(),
    in: (state) => all.where('state', '=', state).execute(),
  };
};
