import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openSchema } from './a-postgres.ts';
import { COMPILED } from './compiled.ts';
import type { ServedApart } from './server.ts';
import { untilSo } from './writing-desk.ts';

const CLUSTER = join(import.meta.dirname, '../../server/cluster/main.ts');

/** Two servers on one PostgreSQL, behind one address, as `npm run start:cluster` starts them. */
export interface TwoServers extends ServedApart {
  /** Where their database is: a schema of its own. */
  readonly database: string;
  /** The lines that they said so far. */
  readonly said: readonly string[];
  /** The ids of their processes, as Linux knows them. */
  readonly pids: () => readonly number[];
  /** Resolves when so many servers have started since the beginning, those that were started again among them. */
  readonly started: (count: number) => Promise<void>;
}

/** Starts them on free ports and an empty database; they meet over the Redis at an address, or, without one, in the database alone. */
export const startTwoServers = async (redis = ''): Promise<TwoServers> => {
  const schema = await openSchema();
  const dataFolder = await mkdtemp(join(tmpdir(), 'touchstone-test-'));
  const port = await freePorts();
  const address = `http://localhost:${port}`;
  const own = { PORT: String(port), HOST: 'localhost', PUBLIC_URL: address, DATA_DIR: dataFolder };
  const env = { ...process.env, ...COMPILED, ...own, DATABASE_URL: schema.url, REDIS_URL: redis };
  const said: string[] = [];
  let cluster: ChildProcess | undefined;
  const pids = (): readonly number[] =>
    readFileSync(`/proc/${cluster?.pid}/task/${cluster?.pid}/children`, 'utf8').trim().split(/\s+/).map(Number);
  const linkIn = (line: string): string | undefined => /http:\S+\/setup\/\S+/.exec(line)?.[0];
  const hasLink = (): boolean => said.some((line) => linkIn(line) !== undefined);
  const up = (): number => said.filter((line) => /\[\d\] Touchstone is at/.test(line)).length;
  const started = (count: number): Promise<void> =>
    untilSo(
      () => up() >= count,
      () => said.join('\n'),
    );
  const start = async (): Promise<void> => {
    const before = up();
    cluster = spawn(process.execPath, [CLUSTER], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    if (cluster.stdout) createInterface({ input: cluster.stdout }).on('line', (line) => said.push(line));
    await started(before + 2);
    if (before === 0) await untilSo(hasLink, () => said.join('\n'));
  };
  const ended = async (signal: () => void): Promise<void> => {
    if (!cluster || cluster.exitCode !== null || cluster.signalCode !== null) return;
    const exit = once(cluster, 'exit');
    signal();
    await exit;
  };
  const stop = async (): Promise<void> => {
    await ended(() => cluster?.kill('SIGTERM'));
    await schema.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    address,
    database: schema.url,
    dataFolder,
    said,
    pids,
    started,
    setupLink: said.map(linkIn).find((link) => link !== undefined) ?? '',
    get pid() {
      return cluster?.pid ?? 0;
    },
    kill: () =>
      ended(() => {
        for (const pid of pids()) process.kill(pid, 'SIGKILL');
        cluster?.kill('SIGKILL');
      }),
    restart: start,
    stop,
  };
};

/** The first of three free ports in a row: one for what is in front of the servers, and theirs. */
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
