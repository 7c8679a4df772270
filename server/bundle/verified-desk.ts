import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { DESK_FILE, type DeskIndex } from '../../shared/export/desk-file.ts';
import { Invalid } from '../../shared/parsing.ts';
import { openZipFile, type Zip, type ZipLimits } from '../import/zip.ts';
import { verifiedBundleFile } from './bundle-file.ts';
import { Broken } from './verified.ts';

/** What is in the export of a desk that holds. */
export interface DeskHolds {
  readonly articles: number;
  readonly entries: number;
  readonly parts: number;
  /** Articles that are not in it: work was blind for who asked. */
  readonly blind: number;
  /** Articles of which something is not in it: who asked may not see it. */
  readonly partial: number;
}

/** How long what stands before the name of the first part of an archive is (APPNOTE 4.3.7). */
const HEAD = 30;

/** Whether a file is the export of a desk, by the name of its first part. */
export const isDeskExport = async (path: string): Promise<boolean> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD + DESK_FILE.desk.length), 0, undefined, 0);
    return buffer.toString('latin1', HEAD, bytesRead) === DESK_FILE.desk;
  } finally {
    await file.close();
  }
};

const indexIn = async (zip: Zip): Promise<DeskIndex> => {
  let index: Partial<DeskIndex>;
  try {
    index = JSON.parse(await text(Readable.from(zip.file(DESK_FILE.index))));
  } catch {
    throw new Broken(DESK_FILE.index, 'it is missing, or cannot be read: the export was broken off');
  }
  if (
    index.format !== 'touchstone-desk' ||
    index.form !== 1 ||
    !Array.isArray(index.parts) ||
    !Array.isArray(index.blind)
  )
    throw new Broken(DESK_FILE.index, 'it is not the index of an export of a desk');
  return index as DeskIndex;
};

/** Checks the export of a desk that lies in a file: every part by its SHA-256, and every article as a bundle. Throws `Broken` with the first. */
export const verifiedDeskFile = async (
  path: string,
  limits: ZipLimits,
  progress: (done: number, of: number) => void,
): Promise<DeskHolds> => {
  const zip = await openZipFile(path, limits).catch((error) => {
    if (!(error instanceof Invalid)) throw error;
    throw new Broken('its end', 'it is missing: the export was broken off, or the file was not copied whole');
  });
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-verify-'));
  try {
    const { parts, blind } = await indexIn(zip);
    let [articles, entries, partial] = [0, 0, 0];
    for (const [nth, part] of parts.entries()) {
      const hash = createHash('sha256');
      const file = join(folder, 'part.zip');
      const isArticle = part.path.startsWith('articles/') && part.size > 0;
      const hashed = async function* (): AsyncGenerator<Uint8Array> {
        for await (const chunk of zip.file(part.path)) {
          hash.update(chunk);
          yield chunk;
        }
      };
      try {
        if (isArticle) await pipeline(hashed, createWriteStream(file));
        else for await (const _ of hashed());
      } catch {
        throw new Broken(part.path, 'it is missing, or cannot be read');
      }
      if (hash.digest('hex') !== part.sha256) throw new Broken(part.path, 'its SHA-256 is not the one in the index');
      if (isArticle) {
        const holds = await verifiedBundleFile(file, limits).catch((error) => {
          throw error instanceof Broken ? new Broken(`${part.path}, ${error.where}`, error.message) : error;
        });
        articles += 1;
        entries += holds.entries;
        if (!holds.export) partial += 1;
      }
      progress(nth + 1, parts.length);
    }
    const listed = new Set([DESK_FILE.index, ...parts.map((part) => part.path)]);
    const stranger = zip.names.find((name) => !listed.has(name));
    if (stranger !== undefined) throw new Broken(stranger, 'it is not in the index');
    return { articles, entries, parts: parts.length, blind: blind.length, partial };
  } finally {
    zip.close();
    await rm(folder, { recursive: true });
  }
};
