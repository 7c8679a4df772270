import assert from 'node:assert/strict';
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { io } from 'socket.io-client';
import { PROTOCOL, type StoringNotice } from '../../shared/protocol.ts';
import { openLine } from '../support/a-line.ts';
import { openSchema, postgresAnswers } from '../support/a-postgres.ts';
import { SmallDisk } from '../support/a-small-disk.ts';
import { ServerProcess } from '../support/server-process.ts';
import { StoredLog } from '../support/trace-stored-log.ts';
import { untilSo, type WritingDesk, writingDesk } from '../support/writing-desk.ts';

/** What `/readyz` says. */
const readiness = async ({ url }: ServerProcess): Promise<{ status: number; trouble?: string; detail?: string }> => {
  const answer = await fetch(`${url}/readyz`);
  return { ...((await answer.json()) as object), status: answer.status };
};

const asked = ({ url }: ServerProcess, token: string, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${url}${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });

const isReady = async (server: ServerProcess): Promise<boolean> => (await readiness(server)).status === 200;

const isIn = async (server: ServerProcess, trouble: string): Promise<boolean> =>
  (await readiness(server)).trouble === trouble;

/** Everybody goes on, and has sent everything. */
const goesOn = async (server: ServerProcess, desk: WritingDesk): Promise<void> => {
  await untilSo(
    () => isReady(server),
    () => `the server does not go on:\n${server.said.slice(-10).join('\n')}`,
  );
  const enough = desk.told() + 20;
  await untilSo(
    () => desk.told() >= enough,
    () => 'nobody is answered any more',
  );
};

const holdsAll = async (desk: WritingDesk, log: StoredLog): Promise<void> => {
  await desk.stop();
  await untilSo(
    () => desk.writers.every((writer) => writer.isQuiet && writer.version() === desk.writers[0]?.version()),
    () => 'somebody has not sent everything',
  );
  await log.grows();
  for (const writer of desk.writers) log.holds(writer);
  log.agreesWith(desk.writers);
};

describe('a server that cannot store', function () {
  this.timeout(240_000);

  it('stops writing on a full disk, says so, goes on reading, and goes on by itself when there is room (T1, T2, T3, T10)', async function () {
    const disk = await SmallDisk.make(24);
    if (typeof disk === 'string') {
      console.error(`NOT TESTED, a full disk: this machine makes no namespace with a disk of its own: ${disk}`);
      return this.skip();
    }
    const server = await ServerProcess.start(disk);
    const notices: StoringNotice[] = [];
    let desk: WritingDesk | undefined;
    let page: ReturnType<typeof io> | undefined;
    try {
      desk = await writingDesk(server, 3);
      const { token, article, told } = desk;
      page = io(server.url, { transports: ['websocket'], auth: { token, protocol: PROTOCOL }, forceNew: true });
      page.on('storing', (notice: StoringNotice) => notices.push(notice));
      await untilSo(
        () => told() > 20,
        () => 'nobody writes',
      );
      for (let time = 0; time < 2; time += 1) {
        await disk.fill();
        await untilSo(
          () => isIn(server, 'full'),
          () => 'the server does not see that its disk is full',
        );
        const { status, detail } = await readiness(server);
        assert.deepEqual([status, /Make room/.test(detail ?? '')], [503, true]);

        // Reading goes on; whoever writes is told to come back.
        const before = told();
        assert.equal((await asked(server, token, `/api/articles/${article}`)).status, 200);
        assert.equal((await asked(server, token, `/api/articles/${article}/export/json`)).status, 200);
        const form = new FormData();
        form.append('file', new Blob(['The title\n\nWords. '.repeat(50_000)]), 'words.txt');
        const sent = await asked(server, token, '/api/articles', { method: 'POST', body: form });
        assert.deepEqual([sent.status, ((await sent.json()) as { reason: string }).reason], [503, 'storage']);
        assert.deepEqual(await disk.names('data', 'uploads').catch(() => []), []);
        assert.equal(told(), before, 'something was acknowledged on a full disk');

        await disk.makeRoom();
        await goesOn(server, desk);
      }
      await untilSo(
        () => notices.length >= 4,
        () => `told ${JSON.stringify(notices)}`,
      );
      assert.deepEqual(
        notices.slice(0, 4).map(({ trouble }) => trouble),
        ['full', undefined, 'full', undefined],
      );
      await disk.fill();
      await untilSo(
        () => isIn(server, 'full'),
        () => 'the server does not see that its disk is full',
      );
      // A power cut on top of it.
      await server.kill();
      await disk.makeRoom();
      await server.restart();
      await goesOn(server, desk);
      await holdsAll(desk, new StoredLog(disk.path('data'), article, `${disk.folder}-copy`));
    } finally {
      page?.close();
      desk?.close();
      await server.stop();
      await disk.end();
    }
  });

  it('waits while another program holds its database, and goes on when that lets go', async () => {
    const server = await ServerProcess.start();
    let desk: WritingDesk | undefined;
    try {
      desk = await writingDesk(server, 2);
      const holder = new Sqlite(join(server.dataFolder, 'touchstone.db'));
      holder.exec('begin immediate');
      await untilSo(
        () => isIn(server, 'locked'),
        () => 'the server does not see it',
      );
      assert.equal((await asked(server, desk.token, `/api/articles/${desk.article}`)).status, 200);
      holder.exec('rollback');
      holder.close();
      await goesOn(server, desk);
      await holdsAll(desk, new StoredLog(server.dataFolder, desk.article));
    } finally {
      desk?.close();
      await server.stop();
    }
  });

  it('stops writing where its database was moved away, and goes on when it is back', async () => {
    const server = await ServerProcess.start();
    let desk: WritingDesk | undefined;
    try {
      desk = await writingDesk(server, 2);
      const file = join(server.dataFolder, 'touchstone.db');
      renameSync(file, `${file}.away`);
      await untilSo(
        () => isIn(server, 'gone'),
        () => 'the server does not see it',
      );
      assert.equal((await asked(server, desk.token, `/api/articles/${desk.article}`)).status, 200);
      renameSync(`${file}.away`, file);
      await goesOn(server, desk);
      await holdsAll(desk, new StoredLog(server.dataFolder, desk.article));
    } finally {
      desk?.close();
      await server.stop();
    }
  });

  it('waits while PostgreSQL does not answer, and goes on when it does (T1, T2)', async function () {
    if (!(await postgresAnswers())) return this.skip();
    const schema = await openSchema();
    const address = new URL(schema.url);
    const line = await openLine(address.hostname, Number(address.port || 5_432));
    address.hostname = '127.0.0.1';
    address.port = String(line.port);
    const server = await ServerProcess.start(undefined, { DATABASE_URL: address.href });
    let desk: WritingDesk | undefined;
    try {
      desk = await writingDesk(server, 2);
      const { told, writers } = desk;
      for (let time = 0; time < 2; time += 1) {
        line.cut();
        await untilSo(
          () => isIn(server, 'away'),
          () => 'the server does not see it',
        );
        line.mend();
        await goesOn(server, desk);
      }
      await desk.stop();
      await untilSo(
        () => writers.every((writer) => writer.isQuiet && writer.version() === writers[0]?.version()),
        () => 'somebody has not sent everything',
      );
      assert.equal(
        (await schema.query('select 1 from SCHEMA.blocks')).rows.length,
        0,
        'what is packed is not looked into',
      );
      const { rows } = await schema.query('select "opId", version from SCHEMA.entries');
      const stored = new Map((rows as { opId: string; version: number }[]).map(({ opId, version }) => [opId, version]));
      assert.ok(told() > 40 && stored.size > 0);
      for (const { acknowledged } of writers)
        for (const [opId, version] of acknowledged) assert.equal(stored.get(opId), version, `T1: ${opId}`);
      assert.equal(
        Number((await schema.query('select max(version) from SCHEMA.articles')).rows[0].max),
        writers[0]?.version(),
      );
    } finally {
      desk?.close();
      await server.stop();
      await line.close();
      await schema.close();
    }
  });

  it('rescues all there is where its database was removed, and does not begin a new one in its place', async () => {
    const server = await ServerProcess.start();
    let desk: WritingDesk | undefined;
    try {
      desk = await writingDesk(server, 2);
      const told = desk.told;
      await untilSo(
        () => told() > 20,
        () => 'nobody writes',
      );
      for (const name of readdirSync(server.dataFolder).filter((each) => each.startsWith('touchstone.db')))
        rmSync(join(server.dataFolder, name));
      const rescued = (): string | undefined =>
        readdirSync(server.dataFolder).find((name) => /^touchstone-rescued-.*\.db$/.test(name));
      await untilSo(
        () => server.said.some((line) => line.includes('All that was in the database is in')),
        () => `nothing is rescued:\n${server.said.slice(-10).join('\n')}`,
      );
      await server.kill();
      await assert.rejects(server.restart(), /has no touchstone\.db, and a rescued one, .*Rename that/);
      renameSync(join(server.dataFolder, rescued() ?? ''), join(server.dataFolder, 'touchstone.db'));
      await server.restart();
      await goesOn(server, desk);
      await holdsAll(desk, new StoredLog(server.dataFolder, desk.article));
    } finally {
      desk?.close();
      await server.stop();
    }
  });
});
