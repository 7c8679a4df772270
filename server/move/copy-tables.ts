import Sqlite, { type Database } from 'better-sqlite3';
import type { ClientBase } from 'pg';
import { MIGRATIONS } from '../storage/migrations.ts';

/** A table with its columns, as both databases have it. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** So many rows go at once, and so many bytes of them, roughly. */
const AT_ONCE = { rows: 500, bytes: 8_000_000 } as const;

const quoted = (name: string): string => `"${name}"`;

const namesIn = (database: Database): readonly string[] =>
  database
    .prepare<[], string>(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`,
    )
    .pluck()
    .all();

/** The names of the tables that both databases have: what each makes for itself, such as what it searches in, is drawn from the logs anew. */
const namesOfBoth = (): readonly string[] => {
  const blank = new Sqlite(':memory:');
  try {
    for (const step of MIGRATIONS) blank.exec(step);
    return namesIn(blank);
  } finally {
    blank.close();
  }
};

/** The tables of a SQLite database that PostgreSQL has too, those first that others refer to. */
export const tablesIn = (database: Database): readonly Table[] => {
  const names = namesOfBoth();
  const needs = new Map(
    names.map((name) => {
      const rows = database.prepare<[], { table: string }>(`pragma foreign_key_list(${quoted(name)})`).all();
      return [name, new Set(rows.map(({ table }) => table).filter((table) => table !== name))];
    }),
  );
  const ordered: string[] = [];
  while (ordered.length < names.length) {
    const isReady = (name: string): boolean => [...(needs.get(name) ?? [])].every((other) => ordered.includes(other));
    const next = names.filter((name) => !ordered.includes(name) && isReady(name));
    if (next.length === 0) throw new Error(`tables refer to one another in a circle: ${names.join(', ')}`);
    ordered.push(...next);
  }
  return ordered.map((name) => ({
    name,
    columns: database
      .prepare<[], { name: string }>(`pragma table_info(${quoted(name)})`)
      .all()
      .map((column) => column.name),
  }));
};

const sizeOf = (row: readonly unknown[]): number =>
  row.reduce<number>((sum, value) => sum + (typeof value === 'string' || Buffer.isBuffer(value) ? value.length : 8), 0);

const insert = async (
  client: ClientBase,
  { name, columns }: Table,
  rows: readonly (readonly unknown[])[],
): Promise<void> => {
  if (rows.length === 0) return;
  const places = rows.map((_, row) => `(${columns.map((__, at) => `$${row * columns.length + at + 1}`).join()})`);
  await client.query(
    `insert into ${quoted(name)} (${columns.map(quoted).join()}) values ${places.join()}`,
    rows.flat() as unknown[],
  );
};

/** Copies the rows of a table; gives how many there were. `tick` is told of every row, and may throw to call it off. */
export const copyTable = async (
  database: Database,
  client: ClientBase,
  table: Table,
  tick: () => void,
): Promise<number> => {
  const all = database.prepare<[], unknown[]>(
    `select ${table.columns.map(quoted).join()} from ${quoted(table.name)} order by ${table.columns.map(quoted).join()}`,
  );
  let rows: unknown[][] = [];
  let [bytes, count] = [0, 0];
  for (const row of all.raw().iterate()) {
    rows.push(row);
    bytes += sizeOf(row);
    count += 1;
    tick();
    if (rows.length < AT_ONCE.rows && bytes < AT_ONCE.bytes) continue;
    await insert(client, table, rows);
    [rows, bytes] = [[], 0];
  }
  await insert(client, table, rows);
  return count;
};
