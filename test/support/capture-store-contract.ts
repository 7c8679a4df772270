import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { CaptureStore } from '../../server/captures/capture-store.ts';
import { received } from '../../server/uploads.ts';

/** What holds for every store of captured bytes; call it inside `describe`. */
export const captureStoreContract = (
  open: () => Promise<{
    readonly store: CaptureStore;
    readonly again: () => CaptureStore;
    readonly close: () => Promise<void>;
  }>,
): void => {
  const holds = (says: string, test: (store: CaptureStore, again: () => CaptureStore) => Promise<void>): void => {
    it(says, async () => {
      const { store, again, close } = await open();
      try {
        await test(store, again);
      } finally {
        await close();
      }
    });
  };
  const bytes = new TextEncoder().encode('80 percent 🧀');

  holds(
    'names bytes by their SHA-256 and gives the same bytes back, also to who opens it later',
    async (store, again) => {
      const sha256 = await store.put(bytes);
      assert.equal(sha256, hash('sha256', bytes, 'hex'));
      assert.deepEqual(Buffer.from((await again().get(sha256))!), Buffer.from(bytes));
    },
  );

  holds('has nothing of what was removed, and all the rest', async (store, again) => {
    const [removed, other] = [await store.put(bytes), await store.put(new TextEncoder().encode('other'))];
    await store.remove(removed);
    await store.remove(removed);
    assert.equal(await again().get(removed), undefined);
    assert.equal(Buffer.from((await again().get(other))!).toString(), 'other');
    await store.put(bytes);
    assert.deepEqual(Buffer.from((await again().get(removed))!), Buffer.from(bytes));
  });

  holds('has one name for equal bytes, put at once or one after the other', async (store) => {
    const names = await Promise.all([store.put(bytes), store.put(bytes), store.put(Uint8Array.from(bytes))]);
    assert.deepEqual(new Set([...names, await store.put(bytes)]).size, 1);
  });

  holds('keeps a file as it keeps bytes, and leaves it where it is', async (store, again) => {
    const folder = await mkdtemp(join(tmpdir(), 'touchstone-upload-'));
    try {
      const file = await received(Readable.from([bytes.slice(0, 4), bytes.slice(4)]), folder);
      const sha256 = await store.putFile(file);
      assert.equal(sha256, hash('sha256', bytes, 'hex'));
      assert.equal(await store.putFile(file), await store.put(bytes));
      assert.deepEqual(Buffer.from((await again().get(sha256))!), Buffer.from(await readFile(file.path)));
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  holds('keeps no bytes as well as some', async (store) => {
    assert.equal((await store.get(await store.put(new Uint8Array())))?.length, 0);
  });

  holds('has nothing under a name that it never gave, whatever that is', async (store) => {
    for (const name of ['0'.repeat(64), '', '../../etc/passwd', 'constructor'])
      assert.equal(await store.get(name), undefined);
  });
};
