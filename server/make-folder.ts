import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those it lies in, for this user alone, where they are not there yet. Throws what the file system says: `mkdirSync` with
 * `recursive` asks for ever where a folder that is there takes none, as in `/proc`.
 */
export const makeFolder = (path: string): void => {
  if (existsSync(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process, started at the same moment, was sooner.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
};
