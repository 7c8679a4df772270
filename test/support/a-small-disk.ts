import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of a few megabytes in a namespace of its own (util-linux, a kernel that lets its users), to be filled. End it. */
export class SmallDisk {
  /** As the programs see it that run inside. */
  readonly folder: string;
  readonly #keeper: ChildProcess;

  private constructor(folder: string, keeper: ChildProcess) {
    this.folder = folder;
    this.#keeper = keeper;
  }

  /** A disk that holds so many megabytes; why there is none, where this machine makes none. */
  static async make(megabytes: number): Promise<SmallDisk | string> {
    const folder = await mkdtemp(join(tmpdir(), 'touchstone-disk-'));
    const mount = `mount -t tmpfs -o size=${megabytes}m tmpfs "$0" && echo there && exec cat`;
    const keeper = spawn('unshare', ['-rm', 'sh', '-c', mount, folder], { stdio: ['pipe', 'pipe', 'pipe'] });
    let complaint = '';
    keeper.stderr.on('data', (chunk) => (complaint += chunk));
    const isThere = await Promise.race([
      once(keeper.stdout, 'data').then(() => true),
      once(keeper, 'close').then(() => false),
      once(keeper, 'error').then(([error]) => {
        complaint = String(error);
        return false;
      }),
    ]);
    if (isThere) return new SmallDisk(folder, keeper);
    await rm(folder, { recursive: true });
    return complaint.trim();
  }

  /** How a program is called so that it runs inside. */
  inside(program: string, words: readonly string[]): readonly [string, readonly string[]] {
    return ['nsenter', ['-t', `${this.#keeper.pid}`, '-U', '-m', '--preserve-credentials', program, ...words]];
  }

  /** A file of the disk, as it is seen from outside. */
  path(...names: readonly string[]): string {
    return join(`/proc/${this.#keeper.pid}/root`, this.folder, ...names);
  }

  /** Writes until nothing goes on it any more. */
  async fill(): Promise<void> {
    for (const [name, bytes] of [
      ['filler', 100_000],
      ['last', 512],
    ] as const) {
      const flag = 'a';
      try {
        for (;;) await writeFile(this.path(name), Buffer.alloc(bytes), { flag });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
  }

  /** Takes away what it was filled with. */
  async makeRoom(): Promise<void> {
    for (const name of ['filler', 'last']) await rm(this.path(name), { force: true });
  }

  /** The names of what lies in one of its folders. */
  async names(...folder: readonly string[]): Promise<readonly string[]> {
    return readdir(this.path(...folder));
  }

  async end(): Promise<void> {
    const gone = once(this.#keeper, 'exit');
    this.#keeper.kill();
    await gone;
    await rm(this.folder, { recursive: true, force: true });
  }
}
