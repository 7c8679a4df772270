import type { Pool, PoolClient } from 'pg';
import type { Append } from './append.ts';
import type { Appended, StoredBlock, StoredEntry } from './log-store.ts';
import { unpackBlock } from './packing/block.ts';
import { PackedOperations } from './packing/operations.ts';
import type { Commit } from './sql-log-store.ts';

type Operation = Pick<StoredEntry, 'article' | 'reviewer' | 'opId'>;

const keyOf = ({ article, reviewer, opId }: Operation): string => JSON.stringify([article, reviewer, opId]);

/** The rows of some things as PostgreSQL takes them: a list for each column. */
const columns = <T>(rows: readonly T[], ...names: readonly (keyof T)[]): unknown[][] =>
  names.map((name) => rows.map((row) => row[name]));

const begin = (client: PoolClient): Promise<unknown> => client.query('begin; set local synchronous_commit = on');

/**
 * Stores appends in a PostgreSQL database in one transaction with a handful of statements, however many there are. The rows of their
 * articles are locked first, in one order, so that what was looked at does not change and no two processes wait for each other; who writes what
 * is drawn from an article holds its key alone, and is not waited for.
 */
export const postgresCommit = (pool: Pool): Commit => {
  const packed = new PackedOperations();

  const headsOf = async (client: PoolClient, articles: readonly string[]): Promise<Map<string, number>> => {
    const { rows } = await client.query<{ id: string; version: number }>(
      'select id, version from articles where id = any($1) order by id for no key update',
      [articles],
    );
    return new Map(rows.map(({ id, version }) => [id, version]));
  };

  const looseAmong = async (client: PoolClient, operations: readonly Operation[]): Promise<readonly Operation[]> => {
    const { rows } = await client.query<Operation>(
      `select article, reviewer, "opId" from entries
       join unnest($1::text[], $2::text[], $3::text[]) as asked (article, reviewer, "opId")
       using (article, reviewer, "opId")`,
      columns(operations, 'article', 'reviewer', 'opId'),
    );
    return rows;
  };

  const isPacked = async (client: PoolClient, operation: Operation): Promise<boolean> => {
    const { article, reviewer, opId } = operation;
    for (const last of packed.blocksWith(article, operation)) {
      const { rows } = await client.query<StoredBlock>(
        'select * from blocks where article = $1 and last >= $2 order by last limit 1',
        [article, last],
      );
      const entries = rows[0] ? unpackBlock(rows[0], rows[0].bytes) : [];
      if (entries.some((entry) => entry.reviewer === reviewer && entry.opId === opId)) return true;
    }
    return false;
  };

  const learnPacked = async (client: PoolClient, articles: readonly string[]): Promise<void> => {
    const asked = articles.map((article) => ({ article, after: packed.after(article) }));
    const { rows } = await client.query<StoredBlock>(
      `select blocks.article, first, last, operations from blocks
       join unnest($1::text[], $2::integer[]) as asked (article, after)
       on blocks.article = asked.article and blocks.last > asked.after order by last`,
      columns(asked, 'article', 'after'),
    );
    for (const [article, blocks] of Map.groupBy(rows, (block) => block.article)) packed.learn(article, blocks);
  };

  /** Which of some operations are in their logs already (T2), as keys. */
  const knownAmong = async (client: PoolClient, operations: readonly Operation[]): Promise<Set<string>> => {
    const known = new Set((await looseAmong(client, operations)).map(keyOf));
    await learnPacked(client, [...new Set(operations.map(({ article }) => article))]);
    for (const operation of operations) if (await isPacked(client, operation)) known.add(keyOf(operation));
    return known;
  };

  /** Makes the row of a new article, which could not be locked before; whether it was not there. */
  const isMade = async (client: PoolClient, { article, entries, listing }: Append): Promise<boolean> => {
    const { rowCount } = await client.query(
      `insert into articles (id, "createdAt", "updatedAt", version, summary)
       select $1::text, $2::text, $2::text, $3::integer, $4::text where not exists (select from tombstones where article = $1)
       on conflict (id) do nothing`,
      [article, listing.updatedAt, entries.length, listing.summary],
    );
    return rowCount === 1;
  };

  const write = async (client: PoolClient, appends: readonly Append[]): Promise<void> => {
    // Of several appends to one article the last has the row's words.
    const rows = new Map(
      appends.map(({ article, after, entries, listing }) => [
        article,
        { article, version: after + entries.length, ...listing },
      ]),
    );
    await client.query(
      `update articles set "updatedAt" = said."updatedAt", version = said.version, summary = said.summary
       from unnest($1::text[], $2::text[], $3::integer[], $4::text[]) as said (id, "updatedAt", version, summary)
       where articles.id = said.id`,
      columns([...rows.values()], 'article', 'updatedAt', 'version', 'summary'),
    );
    await client.query(
      `insert into entries (article, version, reviewer, "opId", "opHash", body)
       select * from unnest($1::text[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::text[])`,
      columns(
        appends.flatMap(({ entries }) => entries),
        ...(['article', 'version', 'reviewer', 'opId', 'opHash', 'body'] as const),
      ),
    );
  };

  const appendAll = async (client: PoolClient, appends: readonly Append[]): Promise<readonly Appended[]> => {
    const heads = await headsOf(client, [...new Set(appends.map(({ article }) => article))]);
    const known = await knownAmong(
      client,
      appends.flatMap(({ entries }) => entries),
    );
    const taken: Append[] = [];
    const answers: Appended[] = [];
    for (const append of appends) {
      const { article, after, entries } = append;
      const head = heads.get(article) ?? 0;
      if (head !== after || entries.some((entry) => known.has(keyOf(entry)))) {
        answers.push({ conflict: head });
        continue;
      }
      if (after === 0 && !(await isMade(client, append))) {
        answers.push({ conflict: (await headsOf(client, [article])).get(article) ?? 0 });
        continue;
      }
      for (const entry of entries) known.add(keyOf(entry));
      heads.set(article, after + entries.length);
      taken.push(append);
      answers.push({ head: after + entries.length });
    }
    if (taken.length > 0) await write(client, taken);
    return answers;
  };

  return async (appends) => {
    const client = await pool.connect();
    let failed: Error | undefined;
    try {
      await begin(client);
      const answers = await appendAll(client, appends);
      await client.query('commit');
      return answers;
    } catch (error) {
      failed = error as Error;
      throw error;
    } finally {
      // A connection with half a transaction in it is given to nobody, and the database undoes it.
      client.release(failed);
    }
  };
};
