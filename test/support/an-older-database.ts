import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { MIGRATIONS } from '../../server/storage/migrations.ts';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
}

/** What is in a table, row by row. */
export type Rows = readonly Readonly<Record<string, unknown>>[];

const tablesIn = (database: Database): readonly string[] =>
  database
    .prepare<[], string>(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by rowid",
    )
    .pluck()
    .all();

/** What is in each table of a database. */
export const contentOf = (database: Database): ReadonlyMap<string, Rows> =>
  new Map(tablesIn(database).map((name) => [name, database.prepare(`select * from "${name}"`).all() as Rows]));

/** The tables and indexes of a database, as they would be made, in no order. */
export const schemaOf = (database: Database): readonly string[] =>
  database
    .prepare<[], string>('select sql from sqlite_schema where sql is not null')
    .pluck()
    .all()
    .map((sql) => sql.replaceAll(/\s+/g, ' ').replaceAll('"', ''))
    .sort();

/** Ids that other tables refer to are those that their own tables have. */
const KNOWN: Readonly<Record<string, string>> = {
  article: 'the-article',
  reviewer: 'the-reviewer',
  webhook: 'the-webhook',
  batch: 'the-batch',
};

const OWN_ID: Readonly<Record<string, string>> = {
  articles: 'the-article',
  reviewers: 'the-reviewer',
  webhooks: 'the-webhook',
  batches: 'the-batch',
};

const valueFor = (table: string, { name, type, notnull }: Column): unknown => {
  if (name === 'id' && OWN_ID[table] !== undefined) return OWN_ID[table];
  if (KNOWN[name] !== undefined && table !== 'desk') return KNOWN[name];
  if (notnull === 0) return null;
  if (/integer/i.test(type)) return 1;
  return /bytea/i.test(type) ? Buffer.from(`${table} ${name}`) : `${table} ${name}`;
};

/** Puts a row into every table. */
const fill = (database: Database): void => {
  for (const table of tablesIn(database)) {
    const columns = database.pragma(`table_info("${table}")`) as readonly Column[];
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const places = columns.map(() => '?').join(', ');
    database
      .prepare(`insert into "${table}" (${names}) values (${places})`)
      .run(columns.map((column) => valueFor(table, column)));
  }
};

/** Makes a database in a folder as the program left it that knew so many versions of the tables, with something in every table. */
export const olderDatabase = (folder: string, version: number, more?: (database: Database) => void): void => {
  const database = new Sqlite(join(folder, 'touchstone.db'));
  database.pragma('auto_vacuum = incremental');
  database.pragma('journal_mode = wal');
  database.pragma('foreign_keys = on');
  for (const step of MIGRATIONS.slice(0, version)) database.exec(step);
  database.pragma(`user_version = ${version}`);
  fill(database);
  more?.(database);
  database.close();
};
