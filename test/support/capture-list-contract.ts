import assert from 'node:assert/strict';
import type { StoredCapture } from '../../server/storage/capture-list.ts';
import type { OpenStores } from './log-store-contract.ts';
import { listed, someEntries } from './stored-entries.ts';

/** What every list of copies does. */
export const captureListContract = (open: () => Promise<OpenStores>): void => {
  let opened: OpenStores;
  beforeEach(async () => {
    opened = await open();
    for (const article of ['a', 'b']) await opened.stores.log.append(someEntries(article, 1, 1), listed(0));
  });
  afterEach(() => opened.close());

  const copy = (id: string, article: string, state: StoredCapture['state'], body = '{}'): StoredCapture => ({
    ...{ id, article, state, body },
    at: '2026-01-01T00:00:00.000Z',
  });

  it('has those of each article in their order, also for who opens it later', async () => {
    const { captures } = opened.stores;
    const later = { ...copy('c0', 'a', 'failed'), at: '2026-01-02T00:00:00.000Z' };
    for (const each of [
      later,
      copy('c2', 'a', 'kept', '“\u{1f319}”'),
      copy('c3', 'b', 'kept'),
      copy('c1', 'a', 'kept'),
    ])
      await captures.put(each);
    const again = (await opened.again()).captures;
    assert.deepEqual(await again.of('a'), [copy('c1', 'a', 'kept'), copy('c2', 'a', 'kept', '“\u{1f319}”'), later]);
    assert.deepEqual(await again.of('none'), []);
  });

  it('knows of each what was put last, and which are in a state', async () => {
    const { captures } = opened.stores;
    for (const id of ['c1', 'c2']) await captures.put(copy(id, 'a', 'fetching'));
    await captures.put(copy('c1', 'a', 'kept', '{"size":1}'));
    assert.deepEqual(await captures.in('fetching'), [copy('c2', 'a', 'fetching')]);
    assert.deepEqual(await captures.in('kept'), [copy('c1', 'a', 'kept', '{"size":1}')]);
  });
};
