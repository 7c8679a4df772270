import type { Delivery, Webhook, WebhookStore } from './webhook-store.ts';

const placeOf = ({ createdAt, id }: Pick<Delivery, 'createdAt' | 'id'>): string => `${createdAt} ${id}`;

/** Webhooks that are as durable as the process; `deliveries` has those that the news put there, too. */
export const memoryWebhookStore = (deliveries: Map<string, Delivery>): WebhookStore => {
  const webhooks = new Map<string, Webhook>();
  const all = (): readonly Delivery[] => [...deliveries.values()].filter(({ webhook }) => webhooks.has(webhook));
  const by = (when: (delivery: Delivery) => string) => (one: Delivery, other: Delivery) =>
    when(one) < when(other) ? -1 : 1;
  return {
    webhooks: async () => [...webhooks.values()],
    addWebhook: async (webhook) => {
      webhooks.set(webhook.id, webhook);
    },
    removeWebhook: async (id) => {
      for (const delivery of deliveries.values()) if (delivery.webhook === id) deliveries.delete(delivery.id);
      return webhooks.delete(id);
    },
    addDelivery: async (delivery) => {
      deliveries.set(delivery.id, delivery);
    },
    due: async (at, limit) =>
      all()
        .filter(({ nextAt }) => nextAt !== undefined && nextAt <= at)
        .sort(by(({ nextAt, id }) => `${nextAt} ${id}`))
        .slice(0, limit),
    take: async ({ id, nextAt }, until) => {
      const due = deliveries.get(id);
      if (!due || nextAt === undefined || due.nextAt !== nextAt) return false;
      deliveries.set(id, { ...due, nextAt: until });
      return true;
    },
    tried: async (delivery) => {
      if (deliveries.has(delivery.id)) deliveries.set(delivery.id, delivery);
    },
    deliveries: async (webhook, limit, before) =>
      all()
        .filter((each) => each.webhook === webhook && (before === undefined || placeOf(each) < placeOf(before)))
        .sort(by(placeOf))
        .reverse()
        .slice(0, limit),
    delivery: async (webhook, id) => all().find((each) => each.webhook === webhook && each.id === id),
  };
};
