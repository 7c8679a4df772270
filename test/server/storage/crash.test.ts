import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openSqlite } from '../../../server/storage/sqlite.ts';
import { openDatabase } from '../../../server/storage/sqlite-database.ts';
import { someEntries } from '../../support/stored-entries.ts';

const PROGRAM = join(import.meta.dirname, 'appending.ts');

/** What a program acknowledged, "article version" each, until it was killed after so many acknowledgements. */
const acknowledgedUntilKilled = async (folder: string, count: number): Promise<readonly string[]> => {
  const program = spawn(process.execPath, [PROGRAM, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(program, 'exit');
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: program.stdout })) {
    if (acknowledged.push(line) === count) program.kill('SIGKILL');
  }
  await gone;
  assert.equal(program.signalCode, 'SIGKILL');
  return acknowledged;
};

const assertStored = async (folder: string, acknowledged: readonly string[]): Promise<void> => {
  const { log, close } = openSqlite(folder);
  const stored = new Set<string>();
  for (const article of ['a', 'b', 'c', 'd']) {
    const entries = await log.read(article, 0, 1_000_000);
    assert.deepEqual(entries, someEntries(article, 1, await log.head(article)));
    for (const { version } of entries) stored.add(`${article} ${version}`);
  }
  await close();
  assert.deepEqual(
    acknowledged.filter((each) => !stored.has(each)),
    [],
  );
};

describe('a server killed while it appends and packs', () => {
  const survives = (says: string, test: (folder: string) => Promise<void>): void => {
    it(says, async function () {
      this.timeout(30_000);
      const folder = await mkdtemp(join(tmpdir(), 'touchstone-'));
      try {
        await test(folder);
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  };

  survives('finds all that it acknowledged when it starts again, whole and in order (T1)', async (folder) => {
    const acknowledged: string[] = [];
    for (const count of [1, 50, 333, 777]) {
      acknowledged.push(...(await acknowledgedUntilKilled(folder, count)));
      await assertStored(folder, acknowledged);
    }
    const database = openDatabase(folder);
    const count = (table: string): number => Number(database.prepare(`select count(*) from ${table}`).pluck().get());
    assert.ok(count('blocks') > 20 && count('entries') < 500, `${count('blocks')} blocks, ${count('entries')} loose`);
    database.close();
  });

  survives('beside others on one new file loses nothing, and no version was told twice (T1, T3)', async (folder) => {
    const acknowledged = (
      await Promise.all([10, 50, 100, 150].map((count) => acknowledgedUntilKilled(folder, count)))
    ).flat();
    await assertStored(folder, acknowledged);
    assert.equal(new Set(acknowledged).size, acknowledged.length);
  });
});
