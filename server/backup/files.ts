import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, constants, copyFile, mkdir, open, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { KeptFile } from './manifest.ts';

/** What a file of a folder is now. */
export const keptFile = async (folder: string, path: string): Promise<KeptFile> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(join(folder, path))) hash.update(chunk as Uint8Array);
  const { size } = await stat(join(folder, path));
  return { path, size, sha256: hash.digest('hex') };
};

/** Waits until a file, or the names in a folder, are on the disk. */
export const synced = async (path: string): Promise<void> => {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Copies a file from one folder into another, for nobody else to read; resolves when it is on the disk. */
export const copied = async (from: string, to: string, path: string): Promise<void> => {
  const target = join(to, path);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await copyFile(join(from, path), target, constants.COPYFILE_FICLONE);
  await chmod(target, 0o600);
  await synced(target);
};

const namesIn = async (folder: string): Promise<readonly string[]> =>
  (
    await readdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [] as string[];
      throw error;
    })
  ).sort();

/** The paths of the frozen copies in a data folder; what is not whole yet is left out. */
export const capturePaths = async (folder: string): Promise<readonly string[]> => {
  const shelves = (await namesIn(join(folder, 'captures'))).filter((name) => /^[0-9a-f]{2}$/.test(name));
  const paths = await Promise.all(
    shelves.map(async (shelf) =>
      (await namesIn(join(folder, 'captures', shelf)))
        .filter((name) => /^[0-9a-f]{64}$/.test(name))
        .map((name) => `captures/${shelf}/${name}`),
    ),
  );
  return paths.flat();
};

/** Whether nothing is there, or a folder with nothing in it but for one name. */
export const isEmpty = async (path: string, but?: string): Promise<boolean> =>
  (await namesIn(path)).every((name) => name === but);
