import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { NODE_FLAGS } from '../../server/node-flags.ts';
import { REDIS } from './a-redis.ts';
import { COMPILED } from './compiled.ts';
import { startTwoServers } from './two-servers.ts';

const project = join(import.meta.dirname, '../..');

/** The real app, with a folder of its own. Stop it. */
export interface Served {
  /** `http://localhost:port`. */
  readonly address: string;
  /** The one-time link by which the first person of the desk comes in. */
  readonly setupLink: string;
  readonly dataFolder: string;
  /** Asks it to end and resolves when it has, its folder removed. */
  readonly stop: () => Promise<void>;
}

/** The real app in a process of its own. */
export interface ServedApart extends Served {
  /** The id of its process. */
  readonly pid: number;
  /** kill -9, in the middle of whatever it does. */
  readonly kill: () => Promise<void>;
  /** Starts it again after a kill, on the same folder and address. */
  readonly restart: () => Promise<void>;
}

/** Variables of the environment, for a server at an address. */
type VariablesFor = (address: string) => Promise<Readonly<Record<string, string>>>;

/**
 * Starts the server as `npm start` does, on a free port; what was built last is what it serves. Who neither kills it nor gives it
 * variables has it sooner by `serveHere`. With `SERVERS=2` it is two servers on
 * PostgreSQL and Redis, as `npm run start:cluster` starts them; one alone where it is given more variables.
 */
export const startServer = (more?: VariablesFor): Promise<ServedApart> =>
  process.env.SERVERS === '2' && !more ? startTwoServers(REDIS) : startOne(more);

const startOne = async (more?: VariablesFor): Promise<ServedApart> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'touchstone-test-'));
  const address = `http://localhost:${await freePort()}`;
  const own = { PORT: new URL(address).port, HOST: 'localhost', DATA_DIR: dataFolder, DATABASE_URL: '', REDIS_URL: '' };
  const env = { ...process.env, ...COMPILED, ...own, ...(await more?.(address)) };
  let server: ChildProcess | undefined;
  const start = async (until: RegExp): Promise<string> => {
    server = spawn(process.execPath, [...NODE_FLAGS, 'server/main.ts'], {
      cwd: project,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return said(server, until);
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  const stop = async (): Promise<void> => {
    await end('SIGTERM');
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    return {
      address,
      setupLink: await start(/http:\S+\/setup\/\S+/),
      dataFolder,
      get pid() {
        return server?.pid ?? 0;
      },
      kill: () => end('SIGKILL'),
      restart: async () => void (await start(/Touchstone is at/)),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** Waits until a server says something. */
const said = async (server: ChildProcess, until: RegExp): Promise<string> => {
  let complaint = '';
  server.stderr?.on('data', (chunk) => {
    complaint += String(chunk);
  });
  if (server.stdout) {
    const lines = createInterface({ input: server.stdout });
    for await (const line of lines) {
      const found = until.exec(line)?.[0];
      if (found === undefined) continue;
      server.stdout.resume(); // what it says from now on is not kept
      return found;
    }
  }
  throw new Error(`the server ended before it was ready: ${complaint}`);
};

/** A port that nothing listens at. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};
