import type { Kysely } from 'kysely';
import type { AnswerStore } from './answer-store.ts';
import type { Tables } from './tables.ts';

/** Answers in a SQL database. */
export const sqlAnswerStore = (db: Kysely<Tables>): AnswerStore => ({
  find: (reviewer, key) =>
    db.selectFrom('answers').selectAll().where('reviewer', '=', reviewer).where('key', '=', key).executeTakeFirst(),

  keep: (answer, since, most) =>
    db.transaction().execute(async (tx) => {
      const { reviewer, key } = answer;
      await tx.deleteFrom('answers').where('at', '<', since).execute();
      await tx.deleteFrom('answers').where('reviewer', '=', reviewer).where('key', '=', key).execute();
      await tx.insertInto('answers').values(answer).execute();
      const own = tx.selectFrom('answers').select('key').where('reviewer', '=', reviewer);
      const newest = own.orderBy('at', 'desc').orderBy('key', 'desc').limit(most);
      await tx.deleteFrom('answers').where('reviewer', '=', reviewer).where('key', 'not in', newest).execute();
    }),
});
