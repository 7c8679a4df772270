import type { Pool, PoolClient } from 'pg';
import type { Turns } from './turns.ts';

const KEY = `hashtextextended('touchstone ' || $1, 0)`;

/** Turns as locks of one connection, which PostgreSQL gives back when it ends or breaks. Close it. */
export const postgresTurns = (pool: Pool): Turns & { readonly close: () => void } => {
  const held = new Set<string>();
  let connecting: Promise<PoolClient> | undefined;
  let isClosed = false;

  const connect = async (): Promise<PoolClient> => {
    const client = await pool.connect();
    const forget = (): void => {
      connecting = undefined;
      held.clear();
    };
    client.once('error', forget).once('end', forget);
    return client;
  };

  const connection = (): Promise<PoolClient> => {
    connecting ??= connect().catch((error: unknown) => {
      connecting = undefined;
      throw error;
    });
    return connecting;
  };

  return {
    take: async (name) => {
      if (isClosed) return false;
      const client = await connection();
      // The same connection may lock twice what it has: only the first time counts.
      if (held.has(name)) return true;
      const { rows } = await client.query<{ taken: boolean }>(`select pg_try_advisory_lock(${KEY}) as taken`, [name]);
      if (rows[0]?.taken) held.add(name);
      return rows[0]?.taken === true;
    },
    giveBack: async (name) => {
      if (held.delete(name)) await (await connection()).query(`select pg_advisory_unlock(${KEY})`, [name]);
    },
    close: () => {
      isClosed = true;
      void connecting?.then((client) => client.release(true));
    },
  };
};
