import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../../server/storage/sqlite.ts';
import { openDatabase } from '../../../server/storage/sqlite-database.ts';
import { typedEntries } from '../../support/sealed-entries.ts';
import { listed } from '../../support/stored-entries.ts';

/** A folder whose article has 25 entries: two blocks of ten, in the second of which a byte is flipped, and five loose ones. */
const damaged = async (at: number): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-'));
  const { log, close } = openSqlite(folder);
  await log.append(typedEntries(25), listed(0));
  assert.equal(await log.pack('a', { least: 10, most: 10 }), 20);
  await close();
  const database = openDatabase(folder);
  const bytes = database.prepare('select bytes from blocks where last = 20').pluck().get() as Buffer;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  database.prepare('update blocks set bytes = ? where last = 20').run(bytes);
  database.close();
  return folder;
};

describe('a log in SQLite with a byte flipped in a block', () => {
  for (const at of [0, 9, 200]) {
    it(`is read up to that block, and the entry that is broken is named (T9; byte ${at})`, async () => {
      const folder = await damaged(at);
      const { log, close } = openSqlite(folder);
      const entries = typedEntries(25);
      try {
        assert.deepEqual(await log.read('a', 0, 10), entries.slice(0, 10));
        assert.deepEqual(await log.read('a', 20, 10), entries.slice(20));
        await assert.rejects(log.read('a', 0, 11), /^Error: entry 1\d of a is broken, in the block of 11 to 20/);
        await assert.rejects(log.findOperation('a', 'una', entries[12]!.opId), /entry 1\d of a is broken/);
        assert.deepEqual(await log.append([{ ...entries[0]!, version: 26, opId: 'new' }], listed(1)), { head: 26 });
      } finally {
        await close();
        rmSync(folder, { recursive: true });
      }
    });
  }
});
