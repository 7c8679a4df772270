import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import { openDatabase } from '../../../server/storage/sqlite-database.ts';
import { sqliteLazily } from '../../../server/storage/sqlite-lazily.ts';
import type { Tables } from '../../../server/storage/tables.ts';

const [NORMAL, FULL] = [1, 2];

describe('writes that do not wait for the disk', () => {
  let folder: string;
  let database: ReturnType<typeof openDatabase>;
  let db: Kysely<Tables>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'touchstone-lazily-'));
    database = openDatabase(folder);
    db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  });

  afterEach(async () => {
    await db.destroy();
    database.close();
    await rm(folder, { recursive: true });
  });

  const waits = (): unknown => database.pragma('synchronous', { simple: true });

  it('do so alone: what is written after them waits again (T1)', async () => {
    const within = await sqliteLazily(database, db)(async () => waits());
    assert.deepEqual([within, waits()], [NORMAL, FULL]);
  });

  it('have what is written waited for again when they fail, too', async () => {
    const failing = sqliteLazily(
      database,
      db,
    )(async () => {
      throw new Error('no room');
    });
    await assert.rejects(failing, /no room/);
    assert.equal(waits(), FULL);
  });

  it('keep the connection to themselves meanwhile', async () => {
    const order: string[] = [];
    const lazy = sqliteLazily(
      database,
      db,
    )(async () => {
      order.push('begun');
      await new Promise((resolve) => setTimeout(resolve, 10));
      order.push('done');
    });
    const other = db.connection().execute(async () => order.push(`another, waiting ${waits()}`));
    await Promise.all([lazy, other]);
    assert.deepEqual(order, ['begun', 'done', `another, waiting ${FULL}`]);
  });
});
