import { accessSync, closeSync, constants, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { cannotHoldData, prepareDataFolder } from '../data-folder.ts';
import { MIGRATIONS } from './migrations.ts';
import { saveBefore } from './sqlite-before.ts';
import { requireNotBetween } from './sqlite-check.ts';

/** How long one process waits for another (the admin command beside the server) to finish writing. */
const BUSY_MS = 5_000;

const FULL = 2;

const prepareFile = (folder: string): string => {
  const file = join(folder, 'touchstone.db');
  prepareDataFolder(folder);
  try {
    // Only a new file is touched: to close a file that SQLite has open in this process would drop SQLite's locks on it.
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
    else closeSync(openSync(file, 'a', 0o600));
    return file;
  } catch (cause) {
    throw cannotHoldData(folder, cause);
  }
};

/** Throws unless a commit on this connection outlives a power cut (T1): SQLite in WAL mode does not unless told to. */
export const requireDurable = (database: Database): void => {
  const mode = database.pragma('journal_mode', { simple: true });
  const synchronous = database.pragma('synchronous', { simple: true });
  if (mode !== 'wal' || synchronous !== FULL) {
    throw new Error(
      `${database.name} would lose what was acknowledged: journal_mode is ${mode} (wal is needed), ` +
        `synchronous is ${synchronous} (${FULL}, full, is needed). Is it on a network drive?`,
    );
  }
};

const migrate = (database: Database): void => {
  const toNewest = database.transaction(() => {
    const version = Number(database.pragma('user_version', { simple: true }));
    if (version > MIGRATIONS.length) {
      throw new Error(
        `${database.name} was written by a newer Touchstone (its tables are at version ${version}, this program knows ` +
          `${MIGRATIONS.length}). Start that newer version, or put back a copy made before it was installed.`,
      );
    }
    for (const step of MIGRATIONS.slice(version)) database.exec(step);
    database.pragma(`user_version = ${MIGRATIONS.length}`);
  });
  const before = Number(database.pragma('user_version', { simple: true }));
  if (before > 0 && before < MIGRATIONS.length) saveBefore(database, MIGRATIONS.length);
  // Immediate: of two programs that start at once, the second finds the work done.
  toNewest.immediate();
};

const setUp = (database: Database): void => {
  // Only a new file can be made so: what packing frees can then be given back, see `giveBack`.
  database.pragma('auto_vacuum = incremental');
  database.pragma('journal_mode = wal');
  database.pragma('synchronous = full');
  // macOS answers fsync before the drive has the bytes; elsewhere this says nothing.
  database.pragma('fullfsync = on');
  database.pragma('foreign_keys = on');
  requireDurable(database);
  migrate(database);
};

/** At most so many pages are given back at once: 40 MB. */
const MOST_PAGES = 10_000;

/** Gives pages back to the disk that nothing is in. */
export const giveBack = (database: Database): void => {
  database.pragma(`incremental_vacuum(${MOST_PAGES})`);
};

/**
 * Writes the file anew with only what is in it, and empties the log beside it: whatever was ever deleted, or was moved when entries were packed,
 * is in neither any more, and its room is the disk's. Nothing else is done meanwhile: about a second for 200 MB.
 */
export const rewrite = (database: Database): void => {
  // A full text index keeps the words of what was deleted until its parts are made one.
  database.exec(`insert into "searchIndex" ("searchIndex") values ('optimize')`);
  database.exec('vacuum');
  const [emptied] = database.pragma('wal_checkpoint(truncate)') as readonly { readonly busy: number }[];
  if (emptied?.busy !== 0)
    throw new Error('another program reads the database: what was deleted is still in the log beside it');
};

const TO_DO: Readonly<Record<string, string>> = {
  SQLITE_BUSY: 'Another program is writing in it: stop that one, and start again.',
  SQLITE_FULL: 'The disk is full: make room on it, and start again.',
  SQLITE_READONLY: 'Let this program write to it, and start again.',
};

const whatToDo = (code: string): string =>
  TO_DO[code] ?? 'Put it aside, with the files beside it of the same name, and put back a backup.';

/** The database in a folder, both made when missing, with every commit durable and the tables at their newest. */
export const openDatabase = (folder: string): Database => {
  requireNotBetween(folder);
  const file = prepareFile(folder);
  let database: Database | undefined;
  try {
    database = new Sqlite(file, { timeout: BUSY_MS });
    setUp(database);
    return database;
  } catch (error) {
    database?.close();
    if (!(error instanceof Sqlite.SqliteError)) throw error;
    throw new Error(`${file} cannot be opened as a database: ${error.message}. ${whatToDo(error.code)}`, {
      cause: error,
    });
  }
};
