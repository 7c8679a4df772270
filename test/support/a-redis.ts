import { createClient } from '@redis/client';

/** The Redis of the tests. */
export const REDIS = process.env.REDIS_URL || 'redis://127.0.0.1:6379';

/** Whether a Redis answers; in CI one has to. */
export const redisAnswers = async (): Promise<boolean> => {
  const client = createClient({ url: REDIS, socket: { reconnectStrategy: false, connectTimeout: 3_000 } });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.ping()) === 'PONG';
  } catch (error) {
    if (process.env.CI) throw new Error(`Redis has to answer in CI: ${REDIS}`, { cause: error });
    console.warn(`NOT TESTED: no Redis answers at ${REDIS}. Start one, or set REDIS_URL.`);
    return false;
  } finally {
    if (client.isOpen) client.destroy();
  }
};
