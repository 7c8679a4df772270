import assert from 'node:assert/strict';
import type { StoredWatch } from '../../server/storage/look-store.ts';
import type { OpenStores } from './log-store-contract.ts';
import { listed, someEntries } from './stored-entries.ts';

const MAY = '2026-05-01T00:00:00.000Z';
const JUNE = '2026-06-01T00:00:00.000Z';

/** What every store of looks does. */
export const lookStoreContract = (open: () => Promise<OpenStores>): void => {
  let opened: OpenStores;
  beforeEach(async () => {
    opened = await open();
    for (const article of ['a', 'b']) await opened.stores.log.append(someEntries(article, 1, 1), listed(0));
  });
  afterEach(() => opened.close());

  const watch = (source: string, nextAt?: string, marks = 0, article = 'a'): StoredWatch => ({
    ...{ article, source, marks, body: '{}' },
    ...(nextAt && { nextAt }),
  });

  it('has the watches of each article as they were put last, also for who opens it later', async () => {
    const { looks } = opened.stores;
    for (const each of [watch('s2'), watch('s1', MAY), watch('s1', JUNE, 2), watch('s1', MAY, 0, 'b')])
      await looks.put(each);
    assert.deepEqual(await (await opened.again()).looks.of('a'), [watch('s1', JUNE, 2), watch('s2')]);
  });

  it('says what is due, the longest first, and lets one server alone take it', async () => {
    const { looks } = opened.stores;
    for (const each of [watch('s1', JUNE), watch('s2', MAY), watch('s3')]) await looks.put(each);
    assert.deepEqual(await looks.due(MAY, 9), [watch('s2', MAY)]);
    assert.deepEqual(
      (await looks.due(JUNE, 9)).map(({ source }) => source),
      ['s2', 's1'],
    );
    assert.equal((await looks.due(JUNE, 1)).length, 1);
    const due = { article: 'a', source: 's2', nextAt: MAY };
    assert.deepEqual([await looks.take(due, JUNE), await looks.take(due, JUNE)], [true, false]);
    assert.deepEqual(await looks.due(MAY, 9), []);
  });

  it('has the watches of one source in several articles', async () => {
    const { looks } = opened.stores;
    for (const each of [watch('', MAY), watch('s1', MAY), watch('', undefined, 0, 'b')]) await looks.put(each);
    const found = await looks.watchesOf('', ['a', 'b', 'c']);
    assert.deepEqual(found, [watch('', MAY), watch('', undefined, 0, 'b')]);
    assert.deepEqual((await looks.watchesOf('', ['b'])).length, 1);
    assert.deepEqual(await looks.watchesOf('', []), []);
  });

  it('says for which sources claims have to be looked at again', async () => {
    const { looks } = opened.stores;
    for (const each of [watch('s1', MAY, 1), watch('s2'), watch('s3', undefined, 2, 'b')]) await looks.put(each);
    assert.deepEqual(
      (await looks.marked(9)).map(({ source }) => source),
      ['s1', 's3'],
    );
    assert.equal((await looks.marked(1)).length, 1);
  });

  it('keeps every look, the newest first', async () => {
    const { looks } = opened.stores;
    const look = (id: string, at: string, source = 's1') => ({ id, article: 'a', source, at, body: `{"id":"${id}"}` });
    for (const each of [look('l1', MAY), look('l3', JUNE), look('l2', JUNE), look('l4', JUNE, 's2')])
      await looks.put(watch(each.source), each);
    assert.deepEqual(
      (await looks.looks('a', 's1', 9)).map(({ id }) => id),
      ['l3', 'l2', 'l1'],
    );
    assert.equal((await looks.looks('a', 's1', 2)).length, 2);
    assert.deepEqual(
      (await looks.looks('a', 's1', 2, { at: JUNE, id: 'l3' })).map(({ id }) => id),
      ['l2', 'l1'],
    );
  });
};
