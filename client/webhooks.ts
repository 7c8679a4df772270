import type { Delivery, MadeWebhook, Webhook } from '../shared/api/records/desk.ts';
import { type Answer, ask } from './api.ts';
import { askPage } from './ask-all.ts';

export const loadWebhooks = (): Promise<Answer<{ readonly webhooks: readonly Webhook[] }>> =>
  ask('GET', '/api/webhooks');

export const addWebhook = (url: string): Promise<Answer<MadeWebhook>> => ask('POST', '/api/webhooks', { url });

export const removeWebhook = (id: string): Promise<Answer<undefined>> => ask('DELETE', `/api/webhooks/${id}`);

/** So many messages are shown at first, and so many more each time. */
const SHOWN = 50;

/** What was sent to an address, the newest first; what is older, page by page, where `next` of the page before says. */
export const loadDeliveries = (
  id: string,
  next = `/api/webhooks/${id}/deliveries?limit=${SHOWN}`,
): Promise<
  Answer<{ readonly page: { readonly deliveries: readonly Delivery[] }; readonly next: string | undefined }>
> => askPage(next);

/** Has a message sent once more, as it was. */
export const sendAgain = (webhook: string, delivery: string): Promise<Answer<Delivery>> =>
  ask('POST', `/api/webhooks/${webhook}/deliveries/${delivery}`);

/** Has a message sent that says that it is a test. */
export const testWebhook = (id: string): Promise<Answer<Delivery>> => ask('POST', `/api/webhooks/${id}/deliveries`);
