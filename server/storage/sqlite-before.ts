import { chmodSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';

/** How a database is called that was saved before its tables were brought to a newer version. */
export const savedAs = (version: number): string => `touchstone-before-tables-${version}.db`;

/**
 * Saves a database beside itself before its tables are changed: whoever has to go back to the program of before has what that program can
 * read. It is whole or not there.
 */
export const saveBefore = (database: Database, newest: number): void => {
  const saved = join(dirname(database.name), savedAs(newest));
  const part = `${saved}.${process.pid}`;
  try {
    rmSync(part, { force: true });
    database.prepare('vacuum into ?').run(part);
    chmodSync(part, 0o600);
    renameSync(part, saved);
  } finally {
    rmSync(part, { force: true });
  }
};
