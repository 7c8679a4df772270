import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** The PostgreSQL database of the tests. */
export const DATABASE = process.env.DATABASE_URL || 'postgres://postgres@127.0.0.1:5432/test';

/** Whether a PostgreSQL answers; in CI one has to. */
export const postgresAnswers = async (): Promise<boolean> => {
  const client = new Client({ connectionString: DATABASE, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (process.env.CI) throw new Error(`PostgreSQL has to answer in CI: ${DATABASE}`, { cause: error });
    console.warn(`NOT TESTED: no PostgreSQL answers at ${DATABASE}. Start one, or set DATABASE_URL.`);
    return false;
  } finally {
    await client.end().catch(() => {});
  }
};

/** A schema of its own in the database, by an address that leads into it; it can be emptied, and is gone when it is closed. */
export const openSchema = async () => {
  const name = `touchstone_${randomBytes(6).toString('hex')}`;
  const client = new Client({ connectionString: DATABASE });
  await client.connect();
  await client.query(`create schema ${name}`);
  const url = new URL(DATABASE);
  url.searchParams.set('options', `-c search_path=${name}`);
  url.searchParams.set('application_name', name);
  return {
    url: url.href,
    query: (text: string, values?: unknown[]) => client.query(text.replaceAll('SCHEMA', name), values),
    /** Breaks the connections that were made by its address, and no others. */
    breakConnections: async (): Promise<void> => {
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [name]);
    },
    empty: async (): Promise<void> => {
      // What others refer to goes last; `truncate` would make every file anew.
      const { rows } = await client.query<{ name: string }>(
        `select quote_ident(tablename) as name from pg_tables where schemaname = $1 and tablename <> 'schemaVersion'
         order by exists (select from pg_constraint where confrelid = (quote_ident(schemaname) || '.' || quote_ident(tablename))::regclass)`,
        [name],
      );
      await client.query(rows.map((row) => `delete from ${name}.${row.name}`).join(';'));
    },
    close: async (): Promise<void> => {
      await client.query(`drop schema ${name} cascade`);
      await client.end();
    },
  };
};
