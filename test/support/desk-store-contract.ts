import assert from 'node:assert/strict';
import type { OpenStores } from './log-store-contract.ts';

/** What every desk store does. */
export const deskStoreContract = (open: () => Promise<OpenStores>): void => {
  let opened: OpenStores;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.close());

  const decided = (version: number, body: string) => ({
    ...{ version, body, reviewer: 'una' },
    at: '2026-01-01T00:00:00.000Z',
  });

  it('has decided nothing at first', async () => {
    assert.equal(await opened.stores.desk.latest(), undefined);
  });

  it('keeps what was decided last, also for who opens it later', async () => {
    assert.equal(await opened.stores.desk.put(decided(1, 'one')), true);
    assert.equal(await opened.stores.desk.put(decided(2, 'two “\u{1f319}”')), true);
    assert.deepEqual(await (await opened.again()).desk.latest(), decided(2, 'two “\u{1f319}”'));
  });

  it('takes one of two that follow the same version, and none that skips one', async () => {
    const { desk } = opened.stores;
    const both = await Promise.all([desk.put(decided(1, 'one')), desk.put(decided(1, 'other'))]);
    assert.deepEqual(both.toSorted(), [false, true]);
    assert.equal(await desk.put(decided(3, 'three')), false);
    assert.equal((await desk.latest())?.version, 1);
  });
};
