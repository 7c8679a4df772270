import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { checkData } from '../../server/backup/check-data.ts';
import { makeBackup } from '../../server/backup/make-backup.ts';
import { restoreBackup } from '../../server/backup/restore-backup.ts';
import { diskCaptureStore } from '../../server/captures/disk-capture-store.ts';
import { openSqlite } from '../../server/storage/sqlite.ts';
import { startServer } from './api/a-server.ts';

const AT = '2026-01-01T00:00:00.000Z';

describe('a data folder in which articles were deleted', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-deleted-'));
  const [data, early, late, other] = ['data', 'early', 'late', 'other'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  const ways = { hasCaptures: true, progress: () => {}, signal: new AbortController().signal } as const;
  const saved = (target: string) => makeBackup({ ...ways, dataFolder: data, target, now: AT });
  let [moon, sun] = ['', ''];

  before(async () => {
    mkdirSync(data);
    const stores = openSqlite(data);
    const captureStore = diskCaptureStore(join(data, 'captures'));
    const server = await startServer({ stores, captureStore, publicUrl: 'https://touchstone.example' });
    const by = await server.add('admin', 'Ada Admin');
    const made = async (title: string): Promise<string> =>
      (await server.ask('POST', '/api/articles', { by, json: { text: `${title}\n\nIt is round.` } })).json.id;
    [moon, sun] = [await made('The moon'), await made('The sun')];
    await saved(early);
    const removed = await server.ask('POST', `/api/articles/${moon}/deletion`, { by, json: { confirm: 'The moon' } });
    assert.equal(removed.status, 200, removed.text);
    await saved(late);
    await server.close();
    await stores.close();
  });
  after(() => rmSync(folder, { recursive: true }));

  const change = (path: string, statement: string, ...given: readonly (string | number)[]): void => {
    const database = new Sqlite(join(path, 'touchstone.db'));
    assert.equal(database.prepare(statement).run(...given).changes, 1);
    database.close();
  };

  it('holds, and so does its backup', async () => {
    for (const each of [data, late]) {
      const { articles, deleted, unfinished } = await checkData(each, ways);
      assert.deepEqual({ articles, deleted, unfinished }, { articles: 1, deleted: 1, unfinished: [] });
    }
  });

  it('is not sound when a tombstone says another last hash, or its article is there still', async () => {
    const set = 'update tombstones set last = ? where article = ?';
    const database = new Sqlite(join(late, 'touchstone.db'), { readonly: true });
    const last = String(database.prepare('select last from tombstones where article = ?').pluck().get(moon));
    database.close();
    change(late, set, 'f'.repeat(64), moon);
    await assert.rejects(checkData(late, ways), new RegExp(`article ${moon}: its tombstone is not what was written`));
    change(late, set, last, moon);
    await checkData(late, ways);
    const again = 'insert into articles (id, "createdAt", "updatedAt", version, summary) values (?, ?, ?, 0, ?)';
    change(late, again, moon, AT, AT, '{}');
    const entry = 'insert into entries (article, version, reviewer, "opId", "opHash", body) values (?, 1, ?, ?, ?, ?)';
    change(late, entry, moon, 'r', 'o', 'h', '{}');
    await assert.rejects(
      checkData(late, ways),
      new RegExp(`article ${moon}: it was deleted at \\S+, and is there still`),
    );
  });

  it('says which deletion broke off', async () => {
    change(data, 'update tombstones set finished = ? where article = ?', 0, moon);
    assert.deepEqual((await checkData(data, ways)).unfinished, [moon]);
    change(data, 'update tombstones set finished = ? where article = ?', 1, moon);
  });

  it('is told what comes back with a backup that was made before', async () => {
    const into = { ...ways, dataFolder: data, asideAt: AT };
    const { again } = await restoreBackup({ ...into, backup: early });
    assert.deepEqual(again, [moon]);
    assert.equal((await checkData(data, ways)).articles, 2);
    const free = await restoreBackup({ ...ways, dataFolder: other, backup: early });
    assert.deepEqual(free.again, []);
    assert.notEqual(sun, moon);
  });
});
