import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { type Append, soundAppend } from '../../../server/storage/append.ts';
import { sqliteCommit } from '../../../server/storage/sqlite-commit.ts';
import { openDatabase } from '../../../server/storage/sqlite-database.ts';
import { anEntry, listed } from '../../support/stored-entries.ts';

const inDatabase = (says: string, test: (database: Database, another: () => Database) => void): void => {
  it(says, () => {
    const folder = mkdtempSync(join(tmpdir(), 'touchstone-'));
    const opened = [openDatabase(folder)];
    try {
      test(opened[0]!, () => opened[opened.push(openDatabase(folder)) - 1]!);
    } finally {
      for (const database of opened) database.close();
      rmSync(folder, { recursive: true });
    }
  });
};

const appendOf = (article: string, version: number, body = '{}'): Append =>
  soundAppend([anEntry(article, version, { body })], listed(0));

const count = (database: Database): unknown => database.prepare('select count(*) from entries').pluck().get();

describe('a commit to SQLite', () => {
  inDatabase('on a full disk stores none of its appends, and works again when there is room', (database) => {
    const commit = sqliteCommit(database);
    const appends = [appendOf('a', 1), appendOf('b', 1, 'x'.repeat(200_000)), appendOf('c', 1)];
    database.pragma('max_page_count = 30');
    assert.throws(() => commit(appends), /full/);
    assert.equal(count(database), 0);
    database.pragma('max_page_count = 1000');
    assert.deepEqual(commit(appends), [{ head: 1 }, { head: 1 }, { head: 1 }]);
    assert.equal(count(database), 3);
  });

  inDatabase('refuses to be part of another transaction, which might not be stored (T1)', (database) => {
    const commit = sqliteCommit(database);
    database.exec('begin');
    assert.throws(() => commit([appendOf('a', 1)]), /inside another transaction/);
    database.exec('rollback');
    assert.deepEqual(commit([appendOf('a', 1)]), [{ head: 1 }]);
  });

  inDatabase('waits its turn, and says so when its turn does not come', (database, another) => {
    const commit = sqliteCommit(database);
    const other = another();
    other.exec('begin immediate');
    database.pragma('busy_timeout = 1');
    assert.throws(() => commit([appendOf('a', 1)]), /locked/);
    other.exec('rollback');
    assert.deepEqual(commit([appendOf('a', 1)]), [{ head: 1 }]);
  });
});
