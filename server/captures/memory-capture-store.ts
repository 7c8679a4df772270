import { hash } from 'node:crypto';
import type { CaptureStore } from './capture-store.ts';

/** Bytes that are kept as long as the process lasts. */
export const memoryCaptureStore = (): CaptureStore => {
  const kept = new Map<string, Uint8Array>();
  return {
    put: async (bytes) => {
      const sha256 = hash('sha256', bytes, 'hex');
      kept.set(sha256, Uint8Array.from(bytes));
      return sha256;
    },
    get: async (sha256) => kept.get(sha256),
  };
};
