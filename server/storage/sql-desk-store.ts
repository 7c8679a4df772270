import { type Kysely, sql } from 'kysely';
import type { DeskStore } from './desk-store.ts';
import type { Tables } from './tables.ts';

/** What a desk decided, in a SQL database: every method is one statement, so each is atomic as it stands. */
export const sqlDeskStore = (db: Kysely<Tables>): DeskStore => ({
  latest: () => db.selectFrom('desk').selectAll().orderBy('version', 'desc').limit(1).executeTakeFirst(),

  put: async ({ version, reviewer, at, body }) => {
    const newest = sql<number>`(select coalesce(max(version), 0) from desk)`;
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('desk')
      .columns(['version', 'reviewer', 'at', 'body'])
      .expression(sql`select ${version}, ${reviewer}, ${at}, ${body} where ${newest} = ${version - 1}`)
      .onConflict((taken) => taken.column('version').doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  },
});
