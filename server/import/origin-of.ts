import type { Origin, Original } from '../../shared/origin.ts';
import type { CaptureStore } from '../captures/capture-store.ts';
import { sizeOf } from '../uploads.ts';
import type { Incoming } from './arrivals.ts';
import type { Reading } from './reading.ts';

/** What an article says of itself, as far as it says it, in the words of the log. */
export const saidOf = ({ about }: Reading): Partial<Origin> => {
  const { byline, outlet, published, changed, direction, address } = about ?? {};
  return {
    ...(byline && { byline }),
    ...(outlet && { outlet }),
    ...(published && { published }),
    ...(changed && { changed }),
    ...(direction && { direction }),
    ...(address && { canonical: address }),
  };
};

/** Keeps the bytes as they came, before anything is made of them (T1). */
const kept = async (store: CaptureStore, { file, mediaType, name }: Incoming): Promise<Original> => ({
  sha256: file instanceof Uint8Array ? await store.put(file) : await store.putFile(file),
  mediaType,
  size: sizeOf(file),
  name,
});

/** Where an article came from that was read, once its original is kept. */
export const originOf = async (store: CaptureStore, incoming: Incoming, reading: Reading): Promise<Origin> => ({
  format: incoming.format,
  url: incoming.address ?? '',
  language: reading.language ?? '',
  ...saidOf(reading),
  original: await kept(store, incoming),
});
