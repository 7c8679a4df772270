/** An address outside that is told what people are told. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  /** What each message is signed with; kept as it is, since signing needs it. */
  readonly secret: string;
  readonly createdAt: string;
  readonly createdBy: string;
}

/** One message to one webhook: sent until it is taken or given up. */
export interface Delivery {
  readonly id: string;
  readonly webhook: string;
  /** The message, as it is sent each time. */
  readonly body: string;
  readonly createdAt: string;
  /** When it is tried next; absent once it was taken or given up. */
  readonly nextAt?: string;
  readonly attempts: number;
  /** What came of the last attempt, in a few words such as `204` or `timed out`; empty before the first. */
  readonly outcome: string;
  readonly takenAt?: string;
}

/** Who else is told, and what became of it. */
export interface WebhookStore {
  webhooks(): Promise<readonly Webhook[]>;
  addWebhook(webhook: Webhook): Promise<void>;
  /** Takes a webhook out with its deliveries; false when there is none. */
  removeWebhook(id: string): Promise<boolean>;
  /** Puts in a delivery that comes of no notice. */
  addDelivery(delivery: Delivery): Promise<void>;
  /** Deliveries to be tried at a time, the longest due first, at most `limit`. */
  due(at: string, limit: number): Promise<readonly Delivery[]>;
  /** Takes a delivery that is due, so that no other server does until then; false when another was faster. */
  take(delivery: Delivery, until: string): Promise<boolean>;
  /** Notes what came of an attempt; nothing when the delivery is gone. */
  tried(delivery: Delivery): Promise<void>;
  /** The newest deliveries to a webhook, at most `limit`, beginning after `before`. */
  deliveries(webhook: string, limit: number, before?: Pick<Delivery, 'createdAt' | 'id'>): Promise<readonly Delivery[]>;
  /** One delivery to a webhook. */
  delivery(webhook: string, id: string): Promise<Delivery | undefined>;
}
