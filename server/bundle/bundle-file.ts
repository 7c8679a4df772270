import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { BUNDLE } from '../../shared/export/bundle.ts';
import { Invalid } from '../../shared/parsing.ts';
import { openZipFile, type ZipLimits } from '../import/zip.ts';
import { Broken } from './verified.ts';
import { type BundleHolds, verifiedBundle } from './verified-bundle.ts';

/** What every archive begins with (APPNOTE 4.3.7), and how long what stands before the name of its first part is. */
const ARCHIVE = { signs: 'PK\u0003\u0004', head: 30 } as const;

const firstBytes = async (path: string, count: number): Promise<string> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
};

/** Whether a file is an archive of any kind. */
export const isArchive = async (path: string): Promise<boolean> =>
  (await firstBytes(path, ARCHIVE.signs.length)) === ARCHIVE.signs;

/** Whether a file is a bundle, by the name of its first part. */
export const isBundle = async (path: string): Promise<boolean> => {
  const head = await firstBytes(path, ARCHIVE.head + BUNDLE.manifest.length);
  return head.startsWith(ARCHIVE.signs) && head.endsWith(BUNDLE.manifest);
};

/** Checks a bundle that lies in a file, of which one part at a time is read; throws `Broken` with the first thing that is not as written. */
export const verifiedBundleFile = async (
  path: string,
  limits: ZipLimits,
  progress: (done: number, of: number) => void = () => {},
): Promise<BundleHolds> => {
  const { size } = await stat(path);
  const zip = await openZipFile(path, limits).catch((error) => {
    throw error instanceof Invalid ? new Broken('the archive', 'its directory cannot be read') : error;
  });
  let done = 0;
  try {
    // Every byte is looked at twice: in its part, and in the whole.
    return await verifiedBundle({ zip, bytes: () => createReadStream(path) }, (bytes) => {
      done += bytes;
      progress(Math.min(done, 2 * size), 2 * size);
    });
  } finally {
    zip.close();
  }
};
