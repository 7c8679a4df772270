import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { memoryLogStore } from '../../server/storage/memory-log-store.ts';
import { Newsroom } from '../support/newsroom.ts';
import { insert } from '../support/notation.ts';
import { type TestTime, testTime } from '../support/time.ts';
import { troubledStore } from '../support/troubled-store.ts';

const IDLE = 30_000;

/** A newsroom with an article, a store to make trouble with, and time. */
const opened = async () => {
  const time = testTime();
  const store = troubledStore(memoryLogStore());
  const newsroom = await Newsroom.open('moon', { store, time });
  return { newsroom, store, time };
};

/** Lets time pass until a room that rests has done so. */
const rests = async (time: TestTime): Promise<void> => {
  time.pass(IDLE);
  for (let turn = 0; turn < 20; turn += 1) await nextTurn();
};

describe('the rooms', () => {
  it('open an article once, however many ask for it at once', async () => {
    const { newsroom } = await opened();
    const again = Newsroom.over(newsroom.store);
    const rooms = await Promise.all([1, 2, 3].map(() => again.rooms.open('article-1')));
    assert.equal(new Set(rooms).size, 1);
    assert.equal(again.rooms.size, 1);
    await again.rooms.close();
  });

  it('have no room for what does not exist, and do not remember having looked', async () => {
    const { newsroom } = await opened();
    assert.equal(await newsroom.rooms.open('nowhere'), undefined);
    assert.equal(newsroom.rooms.size, 1);
    await newsroom.closes();
  });

  it('look again after a store has failed', async () => {
    const { newsroom, store } = await opened();
    const again = Newsroom.over(store);
    const mend = store.breakReading();
    await assert.rejects(again.rooms.open('article-1'), /the disk is gone/);
    mend();
    assert.ok(await again.rooms.open('article-1'));
    await again.rooms.close();
    await newsroom.closes();
  });

  it('keep a snapshot of an article that rests, and keep it open while somebody listens', async () => {
    const { newsroom, store, time } = await opened();
    await newsroom.una.edits(insert(0, 'the '));
    await rests(time);
    assert.equal(await store.snapshot('article-1'), undefined);
    await rests(time);
    assert.equal((await store.snapshot('article-1'))?.version, 2);
    assert.equal(newsroom.rooms.size, 1);
    await newsroom.closes();
  });

  it('close an article that nobody listens to, and open it anew', async () => {
    const { newsroom, store } = await opened();
    const time = testTime();
    const again = Newsroom.over(store, time);
    const before = await again.rooms.open('article-1');
    await rests(time);
    assert.equal(again.rooms.size, 1);
    await rests(time);
    assert.equal(again.rooms.size, 0);
    const after = await again.rooms.open('article-1');
    assert.notEqual(after, before);
    assert.equal(after?.article.hash, before?.article.hash);
    await again.rooms.close();
    await newsroom.closes();
  });

  it('take nothing more once they close, but answer all that they took', async () => {
    const { newsroom, store } = await opened();
    const { una } = newsroom;
    const release = store.hold();
    const taken = una.edits(insert(0, 'the '));
    await store.appending();
    const closed = newsroom.rooms.close();
    await nextTurn();
    assert.equal(await una.fails(una.operation([{ kind: 'article.lock' }])), 'closing');
    release();
    await closed;
    assert.equal((await taken).version, 2);
    assert.equal((await store.snapshot('article-1'))?.version, 2);
    await assert.rejects(newsroom.rooms.open('article-1'), /the rooms are closed/);
  });
});
