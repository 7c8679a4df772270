import assert from 'node:assert/strict';
import type { NewsStep, NewsStore, StoredNotice, StoredTask } from '../../server/storage/news-store.ts';
import type { Stores } from '../../server/storage/stores.ts';
import type { Delivery, Webhook } from '../../server/storage/webhook-store.ts';
import type { OpenStores } from './log-store-contract.ts';
import { listed, someEntries } from './stored-entries.ts';

const aNotice = (id: string, minute: number, other: Partial<StoredNotice> = {}): StoredNotice => ({
  id,
  reviewer: 'una',
  article: 'a',
  at: listed(minute).updatedAt,
  body: `{"id":"${id}"}`,
  ...other,
});

const aTask = (claim: string, other: Partial<StoredTask> = {}): StoredTask => ({
  article: 'a',
  claim,
  assignee: 'una',
  state: 'open',
  due: '',
  body: '{}',
  ...other,
});

const step = (from: number, to: number, other: Partial<NewsStep> = {}): NewsStep => ({
  article: 'a',
  from,
  to,
  notices: [],
  untold: [],
  tasks: [],
  done: [],
  deliveries: [],
  ...other,
});

const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);
const claims = (rows: readonly StoredTask[]): readonly string[] => rows.map(({ claim }) => claim).sort();

/** What holds for every store of news; call it inside `describe`. */
export const newsStoreContract = (open: () => Promise<OpenStores>): void => {
  const holds = (says: string, test: (news: NewsStore, stores: Stores) => Promise<void>): void => {
    it(says, async () => {
      const { stores, close } = await open();
      try {
        await stores.log.append(someEntries('a', 1, 9), listed(0));
        await stores.log.append(someEntries('b', 1, 2), listed(1));
        await test(stores.news, stores);
      } finally {
        await close();
      }
    });
  };

  holds('keeps what comes of no entry, once, and leaves where the article has come to', async (news) => {
    await news.advance(step(0, 4, { notices: [aNotice('n1', 1)] }));
    await news.add([aNotice('n2', 2)], []);
    await news.add([aNotice('n2', 2, { body: '{}' })], []);
    assert.deepEqual(ids(await news.notices('una', 9)), ['n2', 'n1']);
    assert.deepEqual([(await news.notices('una', 9))[0]?.body, await news.reached('a')], ['{"id":"n2"}', 4]);
  });

  holds('takes each step of an article once, in order', async (news) => {
    assert.equal(await news.reached('a'), 0);
    assert.equal(await news.advance(step(0, 4, { notices: [aNotice('n1', 1)] })), true);
    assert.equal(await news.advance(step(0, 5, { notices: [aNotice('n2', 2)] })), false);
    assert.equal(await news.advance(step(3, 5, { notices: [aNotice('n2', 2)] })), false);
    assert.equal(await news.reached('a'), 4);
    assert.deepEqual(ids(await news.notices('una', 10)), ['n1']);
    assert.equal(await news.advance(step(4, 9)), true);
    assert.equal(await news.reached('a'), 9);
  });

  holds('knows the articles that are behind their logs', async (news, { log }) => {
    assert.deepEqual([...(await news.behind())].sort(), ['a', 'b']);
    await news.advance(step(0, 9));
    assert.deepEqual(await news.behind(), ['b']);
    await log.append(someEntries('a', 10, 10), listed(2));
    assert.deepEqual([...(await news.behind())].sort(), ['a', 'b']);
  });

  holds('tells a notice once, the newest first, page by page, to whom it is for', async (news) => {
    const all = [aNotice('n1', 1), aNotice('n2', 2), aNotice('n3', 2), aNotice('other', 3, { reviewer: 'ben' })];
    await news.advance(step(0, 4, { notices: all }));
    await news.advance(step(4, 5, { notices: [aNotice('n1', 5, { body: '"again"' })] }));
    assert.deepEqual(await news.notices('una', 2), [aNotice('n3', 2), aNotice('n2', 2)]);
    assert.deepEqual(await news.notices('una', 2, aNotice('n2', 2)), [aNotice('n1', 1)]);
    assert.deepEqual(await news.notices('cho', 2), []);
  });

  holds('counts what is unread, and notes once when it was read', async (news) => {
    await news.advance(
      step(0, 4, { notices: [aNotice('n1', 1), aNotice('n2', 2), aNotice('b', 2, { reviewer: 'ben' })] }),
    );
    await news.markRead('una', 'early', ['n1', 'b']);
    assert.equal(await news.countUnread('una'), 1);
    assert.equal(await news.countUnread('ben'), 1);
    await news.markRead('una', 'later');
    await news.markRead('una', 'never', []);
    assert.equal(await news.countUnread('una'), 0);
    assert.deepEqual(
      (await news.notices('una', 9)).map(({ readAt }) => readAt),
      ['later', 'early'],
    );
  });

  holds('has each task as it was last, by whose it is and by its state', async (news) => {
    await news.advance(step(0, 4, { tasks: [aTask('c1'), aTask('c2', { assignee: '', state: 'ready' })] }));
    await news.advance({ ...step(0, 2), article: 'b', tasks: [aTask('c1', { article: 'b', state: 'ready' })] });
    assert.deepEqual(claims(await news.tasksOf('una')), ['c1', 'c1']);
    await news.advance(
      step(4, 5, { tasks: [aTask('c1', { assignee: 'ben', state: 'ready' })], done: ['c2', 'unheard'] }),
    );
    assert.deepEqual(await news.tasksOf('una'), [aTask('c1', { article: 'b', state: 'ready' })]);
    assert.deepEqual(await news.tasksOf('ben'), [aTask('c1', { assignee: 'ben', state: 'ready' })]);
    assert.equal((await news.tasksIn(['ready', 'first'], 10)).length, 2);
    assert.equal((await news.tasksIn(['ready'], 1)).length, 1);
    assert.deepEqual(await news.tasksIn(['open'], 10), []);
    const [first, second] = await news.tasksIn(['ready'], 2);
    assert.ok(first && second);
    assert.deepEqual(await news.tasksIn(['ready'], 2, first), [second]);
    assert.deepEqual(await news.tasksIn(['ready'], 2, second), []);
  });

  holds('knows how far somebody has seen each claim, and never goes back', async (news) => {
    assert.deepEqual(await news.seen('una', 'a'), new Map());
    await news.markSeen('una', 'a', '', 2);
    await news.markSeen('una', 'a', 'c1', 7);
    await news.markSeen('una', 'a', 'c1', 3);
    await news.markSeen('una', 'b', 'c1', 1);
    assert.deepEqual(
      await news.seen('una', 'a'),
      new Map([
        ['', 2],
        ['c1', 7],
      ]),
    );
    assert.deepEqual(await news.seen('ben', 'a'), new Map());
  });

  describe('webhooks', () => {
    const hook = (id: string): Webhook => ({
      id,
      url: 'https://chat.example/x',
      secret: 's',
      createdAt: id,
      createdBy: 'una',
    });
    const delivery = (id: string, nextAt: string, webhook = 'w1'): Delivery => ({
      id,
      webhook,
      body: '{}',
      createdAt: id,
      nextAt,
      attempts: 0,
      outcome: '',
    });

    holds('are there in the order they came, until they are taken out', async (_, { webhooks }) => {
      await webhooks.addWebhook(hook('w1'));
      await webhooks.addWebhook(hook('w2'));
      assert.deepEqual(await webhooks.webhooks(), [hook('w1'), hook('w2')]);
      assert.equal(await webhooks.removeWebhook('w1'), true);
      assert.equal(await webhooks.removeWebhook('w1'), false);
      assert.deepEqual(await webhooks.webhooks(), [hook('w2')]);
    });

    holds('are told what came with a step once, when it is due, until it is taken', async (news, { webhooks }) => {
      await webhooks.addWebhook(hook('w1'));
      await news.advance(step(0, 4, { deliveries: [delivery('d1', '2'), delivery('d2', '1')] }));
      await news.advance(step(4, 5, { deliveries: [delivery('d1', '0')] }));
      assert.deepEqual(ids(await webhooks.due('0', 9)), []);
      assert.deepEqual(ids(await webhooks.due('2', 9)), ['d2', 'd1']);
      assert.deepEqual(ids(await webhooks.due('2', 1)), ['d2']);
      const { nextAt: _, ...taken } = delivery('d2', '1');
      await webhooks.tried({ ...taken, attempts: 1, outcome: '204', takenAt: '3' });
      await webhooks.tried({ ...delivery('unheard', '1'), outcome: '500' });
      assert.deepEqual(ids(await webhooks.due('9', 9)), ['d1']);
      assert.deepEqual(await webhooks.deliveries('w1', 9), [
        { ...taken, attempts: 1, outcome: '204', takenAt: '3' },
        delivery('d1', '2'),
      ]);
    });

    holds('are told what comes of no notice, too', async (_, { webhooks }) => {
      await webhooks.addWebhook(hook('w1'));
      await webhooks.addDelivery(delivery('d1', '1'));
      assert.deepEqual(await webhooks.due('1', 9), [delivery('d1', '1')]);
      assert.deepEqual(await webhooks.deliveries('w1', 9), [delivery('d1', '1')]);
      await webhooks.addDelivery(delivery('d2', '1'));
      assert.deepEqual(ids(await webhooks.deliveries('w1', 1)), ['d2']);
      assert.deepEqual(ids(await webhooks.deliveries('w1', 9, delivery('d2', '1'))), ['d1']);
      assert.deepEqual(await webhooks.delivery('w1', 'd2'), delivery('d2', '1'));
      assert.equal(await webhooks.delivery('w2', 'd2'), undefined);
    });

    holds('take what they were to be told with them', async (news, { webhooks }) => {
      await webhooks.addWebhook(hook('w1'));
      await news.advance(step(0, 4, { deliveries: [delivery('d1', '1')] }));
      await webhooks.removeWebhook('w1');
      assert.deepEqual(await webhooks.due('9', 9), []);
    });
  });
};
