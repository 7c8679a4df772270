import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

const URL_OF = process.env.DATABASE_URL || 'postgres://postgres@127.0.0.1:5432/test';

/** Whether a PostgreSQL answers; in CI one has to. */
export const postgresAnswers = async (): Promise<boolean> => {
  const client = new Client({ connectionString: URL_OF, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (process.env.CI) throw new Error(`PostgreSQL has to answer in CI: ${URL_OF}`, { cause: error });
    console.warn(`NOT TESTED: no PostgreSQL answers at ${URL_OF}. Start one, or set DATABASE_URL.`);
    return false;
  } finally {
    await client.end().catch(() => {});
  }
};

/** A schema of its own in the database, by an address that leads into it; gone when it is closed. */
export const openSchema = async () => {
  const name = `touchstone_${randomBytes(6).toString('hex')}`;
  const client = new Client({ connectionString: URL_OF });
  await client.connect();
  await client.query(`create schema ${name}`);
  const url = new URL(URL_OF);
  url.searchParams.set('options', `-c search_path=${name}`);
  return {
    url: url.href,
    query: (text: string, values?: unknown[]) => client.query(text.replaceAll('SCHEMA', name), values),
    close: async (): Promise<void> => {
      await client.query(`drop schema ${name} cascade`);
      await client.end();
    },
  };
};
