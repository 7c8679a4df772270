import { type ClientBase, Pool } from 'pg';

/** So many milliseconds until a connection is there. */
const PATIENCE = 10_000;

/**
 * Connections to a PostgreSQL database. `report` is told of one that breaks while nothing is asked of it; the next one that is needed is
 * made anew. Close it.
 */
export const openPool = (url: string, max: number, report: (error: Error) => void): Pool => {
  // A commit is one only once it is on the disk, whatever the database's own rule is (T1).
  const onConnect = async (client: ClientBase): Promise<void> =>
    void (await client.query('set synchronous_commit = on'));
  const pool = new Pool({ max, connectionTimeoutMillis: PATIENCE, connectionString: url, onConnect });
  pool.on('error', report);
  // A line that breaks while something is asked over it: that is told by the answer, and an error that nobody hears would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
};
