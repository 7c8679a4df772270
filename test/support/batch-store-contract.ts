import assert from 'node:assert/strict';
import type { StoredBatch, StoredItem } from '../../server/storage/batch-store.ts';
import type { OpenStores } from './log-store-contract.ts';

const MAY = '2026-05-01T00:00:00.000Z';
const JUNE = '2026-06-01T00:00:00.000Z';

/** What every store of batches does. */
export const batchStoreContract = (open: () => Promise<OpenStores>): void => {
  let opened: OpenStores;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.close());

  const batch = (id: string, at: string, state = 'going'): StoredBatch => ({ id, at, state, body: `{"of":"${id}"}` });
  const item = (id: string, nth: number, key: string, state = 'waiting', of = 'b1'): StoredItem => ({
    ...{ id, batch: of, nth, key, state, body: '{}' },
  });

  it('has the batches as they were put last, the newest first, also for who opens it later', async () => {
    const { batches } = opened.stores;
    for (const each of [batch('b2', JUNE), batch('b1', MAY), batch('b3', JUNE), batch('b1', MAY, 'stopped')])
      await batches.put(each);
    const later = (await opened.again()).batches;
    assert.deepEqual(await later.batch('b1'), batch('b1', MAY, 'stopped'));
    assert.equal(await later.batch('b4'), undefined);
    assert.deepEqual(
      (await later.newest(2)).map(({ id }) => id),
      ['b3', 'b2'],
    );
    assert.deepEqual(
      (await later.newest(2, { at: JUNE, id: 'b3' })).map(({ id }) => id),
      ['b2', 'b1'],
    );
    assert.deepEqual(
      (await later.in('going')).map(({ id }) => id),
      ['b2', 'b3'],
    );
  });

  it('adds a thing once for its key, in each batch', async () => {
    const { batches } = opened.stores;
    for (const each of [batch('b1', MAY), batch('b2', MAY)]) await batches.put(each);
    const added = await Promise.all([batches.add(item('i1', 0, 'moon')), batches.add(item('i2', 1, 'moon'))]);
    assert.deepEqual(added.toSorted(), [false, true]);
    assert.equal(await batches.add(item('i3', 0, 'moon', 'waiting', 'b2')), true);
    assert.equal((await batches.items('b1')).length, 1);
  });

  it('has the things of a batch in their order, as they were put last', async () => {
    const { batches } = opened.stores;
    await batches.put(batch('b1', MAY));
    for (const each of [item('i1', 1, 'sun'), item('i2', 0, 'moon')]) await batches.add(each);
    const done = { ...item('i1', 1, 'sun', 'done'), body: '{"title":"The sun"}' };
    await batches.putItem(done);
    const later = (await opened.again()).batches;
    assert.deepEqual(await later.items('b1'), [item('i2', 0, 'moon'), done]);
  });

  it('knows a thing of a key that has come so far, of whatever batch', async () => {
    const { batches } = opened.stores;
    for (const each of [batch('b1', MAY), batch('b2', MAY)]) await batches.put(each);
    await batches.add(item('i1', 0, 'moon', 'done'));
    await batches.add(item('i2', 0, 'moon', 'waiting', 'b2'));
    assert.equal((await batches.known('moon', 'done'))?.id, 'i1');
    assert.equal(await batches.known('moon', 'failed'), undefined);
    assert.equal(await batches.known('sun', 'done'), undefined);
  });
};
