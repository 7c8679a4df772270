import { buffer } from 'node:stream/consumers';
import { memoryCaptureStore } from '../../server/captures/memory-capture-store.ts';
import { zipped } from '../../server/zipped.ts';
import type { Capture } from '../../shared/capture.ts';
import { bundle } from '../../shared/export/bundle.ts';
import type { Archive, Edition } from '../../shared/export/format.ts';
import { evidence, paragraph, writing } from './edition.ts';

/** A small article with a source, one copy of it with its words, and an original; and its bundle. */
export const smallBundle = async (): Promise<{ readonly edition: Edition; readonly bytes: Buffer }> => {
  const store = memoryCaptureStore();
  const put = (text: string): Promise<string> => store.put(new TextEncoder().encode(text));
  const [sha256, text, original] = await Promise.all([
    put('<p>It is round.</p>'),
    put('It is round.'),
    put('The moon is round.'),
  ]);
  const kept: Capture = {
    ...{ id: 'k', source: 's', way: 'address', address: 'https://a.example/', reviewer: 'una' },
    ...{ at: '2026-03-01T09:00:00.000Z', state: 'kept' },
    kept: {
      at: '2026-03-01T09:00:01.000Z',
      address: 'https://a.example/',
      mediaType: 'text/html',
      size: 19,
      sha256,
      text,
    },
  };
  const failed: Capture = { ...kept, id: 'f', state: 'failed', problem: 'gone' };
  const { kept: _, ...gone } = failed;
  const edition = writing('Título 🌕', [paragraph('The moon is round.')])
    .mark('una', 'c', 'The moon is round.')
    .act('una', { kind: 'source.add', source: 's', fields: { url: 'https://a.example/' } })
    .act('una', evidence('e', 'c', 's', { stance: 'supports' }))
    .edition({
      captures: [kept, gone],
      original: { sha256: original, mediaType: 'text/plain', size: 18, name: 'moon.txt' },
    });
  const bytes = await buffer(zipped(bundle.write(edition) as Archive, (each) => store.get(each)));
  return { edition, bytes };
};

/** Bytes with one of them changed: xor with a mask that is not 0. */
export const flipped = (bytes: Uint8Array, at: number, mask: number): Buffer => {
  const other = Buffer.from(bytes);
  other[at] = (other[at] ?? 0) ^ mask;
  return other;
};
