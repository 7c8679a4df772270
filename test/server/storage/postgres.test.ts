import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sha256 } from '../../../server/digest.ts';
import { sealedTombstone } from '../../../server/storage/erasure-store.ts';
import { openPostgres } from '../../../server/storage/postgres.ts';
import { NO_MARKS } from '../../../server/storage/search-store.ts';
import { openSchema, postgresAnswers } from '../../support/a-postgres.ts';
import { someEntries } from '../../support/stored-entries.ts';
import { storesContract } from '../../support/stores-contract.ts';

const PROGRAM = join(import.meta.dirname, 'appending-to-postgres.ts');

const quiet = (): void => {};

describe('PostgreSQL', () => {
  let schema: Awaited<ReturnType<typeof openSchema>> | undefined;
  const theSchema = async () => {
    schema ??= await openSchema();
    return schema;
  };
  before(async function () {
    if (!(await postgresAnswers())) this.skip();
  });
  after(() => schema?.close());

  storesContract('in PostgreSQL', async () => {
    const { url, empty } = await theSchema();
    await empty();
    const opened = [await openPostgres(url, quiet)];
    const again = async () => {
      const stores = await openPostgres(url, quiet);
      opened.push(stores);
      return stores;
    };
    const close = async () => {
      for (const stores of opened) await stores.close();
    };
    return { stores: opened[0]!, again, close };
  });

  /** What a program acknowledged, "article version" each, until it was killed after so many acknowledgements. */
  const acknowledgedUntilKilled = async (url: string, count: number): Promise<readonly string[]> => {
    const program = spawn(process.execPath, [PROGRAM, url], { stdio: ['ignore', 'pipe', 'inherit'] });
    const gone = once(program, 'exit');
    const acknowledged: string[] = [];
    for await (const line of createInterface({ input: program.stdout })) {
      if (acknowledged.push(line) === count) program.kill('SIGKILL');
    }
    await gone;
    return acknowledged;
  };

  it('has all that was acknowledged by several servers that were killed, each version once (T1, T3)', async function () {
    this.timeout(60_000);
    const { url, empty } = await theSchema();
    await empty();
    const told = (await Promise.all([40, 80, 120].map((count) => acknowledgedUntilKilled(url, count)))).flat();
    assert.equal(new Set(told).size, told.length);
    const { log, close } = await openPostgres(url, quiet);
    const stored = new Set<string>();
    for (const article of ['a', 'b', 'c', 'd']) {
      const entries = await log.read(article, 0, 1_000_000);
      assert.deepEqual(entries, someEntries(article, 1, await log.head(article)));
      for (const { version } of entries) stored.add(`${article} ${version}`);
    }
    await close();
    assert.deepEqual(
      told.filter((each) => !stored.has(each)),
      [],
    );
  });

  it('is not opened when a newer program wrote it, nor when it would lose what it says it kept (T1)', async () => {
    const newer = await openSchema();
    try {
      await (await openPostgres(newer.url, quiet)).close();
      await newer.query('update SCHEMA."schemaVersion" set version = 999');
      await assert.rejects(openPostgres(newer.url, quiet), /newer Touchstone .*version 999/);
    } finally {
      await newer.close();
    }
  });

  it('says so when it does not answer, and what to do', async () => {
    await assert.rejects(openPostgres('postgres://postgres:secret@127.0.0.1:9/none', quiet), {
      message:
        'PostgreSQL at 127.0.0.1:9/none cannot be used (connect ECONNREFUSED 127.0.0.1:9). Start it, or set DATABASE_URL to where it is.',
    });
  });

  it('makes its tables once, however many programs start at a time', async () => {
    const fresh = await openSchema();
    try {
      const opened = await Promise.all(Array.from({ length: 4 }, () => openPostgres(fresh.url, quiet)));
      for (const stores of opened) assert.deepEqual(await stores.log.articles(1), []);
      await Promise.all(opened.map((stores) => stores.close()));
    } finally {
      await fresh.close();
    }
  });

  it('has an index of words without a list of what is still to be put in, also where an older program made it', async () => {
    const { url, query } = await theSchema();
    await (await openPostgres(url, quiet)).close();
    await query('alter index SCHEMA."searchIndex" set (fastupdate = on)');
    await (await openPostgres(url, quiet)).close();
    const { rows } = await query(`select reloptions from pg_class where oid = 'SCHEMA."searchIndex"'::regclass`);
    assert.deepEqual(rows, [{ reloptions: ['fastupdate=off'] }]);
  });

  it('draws what can be found anew where an older program kept nothing but words', async () => {
    const fresh = await openSchema();
    try {
      const older = await openPostgres(fresh.url, quiet);
      await older.log.append(someEntries('moon', 1, 1), { updatedAt: '2026-01-01T00:00:00.000Z', summary: '{}' });
      await older.search.advance({ article: 'moon', from: 0, to: 1, title: 'The moon', rows: [] });
      await older.close();
      await fresh.query('alter table SCHEMA."searchRows" drop column state');
      const now = await openPostgres(fresh.url, quiet);
      assert.deepEqual(await now.search.behind(), ['moon']);
      await now.close();
    } finally {
      await fresh.close();
    }
  });

  it('has nothing to be found of an article that is deleted while what can be found of it is written', async () => {
    const { url, empty } = await theSchema();
    await empty();
    const [one, other] = [await openPostgres(url, quiet), await openPostgres(url, quiet)];
    await one.log.append(someEntries('moon', 1, 1), { updatedAt: '2026-01-01T00:00:00.000Z', summary: '{}' });
    const hashes = { first: '1'.repeat(64), last: '1'.repeat(64) };
    const said = { article: 'moon', entries: 1, ...hashes, at: '2026-01-01T00:00:00.000Z', by: 'ada' };
    let erasing: Promise<boolean> | undefined;
    const words = (): readonly string[] => {
      erasing ??= other.erasures.erase({ ...sealedTombstone(said, sha256), reports: [], files: [] });
      return ['moon'];
    };
    const row = { ...NO_MARKS, article: 'moon', kind: 'claim' as const, open: 1 as const, body: '{}', words };
    const rows = Array.from({ length: 200 }, (_, nth) => ({ ...row, id: `c${nth}` }));
    assert.equal(await one.search.advance({ article: 'moon', from: 0, to: 1, title: 'The moon', rows }), true);
    assert.equal(await erasing, true);
    assert.equal(await one.search.advance({ article: 'moon', from: 0, to: 1, title: 'The moon', rows }), true);
    assert.equal(await one.search.reached('moon'), 0);
    const { rows: left } = await schema!.query('select count(*) as count from SCHEMA."searchRows"');
    assert.deepEqual(left, [{ count: '0' }]);
    for (const stores of [one, other]) await stores.close();
  });

  it('goes on with new connections when those it has are broken', async () => {
    const { url, breakConnections, empty } = await theSchema();
    await empty();
    const { log, close } = await openPostgres(url, quiet);
    await log.append(someEntries('a', 1, 1), { updatedAt: '2026-01-01T00:00:00.000Z', summary: '{}' });
    await breakConnections();
    const append = () => log.append(someEntries('a', 2, 2), { updatedAt: '2026-01-01T00:00:00.000Z', summary: '{}' });
    // The first one may still find the broken connection: it rejects, and the head says that nothing was stored.
    const answer = await append().catch(append);
    assert.deepEqual(answer, { head: 2 });
    await close();
  });
});
