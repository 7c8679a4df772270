import { createClient } from '@redis/client';
import { createAdapter } from '@socket.io/redis-adapter';

/** What socket.io is handed so that several servers hear of one another. */
export type Adapter = ReturnType<typeof createAdapter>;

/** A connection to Redis that is tried for as long as the server runs. */
export interface RedisLink {
  readonly adapter: Adapter;
  readonly close: () => Promise<void>;
}

/** So many milliseconds between two attempts to connect, at most. */
const PAUSE = 2_000;

/** What is said here is a hint for which there is a net (`rooms.ts` looks into the store): it is not kept for a Redis that is gone. */
const droppedWhenGone = <T>(said: Promise<T>): void => void said.catch(() => {});

/**
 * The official adapter of socket.io on a Redis, which several desks may use, each under a name. Nothing waits for it: while it is gone, servers hear of one another by looking into the
 * database. `report` is told once each time that it goes.
 */
export const redisLink = (url: string, desk: string, report: (error: Error) => void): RedisLink => {
  const options = { url, socket: { reconnectStrategy: (tries: number) => Math.min(PAUSE, 50 * 2 ** tries) } };
  const publisher = createClient({ ...options, disableOfflineQueue: true });
  const listener = createClient(options);
  let isGone = false;
  for (const client of [publisher, listener]) {
    client.on('error', (error: Error) => {
      if (!isGone) report(error);
      isGone = true;
    });
    client.on('ready', () => {
      isGone = false;
    });
    client.connect().catch(() => {});
  }
  // The adapter waits for none of these, so that what fails would end the process.
  const publishes = {
    pSubscribe: () => {},
    on: publisher.on.bind(publisher),
    publish: (channel: string, message: string | Buffer) =>
      droppedWhenGone(publisher.isReady ? publisher.publish(channel, message) : Promise.resolve(0)),
  };
  const listens = {
    on: listener.on.bind(listener),
    pSubscribe: (...given: Parameters<typeof listener.pSubscribe>) => droppedWhenGone(listener.pSubscribe(...given)),
    subscribe: (...given: Parameters<typeof listener.subscribe>) => droppedWhenGone(listener.subscribe(...given)),
    pUnsubscribe: (...given: Parameters<typeof listener.pUnsubscribe>) => {
      if (listener.isOpen) droppedWhenGone(listener.pUnsubscribe(...given));
    },
    unsubscribe: (...given: Parameters<typeof listener.unsubscribe>) => {
      if (listener.isOpen) droppedWhenGone(listener.unsubscribe(...given));
    },
  };
  return {
    adapter: createAdapter(publishes, listens, { key: `touchstone ${desk}` }),
    close: async () => {
      for (const client of [publisher, listener]) if (client.isOpen) client.destroy();
    },
  };
};
