import type { Upload } from '../uploads.ts';

/** Bytes by their SHA-256, in hex: equal bytes are kept once. What is put resolves only when it is durable (T1). */
export interface CaptureStore {
  /** Keeps bytes; resolves with their SHA-256. */
  put(bytes: Uint8Array): Promise<string>;
  /** Keeps a file, which stays where it is; resolves with its SHA-256. */
  putFile(file: Upload): Promise<string>;
  /** The bytes of a SHA-256; nothing when they are not kept. Rejects when they are not what they were any more (T9). */
  get(sha256: string): Promise<Uint8Array | undefined>;
  /** Takes bytes out for good, if they are kept; resolves only when that is durable. */
  remove(sha256: string): Promise<void>;
}
