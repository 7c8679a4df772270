import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { newId } from './ids.ts';

/** A file that somebody sent: on the disk of this machine, never whole in the memory of the server, until its request is answered. */
export interface Upload {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Of its bytes, in hex. */
  readonly sha256: string;
}

/** Writes a file into a folder as it comes. When it breaks off it rejects, and nothing is left of it. */
export const received = async (file: Readable, folder: string): Promise<Upload> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, newId());
  const digest = createHash('sha256');
  let size = 0;
  // It is open before the first byte is asked for: a stream that is opened late may make its file after it was taken away.
  const target = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of file) {
      digest.update(chunk);
      size += chunk.length;
      await target.writeFile(chunk);
    }
    await target.close();
    return { path, size, sha256: digest.digest('hex') };
  } catch (error) {
    await target.close();
    await rm(path, { force: true });
    throw error;
  }
};

/** What somebody sent, be it in memory (words, a page that was fetched) or on the disk. */
export type SentBytes = Uint8Array | Upload;

/** In bytes. */
export const sizeOf = (sent: SentBytes): number => (sent instanceof Uint8Array ? sent.length : sent.size);

/** All of it, in memory. */
export const bytesOf = async (sent: SentBytes): Promise<Uint8Array> =>
  sent instanceof Uint8Array ? sent : new Uint8Array(await readFile(sent.path));

/** So many bytes of each end say what a file is. */
const END = 70_000;

/** The first and the last bytes of a file, in one piece: what it is can be seen by them. */
export const endsOf = async ({ path, size }: Upload): Promise<Uint8Array> => {
  const file = await open(path);
  try {
    const head = await file.read(new Uint8Array(Math.min(END, size)), 0, Math.min(END, size), 0);
    const rest = Math.min(END, size - head.bytesRead);
    const tail = await file.read(new Uint8Array(rest), 0, rest, size - rest);
    return Buffer.concat([head.buffer, tail.buffer]);
  } finally {
    await file.close();
  }
};
