import { hash } from 'node:crypto';
import { openPool } from '../storage/postgres-pool.ts';
import { bytesOf } from '../uploads.ts';
import type { CaptureStore } from './capture-store.ts';

/** So many connections at once. */
const CONNECTIONS = 4;

/** Any number, as long as all who make the table take the same: two at once would both try. */
const TURN = 7_150_311;

const TABLE = 'create table if not exists capture_bytes (sha256 char(64) primary key, bytes bytea not null)';

/**
 * Bytes in a table of a PostgreSQL database, by their SHA-256; the table is made where there is none. `report` is told of a connection
 * that breaks while nothing is asked of it; the next one that is needed is made anew. Close it.
 */
export const postgresCaptureStore = (url: string, report: (error: Error) => void) => {
  const pool = openPool(url, CONNECTIONS, report);
  let making: Promise<void> | undefined;
  const make = async (): Promise<void> => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query('select pg_advisory_xact_lock($1)', [TURN]);
      await client.query(TABLE);
      await client.query('commit');
    } finally {
      client.release();
    }
  };
  /** Resolves once the table is there; what failed is tried again by the next who asks. */
  const made = (): Promise<void> => {
    making ??= make().catch((error: unknown) => {
      making = undefined;
      throw error;
    });
    return making;
  };
  const put = async (bytes: Uint8Array): Promise<string> => {
    const sha256 = hash('sha256', bytes, 'hex');
    await made();
    const { rowCount } = await pool.query('select 1 from capture_bytes where sha256 = $1', [sha256]);
    if (rowCount === 0)
      await pool.query('insert into capture_bytes (sha256, bytes) values ($1, $2) on conflict do nothing', [
        sha256,
        Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      ]);
    return sha256;
  };
  const store: CaptureStore = {
    put,
    putFile: async (file) => put(await bytesOf(file)),
    remove: async (sha256) => {
      await made();
      await pool.query('delete from capture_bytes where sha256 = $1', [sha256]);
    },
    get: async (sha256) => {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
      await made();
      const { rows } = await pool.query<{ bytes: Buffer }>('select bytes from capture_bytes where sha256 = $1', [
        sha256,
      ]);
      const bytes = rows[0]?.bytes;
      if (bytes && hash('sha256', bytes, 'hex') !== sha256) throw new Error(`the copy ${sha256} is not what was kept`);
      return bytes;
    },
  };
  return { store, close: (): Promise<void> => pool.end() };
};
