import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { MIGRATIONS } from '../storage/migrations.ts';
import { RESTORING } from '../storage/sqlite-check.ts';
import { openDatabase } from '../storage/sqlite-database.ts';
import { checkData, NotSound, openToRead } from './check-data.ts';
import { copied, isEmpty, keptFile, synced } from './files.ts';
import { Impossible } from './make-backup.ts';
import { DATABASE, MANIFEST, type Manifest, parseManifest } from './manifest.ts';

/** What is restored, and where to. */
export interface Restoring {
  readonly backup: string;
  readonly dataFolder: string;
  /** Puts what is in the data folder aside, in place of refusing; absent: it has to be empty. */
  readonly asideAt?: string;
  readonly progress: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}

/** What came of it. */
export interface Restored {
  readonly manifest: Manifest;
  /** Where what was there before lies now. */
  readonly aside?: string;
  /** Articles that were deleted from what was there before, after the backup was made: they are there again. */
  readonly again: readonly string[];
}

/** Throws where a server has the database of a folder open: it would write on into what was put aside. */
const requireNobody = (folder: string): void => {
  const file = join(folder, DATABASE);
  if (!existsSync(file)) return;
  const database = new Sqlite(file, { timeout: 0 });
  try {
    // Only who has it alone may leave WAL mode; whoever opens it next turns that on again.
    database.pragma('journal_mode = delete');
  } catch {
    throw new Impossible(`A server runs on ${folder}: stop it first.`);
  } finally {
    database.close();
  }
};

const manifestIn = async (backup: string): Promise<Manifest> => {
  const text = await readFile(join(backup, MANIFEST), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new Impossible(`${backup} has no ${MANIFEST}: it is no backup, or making it was broken off.`);
  });
  const manifest = parseManifest(text);
  if (manifest.tables <= MIGRATIONS.length) return manifest;
  throw new Impossible(
    `The backup is of a newer Touchstone (its tables are at version ${manifest.tables}, this program knows ` +
      `${MIGRATIONS.length}): restore it with that.`,
  );
};

/** Copies a backup, each file held against its manifest, has its tables brought to those of this program, and looks at all of it. */
const prepare = async ({ backup, progress, signal }: Restoring, { files, hasCaptures }: Manifest, into: string) => {
  await rm(into, { recursive: true, force: true });
  await mkdir(into, { recursive: true, mode: 0o700 });
  for (const [index, file] of files.entries()) {
    signal.throwIfAborted();
    await copied(backup, into, file.path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new NotSound(`${join(backup, file.path)}: it is not there`);
      throw error;
    });
    const found = await keptFile(into, file.path);
    if (found.sha256 !== file.sha256) throw new NotSound(`${join(backup, file.path)}: it is not what was saved`);
    progress(index + 1, files.length);
  }
  openDatabase(into).close();
  await checkData(into, { hasCaptures, progress });
};

/** Moves all that lies in a folder, but for one name, into another in it. */
const putAside = async (folder: string, but: string, into: string): Promise<void> => {
  const names = (await readdir(folder)).filter((name) => name !== but);
  await mkdir(into, { mode: 0o700 });
  for (const name of names) await rename(join(folder, name), join(into, name));
};

/** The articles of which there are tombstones in a folder; none where its database cannot be read by this program. */
const deletedIn = async (folder: string): Promise<readonly string[]> => {
  let opened: ReturnType<typeof openToRead>;
  try {
    opened = openToRead(folder);
  } catch {
    return [];
  }
  try {
    return (await opened.stores.erasures.tombstones()).map(({ article }) => article);
  } finally {
    opened.database.close();
  }
};

const amongIn = async (folder: string, articles: readonly string[]): Promise<readonly string[]> => {
  const { stores, database } = openToRead(folder);
  try {
    const heads = await stores.log.heads(articles);
    return articles.filter((article) => heads.has(article));
  } finally {
    database.close();
  }
};

/**
 * Puts a backup into a data folder, once every byte of it was found to be what was saved. All is done within the folder, which may be a
 * disk of its own; the database comes last, and until it is there no server starts on the folder.
 */
export const restoreBackup = async (how: Restoring): Promise<Restored> => {
  const { backup, dataFolder, asideAt } = how;
  const manifest = await manifestIn(backup);
  const isFree = await isEmpty(dataFolder, RESTORING);
  if (!isFree && asideAt === undefined)
    throw new Impossible(`${dataFolder} is not empty. Name an empty one in DATA_DIR, or say --force to put it aside.`);
  requireNobody(dataFolder);
  const prepared = join(dataFolder, RESTORING);
  const deleted = isFree ? [] : await deletedIn(dataFolder);
  await prepare(how, manifest, prepared);
  const aside = isFree ? undefined : join(dataFolder, `before-${asideAt?.replace(/\.\d+/, '').replaceAll(':', '-')}`);
  if (aside !== undefined) await putAside(dataFolder, RESTORING, aside);
  const names = (await readdir(prepared)).filter((name) => name !== DATABASE);
  for (const name of [...names, DATABASE]) await rename(join(prepared, name), join(dataFolder, name));
  await rm(prepared, { recursive: true });
  await synced(dataFolder);
  const again = await amongIn(dataFolder, deleted);
  return { manifest, again, ...(aside !== undefined && { aside }) };
};
