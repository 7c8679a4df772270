import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, SqliteDialect, sql } from 'kysely';
import type { Appended, StoredEntry } from '../server/storage/log-store.ts';
import { type Commit, sqlLogStore } from '../server/storage/sql-log-store.ts';
import { sqliteCommit } from '../server/storage/sqlite-commit.ts';
import { openDatabase } from '../server/storage/sqlite-database.ts';
import { sqliteLazily } from '../server/storage/sqlite-lazily.ts';
import type { Tables } from '../server/storage/tables.ts';

// How long an acknowledgement takes, beside the least it could: one fsynced insert of the same row.
//   node bench/storage.ts

const BODY = JSON.stringify({ step: 'x'.repeat(450) });
const HASH = 'f'.repeat(64);
const entryOf = (article: string, version: number): StoredEntry => ({
  article,
  version,
  reviewer: 'una',
  opId: `${article}-operation-${version}`,
  opHash: HASH,
  body: BODY,
});
const listing = { updatedAt: '2026-03-01T00:00:00.000Z', summary: JSON.stringify({ title: 'The moon', claims: 12 }) };

type Write = (entry: StoredEntry) => Promise<unknown>;
type Setting = (folder: string) => { readonly write: Write; readonly close: () => Promise<void> };

const bareInsert: Setting = (folder) => {
  const database = openDatabase(folder);
  database.pragma('foreign_keys = off');
  const insert = database.prepare('insert into entries values (?, ?, ?, ?, ?, ?)');
  return {
    write: async ({ article, version, reviewer, opId, opHash, body }) =>
      insert.run(article, version, reviewer, opId, opHash, body),
    close: async () => void database.close(),
  };
};

const kyselyCommit =
  (db: Kysely<Tables>): Commit =>
  (appends) =>
    db.connection().execute(async (held) => {
      await sql`begin immediate`.execute(held);
      const entries = appends.flatMap((append) => append.entries);
      const articles = appends.map(({ article }) => article);
      await held.selectFrom('articles').select(['id', 'version']).where('id', 'in', articles).execute();
      await held
        .selectFrom('entries')
        .select(['article', 'reviewer', 'opId'])
        .where((row) =>
          row(
            row.refTuple('article', 'reviewer', 'opId'),
            'in',
            entries.map(({ article, reviewer, opId }) => row.tuple(article, reviewer, opId)),
          ),
        )
        .execute();
      const rows = entries.map(({ article, version }) => ({ ...listing, id: article, createdAt: 'then', version }));
      await held
        .insertInto('articles')
        .values(rows)
        .onConflict((known) => known.column('id').doUpdateSet(({ ref }) => ({ version: ref('excluded.version') })))
        .execute();
      await held.insertInto('entries').values(entries).execute();
      await sql`commit`.execute(held);
      return appends.map(({ after }): Appended => ({ head: after + 1 }));
    });

const store =
  (commitOf: (database: ReturnType<typeof openDatabase>, db: Kysely<Tables>) => Commit): Setting =>
  (folder) => {
    const database = openDatabase(folder);
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
    const log = sqlLogStore(db, commitOf(database, db), sqliteLazily(database, db));
    return {
      write: (entry) => log.append([entry], listing),
      close: async () => {
        await log.close();
        await db.destroy();
      },
    };
  };

// As server/storage/sqlite.ts puts it together.
const prepared = store((database, db) => {
  const commit = sqliteCommit(database);
  return (appends) => db.connection().execute(async () => commit(appends));
});

const compiled = store((_, db) => kyselyCommit(db));

const measure = async (name: string, setting: Setting, writers: number, each: number): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
  const { write, close } = setting(folder);
  const times: number[] = [];
  const writer = async (_: unknown, index: number): Promise<void> => {
    for (let version = 1; version <= each; version++) {
      const before = performance.now();
      await write(entryOf(`article-${index}`, version));
      times.push(performance.now() - before);
    }
  };
  const before = performance.now();
  await Promise.all(Array.from({ length: writers }, writer));
  const seconds = (performance.now() - before) / 1_000;
  times.sort((one, other) => one - other);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(2).padStart(7);
  const rate = Math.round((writers * each) / seconds);
  console.log(`${name.padEnd(34)}${String(writers).padStart(4)}${at(0.5)}${at(0.99)}${String(rate).padStart(10)}`);
  await close();
  rmSync(folder, { recursive: true });
};

console.log(`${'milliseconds'.padEnd(34)} writers  p50    p99  a second`);
for (let round = 1; round <= 3; round++) {
  await measure('bare fsynced insert', bareInsert, 1, 2_000);
  await measure('append', prepared, 1, 2_000);
  await measure('append, SQL compiled by Kysely', compiled, 1, 2_000);
  await measure('append', prepared, 32, 500);
  await measure('append, SQL compiled by Kysely', compiled, 32, 500);
}
