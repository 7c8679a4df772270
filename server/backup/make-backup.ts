import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { checkData, type Holds, openToRead } from './check-data.ts';
import { capturePaths, copied, isEmpty, keptFile, synced } from './files.ts';
import { DATABASE, MANIFEST, type Manifest } from './manifest.ts';

/** What is backed up, and how. */
export interface BackingUp {
  readonly dataFolder: string;
  /** A folder that is not there yet, or is empty. */
  readonly target: string;
  /** Whether frozen copies lie in the data folder. */
  readonly hasCaptures: boolean;
  readonly now: string;
  /** Told, by the name of the step, how far it is. */
  readonly progress: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}

/** It cannot be done as things are, with what to do. */
export class Impossible extends Error {}

/** So many pages of a database are copied between two looks at what else is to be done. */
const PAGES = 2_000;

const copyDatabase = async ({ dataFolder, target, progress, signal }: BackingUp): Promise<void> => {
  const to = join(target, DATABASE);
  const { database } = openToRead(dataFolder);
  try {
    // All of it is as it is at this moment: what is written meanwhile neither comes in nor has it begin anew.
    database.exec('begin');
    database.prepare('select count(*) from articles').get();
    await database.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        signal.throwIfAborted();
        progress(totalPages - remainingPages, totalPages);
        return PAGES;
      },
    });
  } finally {
    database.close();
  }
  // One file, without a log of its own beside it.
  const copy = new Sqlite(to);
  copy.pragma('journal_mode = delete');
  copy.close();
  await synced(to);
};

const copyCaptures = async ({ dataFolder, target, progress, signal }: BackingUp): Promise<void> => {
  const paths = (await capturePaths(dataFolder)).filter((path) => !existsSync(join(target, path)));
  for (const [index, path] of paths.entries()) {
    signal.throwIfAborted();
    await copied(dataFolder, target, path);
    progress(index + 1, paths.length);
  }
};

/** Saves all that a server keeps in a data folder, while it runs, and looks at what was saved. Its manifest comes last: without one, it is half a backup. */
export const makeBackup = async (how: BackingUp): Promise<Manifest> => {
  const { dataFolder, target, hasCaptures, now, progress } = how;
  if (!existsSync(join(dataFolder, DATABASE)))
    throw new Impossible(`There is no ${DATABASE} in ${dataFolder}: set DATA_DIR to the folder of the server.`);
  if (!(await isEmpty(target))) throw new Impossible(`${target} is not empty: name a folder that is not there yet.`);
  await mkdir(target, { recursive: true, mode: 0o700 });
  // Twice: what the database names is there before it does, and what is deleted meanwhile is there still.
  if (hasCaptures) await copyCaptures(how);
  await copyDatabase(how);
  if (hasCaptures) await copyCaptures(how);
  const holds: Holds = await checkData(target, { hasCaptures, progress });
  const manifest = await manifestOf(target, holds, now);
  const part = join(target, `${MANIFEST}.part`);
  await writeFile(part, `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: 0o600 });
  await synced(part);
  await rename(part, join(target, MANIFEST));
  await synced(target);
  return manifest;
};

const manifestOf = async (folder: string, { articles, entries, captures }: Holds, at: string): Promise<Manifest> => {
  const paths = [DATABASE, ...(captures === undefined ? [] : await capturePaths(folder))];
  const files = [];
  for (const path of paths) files.push(await keptFile(folder, path));
  const copy = new Sqlite(join(folder, DATABASE), { readonly: true });
  const tables = Number(copy.pragma('user_version', { simple: true }));
  copy.close();
  const hasCaptures = captures !== undefined;
  return { format: 'touchstone-backup', form: 1, at, tables, articles, entries, hasCaptures, files };
};
