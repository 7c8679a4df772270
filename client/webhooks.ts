import { type Answer, ask } from './api.ts';
import { askPage } from './ask-all.ts';

/** An address outside that is told what people are told. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly createdAt: string;
  /** The id of the reviewer who had it added. */
  readonly createdBy: string;
}

/** One with the secret that its messages are signed with: told once, when it is added. */
export interface NewWebhook extends Webhook {
  readonly secret: string;
}

/** A message to an address, and what became of it. */
export interface Delivery {
  readonly id: string;
  /** `test`, or `notice.` and the kind of a notice. */
  readonly type: string;
  readonly createdAt: string;
  readonly attempts: number;
  /** What came of the last attempt, such as `204` or `timed out`; empty before the first. */
  readonly outcome: string;
  /** When it is tried next; null once it was taken or given up. */
  readonly nextAt: string | null;
  readonly takenAt: string | null;
}

export const loadWebhooks = (): Promise<Answer<{ readonly webhooks: readonly Webhook[] }>> =>
  ask('GET', '/api/webhooks');

export const addWebhook = (url: string): Promise<Answer<NewWebhook>> => ask('POST', '/api/webhooks', { url });

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
