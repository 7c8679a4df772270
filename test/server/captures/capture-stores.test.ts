import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskCaptureStore } from '../../../server/captures/disk-capture-store.ts';
import { memoryCaptureStore } from '../../../server/captures/memory-capture-store.ts';
import { captureStoreContract } from '../../support/capture-store-contract.ts';

const opened = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-captures-'));
  const again = () => diskCaptureStore(folder);
  return { folder, store: again(), again, close: () => rm(folder, { recursive: true }) };
};

describe('copies in memory', () => {
  captureStoreContract(async () => {
    const store = memoryCaptureStore();
    return { store, again: () => store, close: async () => {} };
  });
});

describe('copies on disk', () => {
  captureStoreContract(opened);

  it('are one file for equal bytes, with nothing unfinished beside it', async () => {
    const { folder, store, close } = await opened();
    const bytes = new TextEncoder().encode('moon');
    const sha256 = await store.put(bytes);
    await Promise.all([store.put(bytes), store.put(bytes)]);
    assert.deepEqual(await readdir(join(folder, sha256.slice(0, 2))), [sha256]);
    await close();
  });

  it('that are not what they were are not given out (T9)', async () => {
    const { folder, store, close } = await opened();
    const sha256 = await store.put(new TextEncoder().encode('moon'));
    await writeFile(join(folder, sha256.slice(0, 2), sha256), 'mood');
    await assert.rejects(store.get(sha256), /is not what was kept/);
    await close();
  });
});
