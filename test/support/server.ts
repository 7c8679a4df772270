import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const project = join(import.meta.dirname, '../..');

/** The real app in a process of its own, with a folder of its own. Stop it. */
export interface Served {
  /** `http://localhost:port`. */
  readonly address: string;
  /** The one-time link by which the first person of the desk comes in. */
  readonly setupLink: string;
  readonly dataFolder: string;
  /** Asks it to end and resolves when it has, its folder removed. */
  readonly stop: () => Promise<void>;
}

/** Starts the server as `npm start` does, on a free port; what was built last is what it serves. */
export const startServer = async (): Promise<Served> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'touchstone-test-'));
  const address = `http://localhost:${await freePort()}`;
  const env = { ...process.env, PORT: new URL(address).port, HOST: 'localhost', DATA_DIR: dataFolder };
  const server = spawn(process.execPath, ['server/main.ts'], { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = async (): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    }
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    return { address, setupLink: await setupLinkOf(server), dataFolder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const setupLinkOf = async (server: ChildProcess): Promise<string> => {
  let complaint = '';
  server.stderr?.on('data', (chunk) => {
    complaint += String(chunk);
  });
  if (server.stdout) {
    const lines = createInterface({ input: server.stdout });
    for await (const line of lines) {
      const link = /http:\S+\/setup\/\S+/.exec(line)?.[0];
      if (link === undefined) continue;
      server.stdout.resume(); // what it says from now on is not kept
      return link;
    }
  }
  throw new Error(`the server ended before it said how to set it up: ${complaint}`);
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};
