import assert from 'node:assert/strict';
import { loadEarlierNotices, loadNotices, readNotices, type ShownNotice, told } from '../../client/notices.ts';
import { loadQueue, queue } from '../../client/queue.ts';

const notice = (id: string): ShownNotice => ({
  ...{ id, kind: 'assigned', about: id, article: 'moon', title: 'Moon', words: '', read: false },
  at: '2026-03-01T00:00:00.000Z',
});

const page = (unread: number, before: string | null, ...ids: readonly string[]) => ({
  ...{ notices: ids.map(notice), unread, before, people: {} },
});

describe('what is told and to be done, on a slow line', () => {
  const asked = globalThis.fetch;
  /** What was asked and waits for an answer, oldest first. */
  const waiting: { readonly path: string; readonly answer: (body: object) => void }[] = [];

  beforeEach(() => {
    waiting.length = 0;
    told.value = undefined;
    globalThis.fetch = (path) => {
      const { promise, resolve } = Promise.withResolvers<Response>();
      waiting.push({ path: String(path), answer: (body) => resolve(Response.json(body)) });
      return promise;
    };
  });
  afterEach(() => {
    globalThis.fetch = asked;
  });

  const shown = () => told.value?.notices.map(({ id, read }) => (read ? id : `${id}!`)).join(' ');

  const loads = async (body: object): Promise<void> => {
    const loading = loadNotices();
    waiting.at(-1)?.answer(body);
    await loading;
  };

  it('stays read when the list that was asked for before comes after it was', async () => {
    await loads(page(2, null, 'b', 'a'));
    const loading = loadNotices();
    const reading = readNotices();
    assert.deepEqual([shown(), told.value?.unread], ['b a', 0]);
    waiting[1]?.answer(page(3, null, 'c', 'b', 'a'));
    await loading;
    assert.deepEqual([shown(), told.value?.unread], ['c! b a', 1]);
    waiting[2]?.answer({ unread: 1 });
    await reading;
    assert.deepEqual([shown(), told.value?.unread], ['c! b a', 1]);
  });

  it('keeps the earlier ones that are shown when the newest are asked for again', async () => {
    await loads(page(0, 'two', 'd', 'c'));
    const earlier = loadEarlierNotices();
    waiting.at(-1)?.answer(page(0, null, 'b', 'a'));
    await earlier;
    await loads(page(0, 'two', 'e', 'd', 'c'));
    assert.deepEqual([shown(), told.value?.before], ['e! d! c! b! a!', null]);
  });

  it('shows no queue that is older than the one that is there', async () => {
    const first = loadQueue();
    const second = loadQueue();
    waiting[1]?.answer({ mine: [], drifted: [], waiting: [] });
    await second;
    waiting[0]?.answer({ mine: [{ claim: 'done since' }], drifted: [], waiting: [] });
    await first;
    assert.deepEqual(queue.value.mine, []);
  });
});
