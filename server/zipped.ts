import { type PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Archive } from '../shared/export/format.ts';

/** Gives the bytes that are kept under a SHA-256. */
export type Kept = (sha256: string) => Promise<Uint8Array | undefined>;

/** The first day that a ZIP archive can name: equal parts are equal bytes whenever they are zipped. */
export const EPOCH = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true } as const;

const bytesOf = (content: string | Uint8Array): Buffer =>
  typeof content === 'string'
    ? Buffer.from(content)
    : Buffer.from(content.buffer, content.byteOffset, content.byteLength);

/**
 * An archive as the bytes of a ZIP file (APPNOTE 6.3), in the order of its parts; what is kept elsewhere is asked for one at a time,
 * when its turn comes. The stream fails where something is not kept any more.
 */
export const zipped = ({ parts, stored }: Archive, kept: Kept): Readable => {
  const zip = new ZipFile();
  const out = zip.outputStream as PassThrough;
  const how = { ...EPOCH, compress: stored !== true };
  for (const part of parts) {
    if ('content' in part) zip.addBuffer(bytesOf(part.content), part.path, how);
    else
      zip.addReadStreamLazy(part.path, how, (give) => {
        kept(part.kept).then(
          (bytes) =>
            bytes
              ? give(null, Readable.from([bytesOf(bytes)]))
              : give(new Error(`${part.kept} is not kept`), Readable.from([])),
          (error) => give(error, Readable.from([])),
        );
      });
  }
  zip.on('error', (error) => out.destroy(error));
  zip.end();
  return out;
};
