import type { ClientBase, Pool } from 'pg';
import { MIGRATIONS } from './migrations.ts';
import { makePostgresSearch } from './postgres-search-index.ts';

/** Any number, as long as all who make the tables take the same: two at once would both try. */
const TURN = 7_150_312;

/** Texts are compared by their bytes, as in SQLite, whatever the language of the database. */
const byBytes = (step: string): string => step.replaceAll(/\btext\b/g, 'text collate "C"');

const versionIn = async (client: ClientBase): Promise<number> => {
  await client.query('create table if not exists "schemaVersion" (version integer not null)');
  const { rows } = await client.query<{ version: number }>('select version from "schemaVersion"');
  if (rows[0]) return rows[0].version;
  await client.query('insert into "schemaVersion" values (0)');
  return 0;
};

const requireDurable = async (client: ClientBase): Promise<void> => {
  const { rows } = await client.query<{ fsync: string; full_page_writes: string }>(
    `select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes`,
  );
  for (const [name, value] of Object.entries(rows[0] ?? {}))
    if (value !== 'on')
      throw new Error(`the PostgreSQL database would lose what was acknowledged: ${name} is ${value} (on is needed)`);
};

const migrate = async (client: ClientBase): Promise<void> => {
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock($1)', [TURN]);
  const version = await versionIn(client);
  if (version > MIGRATIONS.length)
    throw new Error(
      `the PostgreSQL database was written by a newer Touchstone (its tables are at version ${version}, this program ` +
        `knows ${MIGRATIONS.length}). Start that newer version, or put back a copy made before it was installed.`,
    );
  for (const step of MIGRATIONS.slice(version)) await client.query(byBytes(step));
  await makePostgresSearch(client);
  await client.query('update "schemaVersion" set version = $1', [MIGRATIONS.length]);
  await client.query('commit');
};

/**
 * Brings the tables to their newest in one transaction, one process at a time; throws when the database was written by a newer program or
 * does not keep what it says it kept (T1).
 */
export const migratePostgres = async (pool: Pool): Promise<void> => {
  const client = await pool.connect();
  let failed: Error | undefined;
  try {
    await requireDurable(client);
    await migrate(client);
  } catch (error) {
    failed = error as Error;
    throw error;
  } finally {
    // A connection with half a transaction in it is given to nobody.
    client.release(failed);
  }
};
