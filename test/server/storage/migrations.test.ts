import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { sha256 } from '../../../server/digest.ts';
import { MIGRATIONS } from '../../../server/storage/migrations.ts';
import { savedAs } from '../../../server/storage/sqlite-before.ts';
import { openDatabase } from '../../../server/storage/sqlite-database.ts';
import { contentOf, olderDatabase, schemaOf } from '../../support/an-older-database.ts';
import { COMPILED } from '../../support/compiled.ts';

/** How the SHA-256 of each step begins that was ever run on a desk's data: such a step is never changed, another is added. */
const RELEASED = [
  '052296c7fb9cd85a',
  '58dc9ba63104bf1b',
  '3a51aa45724ec7a9',
  'cf30e4869b4bdced',
  '8da01c5cd6243fe9',
  'bde0c29075795d42',
  'ecd48cac41eb4da2',
  '6a5513fbd627c96e',
  '562440e20586b825',
  'aeca18f70dc0eb90',
  '80599852b8f26116',
  '96727c353abf76a7',
  'a13217ba43e07baa',
  'cb9491b836e50120',
  'b7331322bd52cb77',
  '1d700e2921be4aee',
  'c5bf61090425a6f6',
  '2527bb3e0aee0f77',
  'acd7d31cd98cddfe',
  'b9a4aaaf6a051400',
  '0f2b02ffedb5c5b9',
] as const;

const NEWEST = MIGRATIONS.length;

describe('the steps that bring tables to their newest', function () {
  this.timeout(120_000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'touchstone-tables-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('are never changed once they were released', () => {
    assert.deepEqual(
      MIGRATIONS.slice(0, RELEASED.length).map((step) => sha256(step).slice(0, 16)),
      RELEASED,
    );
  });

  for (let version = 1; version < NEWEST; version += 1) {
    it(`keep all there is in tables of version ${version}, which is saved before`, () => {
      olderDatabase(folder, version);
      const old = new Sqlite(join(folder, 'touchstone.db'), { readonly: true });
      const before = contentOf(old);
      old.close();
      const database = openDatabase(folder);
      const now = contentOf(database);
      for (const [table, rows] of before) {
        const kept = now
          .get(table)
          ?.map((row) => Object.fromEntries(Object.keys(rows[0] ?? {}).map((key) => [key, row[key]])));
        assert.deepEqual(kept, rows, table);
      }
      assert.deepEqual(database.pragma('foreign_key_check'), []);
      assert.equal(database.pragma('integrity_check', { simple: true }), 'ok');
      const fresh = new Sqlite(':memory:');
      for (const step of MIGRATIONS) fresh.exec(step);
      assert.deepEqual(schemaOf(database), schemaOf(fresh));
      fresh.close();
      database.close();

      const saved = join(folder, savedAs(NEWEST));
      assert.equal(statSync(saved).mode & 0o777, 0o600);
      const earlier = new Sqlite(saved, { readonly: true });
      assert.equal(earlier.pragma('user_version', { simple: true }), version);
      assert.deepEqual(contentOf(earlier), before);
      earlier.close();
    });
  }

  it('save nothing where there is nothing to be brought anywhere', () => {
    openDatabase(folder).close();
    openDatabase(folder).close();
    assert.deepEqual(readdirSync(folder), ['touchstone.db']);
  });

  it('are done wholly or not at all, whenever the program is killed in the middle', async () => {
    const most = 200;
    olderDatabase(folder, 1, (database) => {
      const put = database.prepare("insert into snapshots values ('the-article', ?, ?)");
      const entry = database.prepare("insert into entries values ('the-article', ?, 'r', ?, 'hash', '{}')");
      for (let version = 2; version <= most; version += 1) {
        entry.run(version, `op-${version}`);
        put.run(version, 'x'.repeat(100_000));
      }
    });
    const opener = join(import.meta.dirname, '../../support/opens-database.ts');
    const open = (): ChildProcess =>
      spawn(process.execPath, [opener, folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...COMPILED, PATH: process.env.PATH },
      });
    let wasCut = 0;
    for (let kill = 0; kill < 4; kill += 1) {
      rmSync(join(folder, savedAs(NEWEST)), { force: true });
      const child = open();
      const ended = once(child, 'exit');
      // From when it is saved on, the tables are being changed.
      while (!existsSync(join(folder, savedAs(NEWEST))) && child.exitCode === null) await passed(1);
      await passed(kill * 15);
      child.kill('SIGKILL');
      await ended;
      const now = new Sqlite(join(folder, 'touchstone.db'));
      const version = now.pragma('user_version', { simple: true });
      assert.ok(version === 1 || version === NEWEST, `version ${version}`);
      assert.equal(now.prepare('select count(*) from snapshots').pluck().get(), most);
      now.close();
      if (version === 1) wasCut += 1;
      else break;
    }
    assert.ok(wasCut > 0, 'it was never killed in the middle');
    const database = openDatabase(folder);
    assert.equal(
      database.prepare('select count(*) from snapshots where length(body) = 100000').pluck().get(),
      most - 1,
    );
    assert.equal(database.pragma('integrity_check', { simple: true }), 'ok');
    database.close();
  });
});
