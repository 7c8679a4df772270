import assert from 'node:assert/strict';
import type { StoredReport } from '../../server/storage/report-store.ts';
import type { OpenStores } from './log-store-contract.ts';
import { listed, someEntries } from './stored-entries.ts';

/** What every store of published reports does. */
export const reportStoreContract = (open: () => Promise<OpenStores>): void => {
  let opened: OpenStores;
  beforeEach(async () => {
    opened = await open();
    for (const article of ['a', 'b']) await opened.stores.log.append(someEntries(article, 1, 1), listed(0));
  });
  afterEach(() => opened.close());

  const report = (article: string, number: number, sha256 = `${article}${number}`): StoredReport => ({
    ...{ article, number, sha256, slug: `the-${article}`, body: `{"n":${number}}` },
    at: `2026-03-0${number}T10:00:00.000Z`,
    page: Uint8Array.from([number, 0, 255]),
    embed: Uint8Array.from([number]),
  });
  const head = ({ page: _, embed: __, ...rest }: StoredReport) => rest;

  const publish = async (...all: readonly StoredReport[]): Promise<void> => {
    for (const each of all) {
      await opened.stores.reports.put(each);
      await opened.stores.reports.seal(each.article, each.sha256);
    }
  };

  it('gives the very bytes back that were frozen, the newest or one that is asked for, also to who opens it later', async () => {
    await publish(report('a', 1), report('a', 2), report('b', 1));
    const { reports } = (await opened.again()) as typeof opened.stores;
    assert.deepEqual(await reports.read('the-a'), report('a', 2));
    assert.deepEqual(await reports.read('the-a', 1), report('a', 1));
    assert.equal(await reports.read('the-a', 3), undefined);
    assert.equal(await reports.read('the-c'), undefined);
    assert.deepEqual(await reports.of('a'), [head(report('a', 1)), head(report('a', 2))]);
  });

  it('counts none that is not sealed, and forgets only those', async () => {
    const { reports } = opened.stores;
    await publish(report('a', 1));
    await reports.put(report('a', 2, 'lost'));
    assert.deepEqual(await reports.read('the-a'), report('a', 1));
    assert.equal(await reports.read('the-a', 2), undefined);
    assert.deepEqual(await reports.unsealed(), [head(report('a', 2, 'lost'))]);
    await reports.forget('a', 'lost');
    await reports.forget('a', 'a1');
    assert.deepEqual(await reports.unsealed(), []);
    assert.deepEqual(await reports.of('a'), [head(report('a', 1))]);
  });

  it('never changes what is kept', async () => {
    await publish(report('a', 1));
    await publish({ ...report('a', 1), page: Uint8Array.from([9]), body: '{}' });
    assert.deepEqual(await opened.stores.reports.read('the-a'), report('a', 1));
  });

  it('lists the newest of each article, the newest first', async () => {
    await publish(report('a', 1), report('b', 1), report('b', 2), report('a', 3));
    const newest = async (limit: number, before?: string) =>
      (await opened.stores.reports.newest(limit, before)).map(({ article, number }) => `${article}${number}`);
    assert.deepEqual(await newest(9), ['a3', 'b2']);
    assert.deepEqual(await newest(1), ['a3']);
    assert.deepEqual(await newest(9, '2026-03-03T10:00:00.000Z'), ['b2']);
  });
};
