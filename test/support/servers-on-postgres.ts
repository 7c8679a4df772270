import type { LogStore } from '../../server/storage/log-store.ts';
import { openPostgres } from '../../server/storage/postgres.ts';
import type { Stores } from '../../server/storage/stores.ts';
import type { openSchema } from './a-postgres.ts';

/**
 * Has something run on the logs of two servers that have one PostgreSQL database, each with connections of its own; the database is empty
 * before. What is left under way after it has nowhere to write to any more.
 */
export const onTwoServers = async (
  { url, empty }: Pick<Awaited<ReturnType<typeof openSchema>>, 'url' | 'empty'>,
  run: (logs: readonly [LogStore, LogStore]) => Promise<unknown>,
): Promise<void> => {
  const open = (): Promise<Stores> => openPostgres(url, (error) => console.error(error));
  const [one, other] = [await open(), await open()];
  try {
    await empty();
    await run([one.log, other.log]);
  } finally {
    await one.close();
    await other.close();
  }
};
