import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { Role } from '../../shared/roles.ts';
import type { SmallDisk } from './a-small-disk.ts';
import { COMPILED } from './compiled.ts';

const SERVER = join(import.meta.dirname, '../../server');

const program = promisify(execFile);

/** The real server as a process of its own, on a folder of its own, to be killed and started again. Stop it. */
export class ServerProcess {
  readonly dataFolder: string;
  readonly url: string;
  /** Lines of its log that tell of an error, of all its lives. */
  readonly errors: string[] = [];
  /** Every line it said, of all its lives. */
  readonly said: string[] = [];
  readonly #environment: NodeJS.ProcessEnv;
  readonly #disk: SmallDisk | undefined;
  #child: ChildProcess | undefined;

  private constructor(dataFolder: string, port: number, disk: SmallDisk | undefined, more: NodeJS.ProcessEnv) {
    this.dataFolder = dataFolder;
    this.#disk = disk;
    this.url = `http://127.0.0.1:${port}`;
    this.#environment = {
      ...COMPILED,
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataFolder,
      ...more,
    };
  }

  /** A server that listens, its data on a small disk where one is given, with more in its environment. */
  static async start(disk?: SmallDisk, more: NodeJS.ProcessEnv = {}): Promise<ServerProcess> {
    const folder = disk ? join(disk.folder, 'data') : await mkdtemp(join(tmpdir(), 'touchstone-process-'));
    const server = new ServerProcess(folder, await freePort(), disk, more);
    await server.restart();
    return server;
  }

  /** Starts it on the same folder and port; resolves when it listens. */
  async restart(): Promise<void> {
    const child = spawn(...this.#call('main.ts'), {
      env: this.#environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    let said = '';
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        said += `${line}\n`;
        this.said.push(line);
        if (line.includes('"level":"error"')) this.errors.push(line);
        if (line.startsWith('Touchstone is at')) resolve();
      });
    }
    child.once('exit', () => reject(new Error(`the server ended: ${said}`)));
    await promise;
  }

  /** kill -9, in the middle of whatever it does; resolves when it is gone. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** Stops it where it is, as a machine that is too busy does, until it goes on. */
  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  /** It goes on where it was. */
  goOn(): void {
    this.#child?.kill('SIGCONT');
  }

  /** Ends it in order; gives its exit code. */
  async end(): Promise<number | null> {
    await this.#end('SIGTERM');
    return this.#child?.exitCode ?? null;
  }

  /** Ends it in order and removes its folder. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    await rm(this.dataFolder, { recursive: true, force: true });
  }

  #call(name: string, ...words: string[]): [string, readonly string[]] {
    const called = [join(SERVER, name), ...words];
    const [first, rest] = this.#disk?.inside(process.execPath, called) ?? [process.execPath, called];
    return [first, rest];
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  /** Adds a person with the admin command; gives their access token. */
  async token(name: string, role: Role): Promise<string> {
    const words = ['add-user', `${name}@example.org`, '--name', name, '--role', role, '--token'];
    const { stdout } = await program(...this.#call('admin.ts', ...words), { env: this.#environment });
    return stdout.trim();
  }

  /** Adds people by invitations of a lead, who is added with the admin command, a process; gives their access tokens. */
  async tokens(names: readonly string[], role: Role): Promise<readonly string[]> {
    const lead = { authorization: `Bearer ${await this.token('inviter', 'lead')}` };
    return Promise.all(
      names.map(async (name) => {
        const { link } = await (await this.#post('/api/invitations', { role }, lead)).json();
        const joined = await this.#post('/api/join', { secret: new URL(link).pathname.split('/').at(-1), name });
        const own = { cookie: joined.headers.getSetCookie()[0]?.split(';')[0] ?? '', origin: this.url };
        return (await (await this.#post('/api/tokens', { label: name }, own)).json()).token;
      }),
    );
  }

  async #post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const answer = await fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    if (answer.status !== 201) throw new Error(`${path}: ${await answer.text()}`);
    return answer;
  }

  /** Creates an article of a text, whose first line is its title; gives its id. */
  async article(token: string, text: string): Promise<string> {
    const by = { authorization: `Bearer ${token}` };
    const answer = await this.#post('/api/articles', { text, clean: false }, by);
    return ((await answer.json()) as { readonly id: string }).id;
  }
}

/** A free port below those that connections go out from: one of these may take the port of a server that is killed. */
const freePort = async (): Promise<number> => {
  const port = 20_000 + Math.floor(Math.random() * 12_000);
  const server = createServer();
  const { promise, resolve } = Promise.withResolvers<boolean>();
  server.once('error', () => resolve(false));
  server.listen(port, '127.0.0.1', () => resolve(true));
  if (!(await promise)) return freePort();
  server.close();
  await once(server, 'close');
  return port;
};
