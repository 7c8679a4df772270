import type { Kysely } from 'kysely';
import type { BatchStore } from './batch-store.ts';
import type { Tables } from './tables.ts';

/** Batches, in a SQL database. */
export const sqlBatchStore = (db: Kysely<Tables>): BatchStore => {
  const batches = db.selectFrom('batches').selectAll();
  const items = db.selectFrom('batchItems').selectAll();
  return {
    put: async (batch) => {
      const { state, body } = batch;
      const put = db.insertInto('batches').values(batch);
      await put.onConflict((known) => known.column('id').doUpdateSet({ state, body })).execute();
    },
    add: async (item) => {
      const add = db.insertInto('batchItems').values(item);
      const added = await add.onConflict((known) => known.columns(['batch', 'key']).doNothing()).executeTakeFirst();
      return added.numInsertedOrUpdatedRows === 1n;
    },
    putItem: async ({ id, state, body }) => {
      await db.updateTable('batchItems').set({ state, body }).where('id', '=', id).execute();
    },
    batch: (id) => batches.where('id', '=', id).executeTakeFirst(),
    newest: (limit, before) => {
      const older = before
        ? batches.where((row) => row(row.refTuple('at', 'id'), '<', row.tuple(before.at, before.id)))
        : batches;
      return older.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
    },
    in: (state) => batches.where('state', '=', state).orderBy('at').orderBy('id').execute(),
    items: (batch) => items.where('batch', '=', batch).orderBy('nth').orderBy('id').execute(),
    known: (key, state) => items.where('key', '=', key).where('state', '=', state).limit(1).executeTakeFirst(),
  };
};
