import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Invalid } from '../../shared/parsing.ts';
import { readEnvironment } from '../environment.ts';
import { NODE_FLAGS } from '../node-flags.ts';
import { balancer, type Node } from './balancer.ts';

// Two servers on one database behind one address, for trying: `npm run start:cluster`.

const COUNT = 2;

/** So many milliseconds until a server that ended is started again. */
const PAUSE = 1_000;

const fail = (line: string): never => {
  process.stderr.write(`The servers cannot start: ${line}\n`);
  process.exit(1);
};

const environment = (() => {
  try {
    return readEnvironment(process.env);
  } catch (error) {
    return fail(error instanceof Invalid ? error.message : String(error));
  }
})();
const { port, host, publicUrl = `http://localhost:${port}` } = environment;
if (environment.database === undefined)
  fail(
    'DATABASE_URL is needed, such as postgres://user@localhost:5432/touchstone: several servers share one database.',
  );

/** One of the servers, started again whenever it ends. */
class Child implements Node {
  readonly port: number;
  readonly #name: string;
  #process: ChildProcess | undefined;
  #isUp = false;
  #isOver = false;
  #again: NodeJS.Timeout | undefined;

  constructor(nth: number) {
    this.#name = `[${nth}]`;
    this.port = port + nth;
  }

  readonly isUp = (): boolean => this.#isUp;

  start(): void {
    const env = { ...process.env, PORT: String(this.port), HOST: '127.0.0.1', PUBLIC_URL: publicUrl };
    const child = spawn(process.execPath, [...NODE_FLAGS, join(import.meta.dirname, '../main.ts')], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        process.stdout.write(`${this.#name} ${line}\n`);
        if (line.startsWith('Touchstone is at')) this.#isUp = true;
      });
    child.once('exit', (code, signal) => {
      this.#isUp = false;
      if (this.#isOver) return;
      process.stdout.write(`${this.#name} ended (${signal ?? code}), and is started again\n`);
      this.#again = setTimeout(() => this.start(), PAUSE);
    });
  }

  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#again);
    this.#process?.kill('SIGTERM');
  }
}

const children = Array.from({ length: COUNT }, (_, index) => new Child(index + 1));
for (const child of children) child.start();
const front = balancer(children);
front.once('error', (error) => {
  for (const child of children) child.stop();
  fail(`${host}:${port}: ${error.message}`);
});
front.listen(port, host, () => process.stdout.write(`Two servers answer at ${publicUrl}\n`));
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    front.close();
    front.closeAllConnections();
    for (const child of children) child.stop();
  });
