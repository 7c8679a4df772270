import { chmodSync, existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Gone } from './trouble.ts';

/** So many bytes have to be free before it is written again on a disk that was full: else it would be full again at once. */
const ROOM = 4_000_000;

/** How a rescued database is called, of which the file is gone. */
const RESCUED = /^touchstone-rescued-[\dTZ-]+\.db$/;

/** Whether the files of a database that is open still lie where they did: a file that was taken away is written to all the same, and lost. */
export class SqliteCheck {
  readonly #database: Database;
  readonly #files: ReadonlyMap<string, string>;

  constructor(database: Database) {
    this.#database = database;
    const names = [database.name, `${database.name}-wal`];
    this.#files = new Map(names.map((name) => [name, identityOf(name)]));
  }

  /** Throws `Gone` unless each file is the very one that was opened. */
  requireThere(): void {
    for (const [name, identity] of this.#files) if (identityOf(name) !== identity) throw new Gone();
  }

  /** Throws what stands in the way of storing something; `thoroughly` by doing so. */
  check(thoroughly: boolean): void {
    this.requireThere();
    if (!thoroughly) return;
    const { bavail, bsize } = statfsSync(dirname(this.#database.name));
    if (bavail * bsize < ROOM) throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC' });
    const waits = this.#database.pragma('busy_timeout', { simple: true });
    // The whole process waits with it.
    this.#database.pragma('busy_timeout = 0');
    try {
      const version = this.#database.pragma('user_version', { simple: true });
      this.#database.pragma(`user_version = ${version}`);
    } finally {
      this.#database.pragma(`busy_timeout = ${waits}`);
    }
  }

  /** Writes all that is in the database into a new file beside where it was; gives a sentence that says what to do with it. */
  async rescue(now: Date): Promise<string> {
    const { name } = this.#database;
    const stamp = now.toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
    const rescued = join(dirname(name), `touchstone-rescued-${stamp}.db`);
    await this.#database.backup(rescued);
    chmodSync(rescued, 0o600);
    return `All that was in the database is in ${rescued}: stop the server, rename that to ${basename(name)}, and start it.`;
  }
}

const identityOf = (name: string): string => {
  const found = statSync(name, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev} ${found.ino}` : 'none';
};

/** The folder in a data folder in which a backup lies that is being restored. */
export const RESTORING = 'restoring';

/** Throws where the database of a folder is gone that was rescued, or is being restored: a new one in its place would look as if all were lost. */
export const requireNotBetween = (folder: string): void => {
  if (existsSync(join(folder, 'touchstone.db')) || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (existsSync(join(folder, RESTORING)))
    throw new Error(`${folder} has no touchstone.db: restoring it was broken off. Run "touchstone restore" again.`);
  const rescued = readdirSync(folder)
    .filter((name) => RESCUED.test(name))
    .sort()
    .at(-1);
  if (rescued)
    throw new Error(
      `${folder} has no touchstone.db, and a rescued one, ${rescued}. Rename that to touchstone.db, and start again.`,
    );
};
