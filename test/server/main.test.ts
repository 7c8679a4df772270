import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { openSqlite } from '../../server/storage/sqlite.ts';
import { COMPILED } from '../support/compiled.ts';
import { anEntry } from '../support/stored-entries.ts';

const SERVER = join(import.meta.dirname, '../../server');

type Environment = Readonly<Record<string, string>>;

/** A program that has ended. */
interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

const start = (program: string, environment: Environment, words: readonly string[] = []): ChildProcess =>
  spawn(process.execPath, [join(SERVER, program), ...words], {
    env: { ...COMPILED, PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const end = async (child: ChildProcess): Promise<Ended> => {
  let out = '';
  let error = '';
  child.stdout?.on('data', (chunk) => (out += chunk));
  child.stderr?.on('data', (chunk) => (error += chunk));
  const [code] = await once(child, 'close');
  return { code, out, error };
};

const run = (program: string, environment: Environment, ...words: string[]): Promise<Ended> =>
  end(start(program, environment, words));

/** A server process, once it has said so many lines. */
const running = async (
  environment: Environment,
  lines: number,
  child = start('main.ts', environment),
): Promise<{ child: ChildProcess; said: string[] }> => {
  let out = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      out += chunk;
      if (out.split('\n').length > lines) resolve();
    });
    child.once('close', () => reject(new Error(`the server ended: ${out}`)));
  });
  return { child, said: out.trim().split('\n') };
};

describe('the server as a program', function () {
  // Each test starts programs, some of them several.
  this.timeout(60_000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'touchstone-main-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const refuses = async (environment: Environment, says: RegExp): Promise<void> => {
    const { code, error } = await run('main.ts', { DATA_DIR: folder, ...environment });
    assert.match(error, says);
    assert.equal(error.trim().split('\n').length, 1, error);
    assert.equal(code, 1);
  };

  it('prints where it is and a set-up link that works once, and ends with 0 on SIGTERM', async () => {
    const { child, said } = await running({ DATA_DIR: folder }, 2);
    const ended = end(child);
    const address = said[0]?.replace('Touchstone is at ', '') ?? '';
    const secret = /\/setup\/(tsu_\S+)$/.exec(said[1] ?? '')?.[1];
    assert.ok(secret, said.join('\n'));
    const setUp = (): Promise<Response> =>
      fetch(`${address}/api/setup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ secret, name: 'Una', email: 'una@example.org' }),
      });
    assert.deepEqual([(await setUp()).status, (await setUp()).status], [201, 410]);
    child.kill('SIGTERM');
    assert.equal((await ended).code, 0);
  });

  it('lets in whom the admin command adds while it runs, and offers no set-up when there is anyone', async () => {
    const environment = { DATA_DIR: folder };
    const first = await run('admin.ts', environment, 'add-user', 'a@example.org', '--name', 'A', '--role', 'admin');
    assert.deepEqual([first.code, first.out], [0, 'Added A as admin.\n']);
    const { child, said } = await running(environment, 1);
    const ended = end(child);
    const added = await run(
      ...(['admin.ts', environment, 'add-user', 'una@example.org'] as const),
      ...['--name', 'Una', '--role', 'editor', '--token'],
    );
    assert.match(added.out, /^tst_[\w-]{43}\n$/);
    const address = said[0]?.replace('Touchstone is at ', '') ?? '';
    const session = await fetch(`${address}/api/session`, { headers: { authorization: `Bearer ${added.out.trim()}` } });
    const { reviewer } = (await session.json()) as { reviewer: { name: string; role: string } };
    assert.deepEqual([reviewer.name, reviewer.role], ['Una', 'editor']);
    child.kill('SIGINT');
    const { code, out } = await ended;
    assert.equal(code, 0);
    assert.doesNotMatch(said.join('\n') + out, /setup/);
  });

  it('ends with 0 when npm start is sent SIGTERM, and leaves no server behind', async function () {
    if (process.platform === 'win32') this.skip();
    const npm = spawn('npm', ['start', '--silent', '--ignore-scripts'], {
      cwd: join(SERVER, '..'),
      env: { ...process.env, ...{ HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder, DATABASE_URL: '', REDIS_URL: '' } },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { said } = await running({}, 2, npm);
    const ended = end(npm);
    npm.kill('SIGTERM');
    assert.equal((await ended).code, 0);
    await assert.rejects(fetch(said[0]?.replace('Touchstone is at ', '') ?? ''));
  });

  it('says so when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    await refuses({ PORT: port }, new RegExp(`port ${port} is taken`));
    other.close();
  });

  it('says so when the folder cannot hold the data', async () => {
    writeFileSync(join(folder, 'file'), '');
    await refuses({ DATA_DIR: join(folder, 'file') }, /cannot hold the data.*DATA_DIR/);
    // A place that is there and takes no folder.
    await refuses({ DATA_DIR: '/dev/null/data/more' }, /cannot hold the data.*DATA_DIR/);
    if (existsSync('/proc')) await refuses({ DATA_DIR: '/proc/data/more' }, /cannot hold the data.*DATA_DIR/);
    // What is being sent lies in it also where a database elsewhere holds everything.
    const elsewhere = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
    await refuses({ ...elsewhere, DATA_DIR: join(folder, 'file') }, /cannot hold the data.*DATA_DIR/);
  });

  it('says so when the data are those of a newer version', async () => {
    const database = new Sqlite(join(folder, 'touchstone.db'));
    database.pragma('user_version = 999');
    database.close();
    await refuses({}, /written by a newer Touchstone/);
  });

  it('says so when the database is no database, or another program holds it', async () => {
    const file = join(folder, 'touchstone.db');
    writeFileSync(file, 'words, not tables '.repeat(100));
    await refuses({}, /cannot be opened as a database: file is not a database\. .*put back a backup/);
    rmSync(file);
    const holder = new Sqlite(file);
    holder.exec('begin exclusive');
    await refuses({}, /database is locked\. Another program is writing in it/);
    holder.close();
  });

  it('says so when its clock was set back, and starts where it is told to trust it', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const { log, close } = openSqlite(folder);
    await log.append([anEntry('a', 1)], { updatedAt: tomorrow, summary: '{}' });
    await close();
    await refuses({}, new RegExp(`the newest entry is from ${tomorrow}\\. Set its clock right`));
    const { child } = await running({ DATA_DIR: folder, TRUST_CLOCK: 'yes' }, 2);
    const ended = end(child);
    child.kill('SIGTERM');
    assert.equal((await ended).code, 0);
  });

  it('says so when a variable is not what it should be', async () => {
    const wrong: readonly (readonly [Environment, RegExp])[] = [
      [{ PORT: 'many' }, /PORT: .*"many"/],
      [{ PUBLIC_URL: 'desk.example.org' }, /PUBLIC_URL: /],
      [{ TRUST_CLOCK: 'no' }, /TRUST_CLOCK: yes is expected/],
      [{ CAPTURES: 'tape' }, /CAPTURES: /],
    ];
    await Promise.all(wrong.map((each) => refuses(...each)));
  });

  describe('the admin command', () => {
    const admin = (...words: string[]): Promise<Ended> => run('admin.ts', { DATA_DIR: folder }, ...words);
    const add = (): Promise<Ended> => admin('add-user', 'una@example.org', '--name', 'Una', '--role', 'editor');

    it('says how it is used, with 2, when it is used otherwise', async () => {
      const wrong = [[], ['fly'], ['token'], ['add-user', 'una@example.org'], ['token', 'a@b.c', '--fly']];
      for (const { code, out, error } of await Promise.all(wrong.map((words) => admin(...words)))) {
        assert.deepEqual([code, out], [2, '']);
        assert.match(error, /Usage: npm run -s admin/);
      }
    });

    it('says with 1 what cannot be done', async () => {
      await add();
      for (const [words, says] of [
        [['add-user', 'UNA@example.org', '--name', 'U', '--role', 'viewer'], /a reviewer with the email UNA/],
        [['token', 'otto@example.org'], /no reviewer with the email otto/],
        [['token', 'nobody'], /no reviewer with the id nobody/],
      ] as const) {
        const { code, error } = await admin(...words);
        assert.equal(code, 1);
        assert.match(error, says);
      }
    });

    it('lists people, changes their role and shuts them out', async () => {
      await add();
      const line = async (): Promise<string | undefined> =>
        (await admin('list-users')).out.trim().split('\t').slice(1).join(' ');
      await admin('set-role', 'una@example.org', 'lead');
      await admin('disable', 'una@example.org');
      assert.equal(await line(), 'una@example.org Una lead disabled');
    });
  });
});
