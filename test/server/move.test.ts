import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskCaptureStore } from '../../server/captures/disk-capture-store.ts';
import { postgresCaptureStore } from '../../server/captures/postgres-capture-store.ts';
import { sha256 } from '../../server/digest.ts';
import { newId } from '../../server/ids.ts';
import { articleAt } from '../../server/log-reading.ts';
import { openPostgres } from '../../server/storage/postgres.ts';
import { openSqlite } from '../../server/storage/sqlite.ts';
import { openDatabase } from '../../server/storage/sqlite-database.ts';
import { plainText } from '../../shared/text.ts';
import { openSchema, postgresAnswers } from '../support/a-postgres.ts';
import { COMPILED } from '../support/compiled.ts';
import { startServer } from './api/a-server.ts';

const project = join(import.meta.dirname, '../..');
const quiet = (): void => {};

const touchstone = async (dataFolder: string, ...words: readonly string[]) => {
  const env = { ...COMPILED, PATH: process.env.PATH, DATA_DIR: dataFolder };
  const child = spawn(process.execPath, ['server/cli/touchstone.ts', ...words], { cwd: project, env, stdio: 'pipe' });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (out += chunk));
  const [code] = await once(child, 'close');
  return { code, out };
};

describe('touchstone move', function () {
  this.timeout(60_000);
  let folder: string;
  let schema: Awaited<ReturnType<typeof openSchema>>;
  let article: string;
  let version: number;
  let copy: string;

  before(async function () {
    if (!(await postgresAnswers())) this.skip();
  });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'touchstone-move-'));
    schema = await openSchema();
    // A server has worked there: an article with entries enough to be packed, a person, an original file.
    const stores = openSqlite(folder);
    const captureStore = diskCaptureStore(join(folder, 'captures'));
    const server = await startServer({ stores, captureStore });
    const lead = await server.add('lead', 'una');
    const made = await server.ask('POST', '/api/articles', {
      by: lead,
      json: { format: 'text', text: 'Moon “\u{1f319}” ÿ' },
    });
    article = made.json.id;
    const room = await server.parts.rooms.open(article);
    for (let at = 0; at < 80; at += 1) {
      const parts = [{ kind: 'source.add', source: `s${at}`, fields: { title: `Almanac ${at}` } }] as never;
      await room?.perform({ id: lead.account.id, role: 'lead' }, { opId: newId(), base: room.article.version, parts });
    }
    version = room?.article.version ?? 0;
    copy = await captureStore.put(Buffer.from('a copy'));
    await server.close();
  });
  afterEach(async () => {
    await schema.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has all of it in the database, to the byte, and says so', async () => {
    const { code, out } = await touchstone(folder, 'move', '--to', schema.url);
    assert.equal(code, 0, out);
    assert.match(out, /1 article with \d+ entries .* every seal checked/);
    const before = openSqlite(folder);
    const after = await openPostgres(schema.url, quiet);
    const copies = postgresCaptureStore(schema.url, quiet);
    try {
      assert.equal(await after.log.head(article), version);
      assert.deepEqual(await after.log.read(article, 0, 1_000), await before.log.read(article, 0, 1_000));
      const moved = await articleAt(after.log, article, version, sha256);
      assert.match(plainText(moved.doc).text, /^Moon “\u{1f319}” ÿ/u);
      assert.deepEqual(await after.accounts.reviewers(), await before.accounts.reviewers());
      assert.equal(Buffer.from((await copies.store.get(copy))!).toString(), 'a copy');
    } finally {
      await copies.close();
      await after.close();
      await before.close();
    }
    const again = await touchstone(folder, 'move', '--to', schema.url);
    assert.deepEqual(
      [again.code, /something in the PostgreSQL database already/.test(again.out)],
      [1, true],
      again.out,
    );
  });

  it('moves nothing of a log with a flipped byte, names it (T9), and ends at once', async function () {
    this.timeout(9_000); // a connection that nobody ends lasts for ten seconds
    const database = openDatabase(folder);
    const bytes = database.prepare<[], Buffer>('select bytes from blocks').pluck().get()!;
    bytes[bytes.length >> 1]! ^= 1;
    database.prepare('update blocks set bytes = ?').run(bytes);
    database.close();
    const { code, out } = await touchstone(folder, 'move', '--to', schema.url);
    assert.equal(code, 1, out);
    assert.match(out, new RegExp(article));
    const after = await openPostgres(schema.url, quiet);
    assert.deepEqual(await after.log.articles(1), []);
    await after.close();
  });

  it('says how it is called, and what does not answer', async () => {
    assert.equal((await touchstone(folder, 'move')).code, 2);
    const nobody = await touchstone(folder, 'move', '--to', 'postgres://nobody@127.0.0.1:1/none');
    assert.equal(nobody.code, 2);
    assert.match(nobody.out, /ECONNREFUSED/);
  });
});
