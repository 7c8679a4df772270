import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those it lies in, for this user alone, where they are not there yet. Throws what the file system says: `mkdirSync` with
 * `recursive` asks for ever where a folder that is there takes none, as in `/proc`.
 */
const makeFolder = (path: string): void => {
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

/** That the data folder is not what it has to be, and what to do. */
export const cannotHoldData = (folder: string, cause: unknown): Error =>
  new Error(
    `${folder} cannot hold the data: ${(cause as Error).message}. Set DATA_DIR to a folder this program may write to.`,
    { cause },
  );

/** Makes the data folder where it is not there yet. Throws, with what to do, where this program may not write to it. */
export const prepareDataFolder = (folder: string): void => {
  try {
    makeFolder(folder);
    // The dot asks that it be a folder.
    accessSync(`${folder}/.`, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw cannotHoldData(folder, cause);
  }
};
