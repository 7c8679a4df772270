import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { MIGRATIONS } from '../../../server/storage/migrations.ts';
import { openSqlite } from '../../../server/storage/sqlite.ts';
import { openDatabase, requireDurable } from '../../../server/storage/sqlite-database.ts';
import { typedEntries } from '../../support/sealed-entries.ts';
import { anEntry, listed } from '../../support/stored-entries.ts';

const inFolder = (says: string, test: (folder: string) => void | Promise<void>): void => {
  it(says, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'touchstone-'));
    try {
      await test(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
};

const pragmaOf = (folder: string, name: string): unknown => {
  const database = openDatabase(folder);
  const value = database.pragma(name, { simple: true });
  database.close();
  return value;
};

const opensWith = (name: string, value: unknown): void =>
  inFolder(`has ${name} = ${value}`, (folder) => assert.equal(pragmaOf(folder, name), value));

describe('the SQLite database', () => {
  opensWith('journal_mode', 'wal');
  opensWith('synchronous', 2);
  opensWith('foreign_keys', 1);
  opensWith('busy_timeout', 5_000);
  opensWith('user_version', MIGRATIONS.length);

  for (const [setting, value] of [
    ['synchronous', 'normal'],
    ['synchronous', 'off'],
    ['journal_mode', 'delete'],
  ] as const) {
    inFolder(`is refused with ${setting} ${value}, which would lose what was acknowledged (T1)`, (folder) => {
      const database = openDatabase(folder);
      requireDurable(database);
      database.pragma(`${setting} = ${value}`);
      assert.throws(() => requireDurable(database), /would lose what was acknowledged/);
      database.close();
    });
  }

  inFolder('makes its folder, for nobody else to read', (folder) => {
    const data = join(folder, 'deep', 'data');
    openDatabase(data).close();
    assert.equal(statSync(data).mode & 0o777, 0o700);
    assert.equal(statSync(join(data, 'touchstone.db')).mode & 0o777, 0o600);
  });

  inFolder('opens again with what was in it', (folder) => {
    const first = openDatabase(folder);
    first.exec(`insert into articles values ('a', 'then', 'then', 1, '{}')`);
    first.close();
    const second = openDatabase(folder);
    assert.equal(second.prepare('select count(*) from articles').pluck().get(), 1);
    second.close();
  });

  inFolder('of the first version is brought to the newest with all that is in it', async (folder) => {
    const old = new Sqlite(join(folder, 'touchstone.db'));
    old.pragma('foreign_keys = on');
    old.exec(MIGRATIONS[0]!);
    old.pragma('user_version = 1');
    const entries = typedEntries(30);
    old.prepare("insert into articles values ('a', 'then', 'now', 30, '{}')").run();
    const put = old.prepare('insert into entries values (@article, @version, @reviewer, @opId, @opHash, @body)');
    for (const entry of entries) put.run(entry);
    for (const version of [10, 20])
      old.prepare("insert into snapshots values ('a', ?, ?)").run(version, `at ${version}`);
    old.close();

    const { log, close } = openSqlite(folder);
    assert.deepEqual(await log.read('a', 0, 100), entries);
    assert.equal(await log.pack('a', { least: 1, most: 20 }), 30);
    assert.deepEqual(await log.read('a', 0, 100), entries);
    assert.deepEqual(await log.snapshotVersions('a'), [10, 20]);
    assert.deepEqual(await log.snapshot('a', 19), { version: 10, body: 'at 10' });
    assert.deepEqual(await log.append([anEntry('a', 31, { opId: entries[4]!.opId })], listed(0)), { conflict: 30 });
    assert.deepEqual(await log.append([anEntry('a', 31)], listed(0)), { head: 31 });
    await close();
  });

  inFolder('of the last version without scopes has its tokens open everything, as they did', async (folder) => {
    const old = new Sqlite(join(folder, 'touchstone.db'));
    for (const step of MIGRATIONS.slice(0, 8)) old.exec(step);
    old.pragma('user_version = 8');
    old.exec(
      `insert into reviewers values ('una', 'una@desk.example', 'una@desk.example', 'Una', 'lead', '#0a7', 'then', null)`,
    );
    const hash = 'a'.repeat(64);
    old.prepare("insert into secrets values (?, 'token', 'una', null, 'laptop', 'then', null, null, null)").run(hash);
    old.close();
    const { accounts, close } = openSqlite(folder);
    const kept = { hash, kind: 'token', reviewer: 'una', label: 'laptop', createdAt: 'then' };
    assert.deepEqual(await accounts.findSecret(hash), kept);
    await close();
  });

  inFolder('from a newer program is left alone, and the error says what to do', (folder) => {
    const newer = openDatabase(folder);
    newer.pragma(`user_version = ${MIGRATIONS.length + 1}`);
    newer.close();
    assert.throws(() => openDatabase(folder), /newer Touchstone .* Start that newer version, or put back a copy/s);
    const untouched = new Sqlite(join(folder, 'touchstone.db'));
    assert.equal(untouched.pragma('user_version', { simple: true }), MIGRATIONS.length + 1);
    untouched.close();
  });

  inFolder('says which setting to change when the folder cannot be used', (folder) => {
    writeFileSync(join(folder, 'file'), 'not a folder');
    assert.throws(() => openDatabase(join(folder, 'file')), /cannot hold the data: .* Set DATA_DIR to a folder/s);
    assert.throws(() => openDatabase(join(folder, 'file', 'data')), /cannot hold the data/);
  });

  inFolder('is not taken for one when the file is something else', (folder) => {
    writeFileSync(join(folder, 'touchstone.db'), 'Dear diary, this file is no database at all.');
    assert.throws(() => openDatabase(folder), /touchstone\.db cannot be opened as a database: file is not a database/);
    mkdirSync(join(folder, 'taken', 'touchstone.db'), { recursive: true });
    assert.throws(() => openDatabase(join(folder, 'taken')), /touchstone\.db cannot be opened as a database/);
  });
});
