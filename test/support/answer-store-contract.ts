import assert from 'node:assert/strict';
import type { StoredAnswer } from '../../server/storage/answer-store.ts';
import type { OpenStores } from './log-store-contract.ts';

const at = (minute: number): string => `2026-03-01T00:${String(minute).padStart(2, '0')}:00.000Z`;

const given = (reviewer: string, key: string, minute: number): StoredAnswer => ({
  ...{ reviewer, key, request: 'moon', at: at(minute) },
  body: `answer to ${key} 🧀`,
});

/** What every store of answers does. */
export const answerStoreContract = (open: () => Promise<OpenStores>): void => {
  let opened: OpenStores;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.close());

  it('keeps an answer for the one who asked, also for who opens it later', async () => {
    await opened.stores.answers.keep(given('una', 'k', 1), at(0), 10);
    assert.deepEqual(await (await opened.again()).answers.find('una', 'k'), given('una', 'k', 1));
    assert.equal(await opened.stores.answers.find('ben', 'k'), undefined);
  });

  it('keeps the later of two with one key', async () => {
    const { answers } = opened.stores;
    await answers.keep(given('una', 'k', 1), at(0), 10);
    await answers.keep({ ...given('una', 'k', 2), request: 'sun' }, at(0), 10);
    assert.equal((await answers.find('una', 'k'))?.request, 'sun');
  });

  it('forgets what is older than it is told, and more of a person than it is told, the oldest first', async () => {
    const { answers } = opened.stores;
    await answers.keep(given('ben', 'old', 1), at(0), 10);
    await answers.keep(given('ben', 'new', 5), at(0), 10);
    for (const minute of [2, 6, 7, 8]) await answers.keep(given('una', `k${minute}`, minute), at(2), 3);
    assert.equal(await answers.find('ben', 'old'), undefined);
    assert.ok(await answers.find('ben', 'new'));
    const kept = await Promise.all([2, 6, 7, 8].map((minute) => answers.find('una', `k${minute}`)));
    assert.deepEqual(
      kept.map((answer) => answer !== undefined),
      [false, true, true, true],
    );
  });
};
