import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { io, type Socket } from 'socket.io-client';
import { addPerson } from '../../server/accounts/person.ts';
import { issueToken } from '../../server/accounts/tokens.ts';
import { systemClock } from '../../server/clock.ts';
import { newId } from '../../server/ids.ts';
import { openPostgres } from '../../server/storage/postgres.ts';
import { openSchema, postgresAnswers } from '../support/a-postgres.ts';
import { COMPILED } from '../support/compiled.ts';
import { Line } from '../support/exchange.ts';
import { untilSo } from '../support/writing-desk.ts';

const SERVER = join(import.meta.dirname, '../../server');

/** The first of three free ports in a row. */
const freePorts = async (): Promise<number> => {
  const first = 33_000 + Math.floor(Math.random() * 20_000);
  for (const port of [first, first + 1, first + 2]) {
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await Promise.race([
      once(server, 'listening').then(() => true),
      new Promise<boolean>((resolve) => server.once('error', () => resolve(false))),
    ]);
    server.close();
    if (!isFree) return freePorts();
  }
  return first;
};

/** The processes that a process started, as Linux knows them. */
const childrenOf = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).map(Number);

describe('npm run start:cluster', function () {
  this.timeout(90_000);
  let folder: string;
  let schema: Awaited<ReturnType<typeof openSchema>>;
  let cluster: ChildProcess;
  let url: string;
  const said: string[] = [];
  const sockets: Socket[] = [];

  before(async function () {
    if (process.platform !== 'linux' || !(await postgresAnswers())) this.skip();
    folder = mkdtempSync(join(tmpdir(), 'touchstone-cluster-'));
    schema = await openSchema();
    const port = await freePorts();
    url = `http://127.0.0.1:${port}`;
    const env = { ...COMPILED, PATH: process.env.PATH, PORT: String(port), HOST: '127.0.0.1' };
    cluster = spawn(process.execPath, [join(SERVER, 'cluster/main.ts')], {
      env: { ...env, DATA_DIR: folder, DATABASE_URL: schema.url, PUBLIC_URL: url },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    createInterface({ input: cluster.stdout! }).on('line', (line) => said.push(line));
    await untilSo(
      () => said.filter((line) => /\[\d\] Touchstone is at/.test(line)).length === 2,
      () => said.join('\n'),
    );
  });
  after(async () => {
    for (const socket of sockets) socket.close();
    if (cluster && cluster.exitCode === null) {
      const ended = once(cluster, 'exit');
      cluster.kill('SIGTERM');
      await ended;
    }
    await schema?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('has two servers answer at one address, and goes on when one of them is killed', async () => {
    const stores = await openPostgres(schema.url, () => {});
    const accounts = { store: stores.accounts, clock: systemClock, newId };
    const added = await addPerson(accounts, { email: 'una@example.org', name: 'Una' }, 'editor');
    assert.ok('added' in added);
    // Enough people that both servers have some.
    const tokens: string[] = [];
    for (let each = 0; each < 8; each += 1) tokens.push(await issueToken(accounts, added.added.id, 'test'));
    await stores.close();
    const made = await fetch(`${url}/api/articles`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokens[0]}`, 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'The moon', clean: false }),
    });
    assert.equal(made.status, 201);
    const { id } = (await made.json()) as { readonly id: string };
    for (const token of tokens)
      sockets.push(
        io(url, {
          auth: { token },
          extraHeaders: { authorization: `Bearer ${token}` },
          transports: ['websocket'],
          forceNew: true,
        }),
      );
    const lines = sockets.map((socket) => new Line(socket));
    const joined = await Promise.all(lines.map((line) => line.join(id)));
    const base = joined[0]?.version ?? 0;
    const part = (text: string) => ({ kind: 'source.add', source: text, fields: { title: text } });
    await lines[0]?.does(id, 'a', base, [part('one')]);
    await Promise.all(lines.map((line) => line.hears('entries')));

    const [first] = childrenOf(cluster.pid!);
    process.kill(first!, 'SIGKILL');
    const since = Date.now();
    // Everyone is with a server again that gives what they do a place.
    await Promise.all(
      lines.map(async (line, who) => {
        let last = '';
        await untilSo(
          async () => {
            if (!line.socket.connected) return false;
            const again = await Promise.race([
              line.join(id).then(
                () => line.does(id, `b${who}`, base, [part(`two-${who}`)]),
                () => undefined,
              ),
              new Promise<undefined>((resolve) => setTimeout(resolve, 1_000)),
            ]);
            last = JSON.stringify(again);
            return again !== undefined && 'version' in again;
          },
          () =>
            `${who} is ${line.socket.connected ? 'connected' : 'away'}, and was answered ${last}\n${said.join('\n')}`,
        );
      }),
    );
    console.log(`      everybody went on ${Date.now() - since} ms after a server was killed`);
    await untilSo(
      () => said.filter((line) => /\[\d\] Touchstone is at/.test(line)).length === 3,
      () => said.join('\n'),
    );
  });
});
