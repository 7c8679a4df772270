import { hash } from 'node:crypto';
import { bytesOf } from '../uploads.ts';
import type { CaptureStore } from './capture-store.ts';

/** Bytes that are kept as long as the process lasts. */
export const memoryCaptureStore = (): CaptureStore => {
  const kept = new Map<string, Uint8Array>();
  const put = async (bytes: Uint8Array): Promise<string> => {
    const sha256 = hash('sha256', bytes, 'hex');
    kept.set(sha256, Uint8Array.from(bytes));
    return sha256;
  };
  return {
    put,
    putFile: async (file) => put(await bytesOf(file)),
    get: async (sha256) => kept.get(sha256),
    remove: async (sha256) => void kept.delete(sha256),
  };
};
