import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { openZip } from '../../server/import/zip.ts';
import { zipped } from '../../server/zipped.ts';

const KEPT: Readonly<Record<string, Uint8Array>> = { a1: new Uint8Array([0, 255, 7]) };
const kept = async (sha256: string): Promise<Uint8Array | undefined> => KEPT[sha256];

const ARCHIVE = {
  parts: [
    { path: 'first.txt', content: 'naïve 東京 🚢' },
    { path: 'captures/a1', kept: 'a1' },
    { path: 'ü/last.bin', content: new Uint8Array([1, 2, 3]).subarray(1) },
  ],
};

describe('an archive, zipped', () => {
  it('holds every part in order, and what is kept elsewhere', async () => {
    const { names, file } = await openZip(await buffer(zipped(ARCHIVE, kept)));
    const contents = await Promise.all(names.map(async (name) => [...(await buffer(file(name)))]));
    assert.deepEqual(names, ['first.txt', 'captures/a1', 'ü/last.bin']);
    assert.deepEqual(contents, [[...Buffer.from('naïve 東京 🚢')], [0, 255, 7], [2, 3]]);
  });

  it('is the same bytes each time', async () => {
    assert.deepEqual(await buffer(zipped(ARCHIVE, kept)), await buffer(zipped(ARCHIVE, kept)));
  });

  it('fails where something is not kept, and where it cannot be read', async () => {
    const lost = { parts: [...ARCHIVE.parts, { path: 'captures/b2', kept: 'b2' }] };
    await assert.rejects(buffer(zipped(lost, kept)), /b2 is not kept/);
    await assert.rejects(buffer(zipped(ARCHIVE, () => Promise.reject(new Error('no such disk')))), /no such disk/);
  });
});
