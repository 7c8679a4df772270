import { hash } from 'node:crypto';
import { constants, copyFile, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from '../ids.ts';
import type { CaptureStore } from './capture-store.ts';

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error) => {
      if (isMissing(error)) return false;
      throw error;
    },
  );

const synced = async (path: string, flags: string, bytes?: Uint8Array): Promise<void> => {
  const file = await open(path, flags, 0o600);
  try {
    if (bytes) await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Bytes in files of a folder, each called by its SHA-256; a file has that name only once it is whole. */
export const diskCaptureStore = (folder: string): CaptureStore => {
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256);
  const kept = async (sha256: string, write: (unfinished: string) => Promise<void>): Promise<string> => {
    const path = pathOf(sha256);
    if (await isThere(path)) return sha256;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const unfinished = `${path}.${newId()}`;
    try {
      await write(unfinished);
      await rename(unfinished, path);
    } finally {
      await rm(unfinished, { force: true });
    }
    for (const each of [dirname(path), folder]) await synced(each, 'r');
    return sha256;
  };
  return {
    put: (bytes) => kept(hash('sha256', bytes, 'hex'), (unfinished) => synced(unfinished, 'wx', bytes)),
    putFile: ({ path, sha256 }) =>
      kept(sha256, async (unfinished) => {
        await copyFile(path, unfinished, constants.COPYFILE_EXCL);
        await synced(unfinished, 'r+');
      }),
    remove: async (sha256) => {
      if (!/^[0-9a-f]{64}$/.test(sha256) || !(await isThere(pathOf(sha256)))) return;
      await rm(pathOf(sha256), { force: true });
      await synced(dirname(pathOf(sha256)), 'r');
    },
    get: async (sha256) => {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
      const bytes = await readFile(pathOf(sha256)).catch((error) => {
        if (isMissing(error)) return undefined;
        throw error;
      });
      if (bytes && hash('sha256', bytes, 'hex') !== sha256) throw new Error(`the copy ${sha256} is not what was kept`);
      return bytes;
    },
  };
};
