import { createHmac, timingSafeEqual } from 'node:crypto';
import { sentenceOf } from '../shared/notice.ts';
import type { Clock } from './clock.ts';
import { fromNow } from './clock.ts';
import type { Told } from './news.ts';
import type { Delivery, Webhook, WebhookStore } from './storage/webhook-store.ts';
import type { After } from './timer.ts';

/** What webhooks are called with. */
export interface WebhookParts {
  readonly store: WebhookStore;
  readonly clock: Clock;
  readonly after: After;
  readonly newId: () => string;
  /** Asks an address; the global `fetch`. */
  readonly fetch: typeof globalThis.fetch;
  readonly report: (error: unknown) => void;
  readonly nameOf: (reviewer: string) => Promise<string>;
  readonly publicUrl: string;
}

/** After how many milliseconds a message that was not taken is tried again; after the last it is given up. */
export const PAUSES = [5_000, 30_000, 120_000, 600_000, 3_600_000, 21_600_000] as const;

/** An address has so many milliseconds to take a message. */
const PATIENCE = 10_000;

/** So often it is looked whether something is due. */
const LOOK = 2_000;

const AT_ONCE = 20;

/** After so many milliseconds another server takes up a message that one has taken and not done with. */
const LEASE = 6 * PATIENCE;

const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');

/** The signature of a message (Standard Webhooks 1.0, "Signature scheme": HMAC-SHA256 over id, time and body). */
export const signature = (secret: string, id: string, seconds: number, body: string): string =>
  `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.${body}`).digest('base64')}`;

/** Whether a message bears the signature of a secret, for those who receive it. */
export const isSigned = (secret: string, id: string, seconds: number, body: string, given: string): boolean => {
  const [expected, shown] = [Buffer.from(signature(secret, id, seconds, body)), Buffer.from(given)];
  return expected.length === shown.length && timingSafeEqual(expected, shown);
};

/** A message that says that it is a test, due at once. */
export const testDelivery = (
  webhook: Webhook,
  { clock, newId, publicUrl }: Pick<WebhookParts, 'clock' | 'newId' | 'publicUrl'>,
): Delivery => {
  const now = clock.now();
  const text = `A test of the desk at ${publicUrl}: what people are told will come here.`;
  const body = JSON.stringify({ type: 'test', timestamp: now, text, data: { address: publicUrl } });
  return { id: newId(), webhook: webhook.id, body, createdAt: now, nextAt: now, attempts: 0, outcome: '' };
};

/** Tells addresses outside what people are told: each message signed, tried until it is taken or given up, in a log. */
export class Webhooks {
  readonly #parts: WebhookParts;
  #cancel: (() => void) | undefined;
  #sending: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(parts: WebhookParts) {
    this.#parts = parts;
  }

  /** Begins to look for what is due. */
  start(): void {
    this.#cancel = this.#parts.after(LOOK, () => {
      void this.send().then(() => {
        if (!this.#isClosed) this.start();
      });
    });
  }

  /** Begins nothing more; resolves when what is being sent is done with. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancel?.();
    await this.#sending;
  }

  /** The messages that something told becomes, one for each notice and webhook. */
  async deliveries(told: Told): Promise<readonly Delivery[]> {
    const { store, clock, newId } = this.#parts;
    const webhooks = await store.webhooks();
    if (webhooks.length === 0) return [];
    const now = clock.now();
    const bodies = await Promise.all(told.notices.map((notice) => this.#message(told, notice)));
    return webhooks.flatMap(({ id: webhook }) =>
      bodies.map((body) => ({ id: newId(), webhook, body, createdAt: now, nextAt: now, attempts: 0, outcome: '' })),
    );
  }

  /** Tries all that is due. */
  send(): Promise<void> {
    this.#sending = this.#sending.then(() => this.#send()).catch(this.#parts.report);
    return this.#sending;
  }

  async #message({ article, title }: Told, notice: Told['notices'][number]): Promise<string> {
    const { nameOf, publicUrl } = this.#parts;
    const address = `${publicUrl}/articles/${article}${notice.claim ? `#claim-${notice.claim}` : ''}`;
    const { kind, words, to, by, at } = notice;
    const [reviewer, author] = await Promise.all([nameOf(to), by === undefined ? '' : nameOf(by)]);
    const text = `${reviewer}: ${sentenceOf(notice)}${author && ` (${author})`}: “${words}”, ${title}, ${address}`;
    return JSON.stringify({
      type: `notice.${kind}`,
      timestamp: at,
      text,
      data: { ...notice, article, title, address, names: { to: reviewer, ...(author && { by: author }) } },
    });
  }

  async #send(): Promise<void> {
    const { store, clock } = this.#parts;
    const due = await store.due(clock.now(), AT_ONCE);
    const webhooks = new Map((await store.webhooks()).map((webhook) => [webhook.id, webhook]));
    await Promise.all(
      due.map(async (delivery) => {
        const webhook = webhooks.get(delivery.webhook);
        if (webhook && (await store.take(delivery, fromNow(clock, LEASE))))
          await store.tried(await this.#tried(webhook, delivery));
      }),
    );
  }

  async #tried(webhook: Webhook, delivery: Delivery): Promise<Delivery> {
    const { clock } = this.#parts;
    const { nextAt: _, ...rest } = delivery;
    const outcome = await this.#try(webhook, delivery);
    const tried = { ...rest, attempts: delivery.attempts + 1, outcome };
    if (/^2\d\d$/.test(outcome)) return { ...tried, takenAt: clock.now() };
    const pause = PAUSES[delivery.attempts];
    return pause === undefined ? tried : { ...tried, nextAt: fromNow(clock, pause) };
  }

  async #try({ url, secret }: Webhook, { id, body }: Delivery): Promise<string> {
    const seconds = Math.floor(Date.parse(this.#parts.clock.now()) / 1000);
    try {
      const response = await this.#parts.fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE),
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(seconds),
          'webhook-signature': signature(secret, id, seconds, body),
        },
        body,
      });
      await response.body?.cancel();
      return String(response.status);
    } catch (error) {
      return error instanceof Error && error.name === 'TimeoutError' ? 'timed out' : 'could not be reached';
    }
  }
}
