import { basename, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Client, type ClientBase } from 'pg';
import { articlesIn, checkData, NotSound, openToRead, replayed } from '../backup/check-data.ts';
import { capturePaths } from '../backup/files.ts';
import { Impossible } from '../backup/make-backup.ts';
import type { CaptureStore } from '../captures/capture-store.ts';
import type { Stores } from '../storage/stores.ts';
import { copyTable, type Table, tablesIn } from './copy-tables.ts';

/** What is moved, and where to. */
export interface Moving {
  readonly dataFolder: string;
  /** The PostgreSQL database, its tables made and nothing in them. */
  readonly database: string;
  /** The same database, opened. */
  readonly stores: Pick<Stores, 'log' | 'captures'>;
  /** Where frozen copies go from the folder; absent where they stay where they are. */
  readonly captures?: CaptureStore;
  readonly progress: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}

/** What was moved. */
export interface Moved {
  readonly articles: number;
  readonly entries: number;
  readonly rows: number;
  readonly captures: number;
}

const requireEmpty = async (client: ClientBase, tables: readonly Table[]): Promise<void> => {
  for (const { name } of tables) {
    const { rows } = await client.query(`select 1 from "${name}" limit 1`);
    if (rows.length > 0)
      throw new Impossible(
        'There is something in the PostgreSQL database already. Name one in which there is nothing.',
      );
  }
};

const copyAll = async (
  source: Database,
  client: ClientBase,
  tables: readonly Table[],
  tick: () => void,
): Promise<number> => {
  let rows = 0;
  await client.query('begin');
  // Written as one piece: when it is called off or breaks, the database is as empty as before.
  for (const table of tables) {
    const copied = await copyTable(source, client, table, tick).catch((error: Error) => {
      if (error.name === 'AbortError') throw error;
      throw new Impossible(`The table ${table.name} cannot be moved: ${error.message}`);
    });
    const { rows: found } = await client.query<{ count: string }>(`select count(*) from "${table.name}"`);
    if (Number(found[0]?.count) !== copied)
      throw new NotSound(`${table.name}: ${copied} rows became ${found[0]?.count}`);
    rows += copied;
  }
  await client.query('commit');
  return rows;
};

/** Replays every log where it is now: one flipped byte would be found (T9). */
const checkMoved = async (
  stores: Moving['stores'],
  tick: () => void,
): Promise<{ articles: number; entries: number }> => {
  let [articles, entries] = [0, 0];
  for await (const { id, version } of articlesIn(stores)) {
    await replayed(stores, id, version, tick);
    articles += 1;
    entries += version;
  }
  return { articles, entries };
};

/**
 * Moves all that a server keeps in its folder into a PostgreSQL database: looks at all of it first, copies every table in one transaction and
 * the frozen copies by their hashes, then replays every log where it is now. What is in the folder stays as it is. Throws `Impossible` or
 * `NotSound`, with nothing left in the database.
 */
export const moveToPostgres = async (moving: Moving): Promise<Moved> => {
  const { dataFolder, captures, progress, signal } = moving;
  const held = await checkData(dataFolder, {
    hasCaptures: captures !== undefined,
    progress: () => signal.throwIfAborted(),
  });
  const { database: source } = openToRead(dataFolder);
  const client = new Client({ connectionString: moving.database });
  try {
    await client.connect();
    const tables = tablesIn(source);
    await requireEmpty(client, tables);
    const paths = captures ? await capturePaths(dataFolder) : [];
    const count = ({ name }: Table): number => Number(source.prepare(`select count(*) from "${name}"`).pluck().get());
    const of = tables.reduce((sum, table) => sum + count(table), 0) + paths.length + held.entries;
    let done = 0;
    const tick = (): void => {
      signal.throwIfAborted();
      progress(Math.min(++done, of - 1), of);
    };
    // Copies go first: their names are their hashes, so that what is left of a move that broke off is in nobody's way.
    for (const path of paths) {
      const kept = await captures?.putFile({ path: join(dataFolder, path), size: 0, sha256: basename(path) });
      if (kept !== basename(path)) throw new NotSound(`${path}: it is not what was kept`);
      tick();
    }
    const rows = await copyAll(source, client, tables, tick);
    const checked = await checkMoved(moving.stores, tick).catch(async (error: unknown) => {
      await client.query(`truncate ${tables.map(({ name }) => `"${name}"`).join()}`);
      throw error;
    });
    if (checked.entries !== held.entries) throw new NotSound(`${held.entries} entries became ${checked.entries}`);
    progress(of, of);
    return { ...checked, rows, captures: paths.length };
  } finally {
    source.close();
    await client.end();
  }
};
