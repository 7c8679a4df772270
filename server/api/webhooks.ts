import { address, own, record, wrong } from '../../shared/parsing.ts';
import { DEEDS } from '../../shared/permission.ts';
import { newSigningSecret } from '../accounts/secret.ts';
import type { Delivery, Webhook } from '../storage/webhook-store.ts';
import { testDelivery } from '../webhooks.ts';
import { limitIn, pageOfMore, placeIn } from './next-page.ts';
import { problem } from './problem.ts';
import { ok, type Route } from './route.ts';

/** The most webhooks of a desk. */
const MOST = 20;

const view = ({ id, url, createdAt, createdBy }: Webhook): object => ({ id, url, createdAt, createdBy });

const deliveryView = ({ body, nextAt, takenAt, ...delivery }: Delivery): object => ({
  ...delivery,
  type: (JSON.parse(body) as { type: string }).type,
  nextAt: nextAt ?? null,
  takenAt: takenAt ?? null,
});

const none = () => problem(404, 'not-found', 'There is no such webhook.');

const list: Route = {
  method: 'get',
  path: '/api/webhooks',
  needs: DEEDS.webhooks,
  scope: 'desk',
  answer: async ({ webhooks }) => ok({ webhooks: (await webhooks.webhooks()).map(view) }),
};

const add: Route = {
  method: 'post',
  path: '/api/webhooks',
  needs: DEEDS.webhooks,
  scope: 'desk',
  bodyLimit: 10_000,
  answer: async ({ webhooks, newId, clock }, { body, speaker }) => {
    const url = address(own(record(body, ''), 'url'), 'url');
    if (!/^https?:/i.test(url)) throw wrong('url', 'address', { given: url.slice(0, 60) });
    if ((await webhooks.webhooks()).length >= MOST) return problem(409, 'too-many', `A desk has at most ${MOST}.`);
    const webhook = {
      id: newId(),
      url,
      secret: newSigningSecret(),
      createdAt: clock.now(),
      createdBy: speaker.reviewer.id,
    };
    await webhooks.addWebhook(webhook);
    return { status: 201, body: { ...view(webhook), secret: webhook.secret } };
  },
};

const remove: Route = {
  method: 'delete',
  path: '/api/webhooks/:id',
  needs: DEEDS.webhooks,
  scope: 'desk',
  answer: async ({ webhooks }, { params }) =>
    (await webhooks.removeWebhook(params.id ?? '')) ? { status: 204 } : none(),
};

const deliveries: Route = {
  method: 'get',
  path: '/api/webhooks/:id/deliveries',
  needs: DEEDS.webhooks,
  scope: 'desk',
  answer: async ({ webhooks }, { params, path, query }) => {
    const id = params.id ?? '';
    if (!(await webhooks.webhooks()).some((each) => each.id === id)) return none();
    const before = placeIn(query, 'before');
    const last = before && { createdAt: before.at, id: before.id };
    const rows = await webhooks.deliveries(id, limitIn(query) + 1, last);
    const body = (shown: readonly Delivery[]) => ({ deliveries: shown.map(deliveryView) });
    return pageOfMore({ path, query }, rows, body, 'before', (row) => ({ at: row.createdAt, id: row.id }));
  },
};

const test: Route = {
  method: 'post',
  path: '/api/webhooks/:id/deliveries',
  needs: DEEDS.webhooks,
  scope: 'desk',
  answer: async ({ webhooks, clock, newId, config }, { params }) => {
    const webhook = (await webhooks.webhooks()).find(({ id }) => id === params.id);
    if (!webhook) return none();
    const delivery = testDelivery(webhook, { clock, newId, publicUrl: config.publicUrl });
    await webhooks.addDelivery(delivery);
    return { status: 201, body: deliveryView(delivery) };
  },
};

const again: Route = {
  method: 'post',
  path: '/api/webhooks/:id/deliveries/:delivery',
  needs: DEEDS.webhooks,
  scope: 'desk',
  answer: async ({ webhooks, clock }, { params }) => {
    const delivery = await webhooks.delivery(params.id ?? '', params.delivery ?? '');
    if (!delivery) return problem(404, 'not-found', 'There is no such message to this webhook.');
    const { takenAt: _, ...sent } = delivery;
    const due = { ...sent, attempts: 0, outcome: '', nextAt: clock.now() };
    await webhooks.tried(due);
    return { status: 202, body: deliveryView(due) };
  },
};

/** The addresses outside that are told what people are told, and what became of it. */
export const webhookRoutes: readonly Route[] = [list, add, remove, deliveries, test, again];
