import { hash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { S3mini, S3ServiceError } from 's3mini';
import { bytesOf } from '../uploads.ts';
import type { CaptureStore } from './capture-store.ts';

/** A bucket of an S3-compatible store. */
export interface Bucket {
  /** Where it is, with the bucket in its path: `https://s3.eu-central-1.amazonaws.com/copies`. */
  readonly url: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** So many milliseconds a request may take. */
const PATIENCE = 60_000;

/** So often a request is made that the store could not answer. */
const TRIES = 3;

/** Before it is made again, so many milliseconds, four times as many the next time. */
const WAIT = 200;

const isRefusal = (error: unknown): boolean =>
  error instanceof S3ServiceError && error.status < 500 && error.status !== 429;

/** What a request comes to; a store that is busy for a moment is asked again. */
const persistently = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === TRIES || isRefusal(error)) throw error;
      await pause(WAIT * 4 ** (attempt - 1));
    }
  }
};

/** Bytes in a bucket, each called by its SHA-256; the store checks on arrival that they are what they are called, and we do when they come back. */
export const s3CaptureStore = ({ url, ...access }: Bucket): CaptureStore => {
  const bucket = new S3mini({ ...access, endpoint: url, requestAbortTimeout: PATIENCE });
  const keyOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256}`;
  const put = async (bytes: Uint8Array): Promise<string> => {
    const sha256 = hash('sha256', bytes, 'hex');
    if ((await persistently(() => bucket.objectExists(keyOf(sha256)))) === true) return sha256;
    const checked = { 'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64') };
    await persistently(() => bucket.putObject(keyOf(sha256), bytes, 'application/octet-stream', undefined, checked));
    return sha256;
  };
  return {
    put,
    putFile: async (file) => put(await bytesOf(file)),
    remove: async (sha256) => {
      if (/^[0-9a-f]{64}$/.test(sha256)) await persistently(() => bucket.deleteObject(keyOf(sha256)));
    },
    get: async (sha256) => {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
      const found = await persistently(() => bucket.getObjectArrayBuffer(keyOf(sha256)));
      const bytes = found === null ? undefined : new Uint8Array(found);
      if (bytes && hash('sha256', bytes, 'hex') !== sha256) throw new Error(`the copy ${sha256} is not what was kept`);
      return bytes;
    },
  };
};
