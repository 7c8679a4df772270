import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';
import type { Delivery, WebhookStore } from './webhook-store.ts';

const toDelivery = ({ nextAt, takenAt, ...delivery }: Tables['deliveries']): Delivery => ({
  ...delivery,
  ...(nextAt !== null && { nextAt }),
  ...(takenAt !== null && { takenAt }),
});

/** A delivery as a row. */
export const deliveryRow = (delivery: Delivery): Tables['deliveries'] => ({
  ...delivery,
  nextAt: delivery.nextAt ?? null,
  takenAt: delivery.takenAt ?? null,
});

/** Webhooks in a SQL database. */
export const sqlWebhookStore = (db: Kysely<Tables>): WebhookStore => ({
  webhooks: () => db.selectFrom('webhooks').selectAll().orderBy('createdAt').orderBy('id').execute(),

  addWebhook: async (webhook) => {
    await db.insertInto('webhooks').values(webhook).execute();
  },

  removeWebhook: (id) =>
    db.transaction().execute(async (tx) => {
      await tx.deleteFrom('deliveries').where('webhook', '=', id).execute();
      return (await tx.deleteFrom('webhooks').where('id', '=', id).executeTakeFirstOrThrow()).numDeletedRows === 1n;
    }),

  addDelivery: async (delivery) => {
    await db.insertInto('deliveries').values(deliveryRow(delivery)).execute();
  },

  due: async (at, limit) => {
    const due = db.selectFrom('deliveries').selectAll().where('nextAt', '<=', at);
    return (await due.orderBy('nextAt').orderBy('id').limit(limit).execute()).map(toDelivery);
  },

  take: async ({ id, nextAt }, until) => {
    if (nextAt === undefined) return false;
    const due = db.updateTable('deliveries').set({ nextAt: until }).where('id', '=', id).where('nextAt', '=', nextAt);
    return (await due.executeTakeFirstOrThrow()).numUpdatedRows === 1n;
  },

  tried: async (delivery) => {
    const { id, ...said } = deliveryRow(delivery);
    await db.updateTable('deliveries').set(said).where('id', '=', id).execute();
  },

  deliveries: async (webhook, limit, before) => {
    const all = db.selectFrom('deliveries').selectAll().where('webhook', '=', webhook);
    const older = before
      ? all.where((row) => row(row.refTuple('createdAt', 'id'), '<', row.tuple(before.createdAt, before.id)))
      : all;
    return (await older.orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(toDelivery);
  },

  delivery: async (webhook, id) => {
    const all = db.selectFrom('deliveries').selectAll().where('webhook', '=', webhook);
    const row = await all.where('id', '=', id).executeTakeFirst();
    return row && toDelivery(row);
  },
});
