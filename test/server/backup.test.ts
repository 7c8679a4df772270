import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { diskCaptureStore } from '../../server/captures/disk-capture-store.ts';
import { COMPILED } from '../support/compiled.ts';
import { ServerProcess } from '../support/server-process.ts';
import { StoredLog } from '../support/trace-stored-log.ts';
import { untilSo, type WritingDesk, writingDesk } from '../support/writing-desk.ts';

const project = join(import.meta.dirname, '../..');

interface Ended {
  readonly code: number | null;
  readonly out: string;
}

const start = (dataFolder: string, words: readonly string[]): ChildProcess =>
  spawn(process.execPath, ['server/cli/touchstone.ts', ...words], {
    cwd: project,
    env: { ...COMPILED, PATH: process.env.PATH, DATA_DIR: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const touchstone = async (dataFolder: string, ...words: readonly string[]): Promise<Ended> => {
  const child = start(dataFolder, words);
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (out += chunk));
  const [code] = await once(child, 'close');
  return { code, out };
};

/** Changes one byte in the middle of a file. */
const flip = (path: string): void => {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(path, bytes);
};

describe('a backup', function () {
  this.timeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-backup-'));
  const [saved, other] = [join(folder, 'saved'), join(folder, 'other')];
  let server: ServerProcess;
  let desk: WritingDesk;
  let acknowledged: ReadonlyMap<string, number>[];

  before(async () => {
    server = await ServerProcess.start();
    desk = await writingDesk(server, 3);
    const copies = diskCaptureStore(join(server.dataFolder, 'captures'));
    for (let each = 0; each < 20; each += 1) await copies.put(Buffer.from(`copy ${each} `.repeat(1_000)));
    const enough = desk.told() + 100;
    await untilSo(
      () => desk.told() >= enough,
      () => 'nobody writes',
    );
  });

  after(async () => {
    desk.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  it('is made while people write, and holds all that was acknowledged before it (T1, T9)', async () => {
    acknowledged = desk.writers.map((writer) => new Map(writer.acknowledged));
    const before = desk.told();
    const { code, out } = await touchstone(server.dataFolder, 'backup', saved);
    assert.match(out, /holds 1 article with \d+ entries, every seal checked\.\n21 frozen copies/);
    assert.equal(code, 0);
    assert.ok(desk.told() > before, 'nobody could write meanwhile');
    assert.deepEqual(readdirSync(saved).sort(), ['captures', 'manifest.json', 'touchstone.db']);
    const again = await touchstone(server.dataFolder, 'backup', saved);
    assert.deepEqual([again.code, /is not empty/.test(again.out)], [1, true]);
  });

  it('that is killed in the middle is none, and the server goes on', async () => {
    const half = join(folder, 'half');
    const child = start(server.dataFolder, ['backup', half]);
    await untilSo(
      () => readdirSync(folder).includes('half') && readdirSync(half).length > 0,
      () => 'it does not begin',
    );
    child.kill('SIGKILL');
    await once(child, 'close');
    const { code, out } = await touchstone(other, 'restore', half);
    assert.match(out, /has no manifest\.json: it is no backup, or making it was broken off/);
    assert.equal(code, 1);
    const enough = desk.told() + 20;
    await untilSo(
      () => desk.told() >= enough,
      () => 'nobody is answered any more',
    );
    const checked = await touchstone(server.dataFolder, 'check');
    assert.match(checked.out, /1 article with \d+ entries, each sealed to the one before\.\n21 frozen copies/);
    assert.equal(checked.code, 0);
  });

  it('of which one byte is another is not restored, and what is wrong is named', async () => {
    const shelf = readdirSync(join(saved, 'captures'))[0] ?? '';
    const copy = join('captures', shelf, readdirSync(join(saved, 'captures', shelf))[0] ?? '');
    for (const file of ['touchstone.db', copy]) {
      const broken = join(folder, 'broken');
      cpSync(saved, broken, { recursive: true });
      flip(join(broken, file));
      const { code, out } = await touchstone(other, 'restore', broken);
      assert.match(out, new RegExp(`${file}: it is not what was saved`));
      assert.equal(code, 1);
      rmSync(broken, { recursive: true });
    }
    const none = await touchstone(join(folder, 'none'), 'backup', join(folder, 'of-none'));
    assert.match(none.out, /There is no touchstone\.db in .*DATA_DIR/);
  });

  it('is restored into an empty folder, for a server to go on from', async () => {
    rmSync(other, { recursive: true, force: true });
    const { code, out } = await touchstone(other, 'restore', saved);
    assert.match(out, /is as it was at 2\S+: 1 article with \d+ entries/);
    assert.equal(code, 0);
    const log = new StoredLog(other, desk.article);
    await log.grows();
    const versions = new Map(log.entries.map(({ opId, version }) => [opId, version]));
    for (const each of acknowledged)
      for (const [opId, version] of each) assert.equal(versions.get(opId), version, `T1: ${opId}`);
    assert.equal((await touchstone(other, 'check')).code, 0);
  });

  it('never takes the place of something unless it is told to, and not under a running server', async () => {
    const refused = await touchstone(other, 'restore', saved);
    assert.match(refused.out, /is not empty.*--force/);
    assert.equal(refused.code, 1);
    const running = await touchstone(server.dataFolder, 'restore', saved, '--force');
    assert.match(running.out, /A server runs on .*: stop it first/);
    assert.equal(running.code, 1);
    const forced = await touchstone(other, 'restore', saved, '--force');
    const aside = /What was there before lies in (\S+)\.\n/.exec(forced.out)?.[1] ?? '';
    assert.deepEqual(readdirSync(aside).sort(), ['captures', 'touchstone.db']);
    assert.equal(forced.code, 0);
  });

  it('that a server goes on from is checked to the last entry and the last copy', async () => {
    const database = new Sqlite(join(other, 'touchstone.db'));
    const last = database.prepare('select max(version) from entries').pluck().get();
    const turn = (from: string, to: string): void =>
      void database.prepare('update entries set body = replace(body, ?, ?) where version = ?').run(from, to, last);
    turn('"at":"2', '"at":"3');
    const tampered = await touchstone(other, 'check');
    assert.match(tampered.out, new RegExp(`article \\S+: entry ${last} is not what was sealed`));
    turn('"at":"3', '"at":"2');
    database.close();
    const shelf = join(other, 'captures', readdirSync(join(other, 'captures'))[0] ?? '');
    flip(join(shelf, readdirSync(shelf)[0] ?? ''));
    const { code, out } = await touchstone(other, 'check');
    assert.match(out, /captures\/\S+: it is not what was kept/);
    assert.deepEqual([tampered.code, code], [1, 1]);
  });
});
