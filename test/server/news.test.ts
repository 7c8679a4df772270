import assert from 'node:assert/strict';
import { sha256 } from '../../server/digest.ts';
import { News, type Told } from '../../server/news.ts';
import { memoryStores } from '../../server/storage/memory.ts';
import { Newsroom } from '../support/newsroom.ts';
import { testTime } from '../support/time.ts';

const MARK = { kind: 'claim.mark', claim: 'c1', quote: { exact: 'moon', prefix: '', suffix: '' }, fields: {} } as const;
const assign = (assignee: string) => ({ kind: 'claim.revise', claim: 'c1', fields: { assignee } }) as const;

/** A newsroom of which the news are drawn. */
const opened = async () => {
  const time = testTime();
  const stores = memoryStores();
  const told: Told[] = [];
  const sent: Told[] = [];
  const draws = () =>
    new News({
      store: stores.news,
      log: stores.log,
      clock: time.clock,
      after: time.after,
      digest: sha256,
      report: (error) => assert.fail(String(error)),
      roleOf: async (id) => (id === 'una' ? 'lead' : 'annotator'),
      deliveries: async (each) => {
        sent.push(each);
        return [];
      },
      elsewhere: async () => [],
      told: (each) => told.push(each),
    });
  const news = draws();
  const newsroom = await Newsroom.open('the moon is far', {
    store: stores.log,
    time,
    heard: (id, heard) => news.heard(id, heard),
  });
  return { time, stores, told, sent, news, draws, newsroom };
};

describe('the news', () => {
  it('tell what happened once it is stored, and what is to be done', async () => {
    const { news, newsroom, stores, told } = await opened();
    await newsroom.una.does([MARK]);
    await newsroom.una.does([assign('ben')]);
    await news.draw();
    assert.deepEqual(
      told.map(({ article, notices }) => [article, notices.map(({ kind, to, by }) => `${kind} ${to} ${by}`)]),
      [['article-1', ['assigned ben una']]],
    );
    const [notice] = await stores.news.notices('ben', 9);
    assert.equal(notice?.article, 'article-1');
    assert.deepEqual(
      (await stores.news.tasksOf('ben')).map(({ claim, state }) => [claim, state]),
      [['c1', 'open']],
    );
    await newsroom.closes();
  });

  it('wait a little for more, so that who types tells once', async () => {
    const { news, newsroom, stores, time } = await opened();
    await newsroom.una.does([MARK]);
    await newsroom.una.does([assign('ben')]);
    await newsroom.una.does([assign('cho')]);
    assert.equal(await stores.news.reached('article-1'), 0);
    time.pass(400);
    await news.draw();
    assert.equal(await stores.news.countUnread('ben'), 0);
    assert.equal(await stores.news.countUnread('cho'), 1);
    await newsroom.closes();
  });

  it('are drawn from the log where a process went before it drew them, and told once', async () => {
    const { newsroom, stores, draws, told } = await opened();
    await newsroom.una.does([MARK]);
    await newsroom.una.does([assign('ben')]);
    // The first process is gone; two others come up at once.
    await Promise.all([draws().catchUp(), draws().catchUp()]);
    assert.equal(await stores.news.countUnread('ben'), 1);
    assert.equal(told.length, 1);
    assert.deepEqual(await stores.news.behind(), []);
    await newsroom.closes();
  });

  it('go on from where another process has come to', async () => {
    const { news, newsroom, stores, draws } = await opened();
    await newsroom.una.does([MARK]);
    await newsroom.una.does([assign('ben')]);
    await draws().catchUp();
    await newsroom.una.does([assign('cho')]);
    await news.draw();
    assert.equal(await stores.news.countUnread('ben'), 1);
    assert.equal(await stores.news.countUnread('cho'), 1);
    assert.deepEqual(await stores.news.tasksOf('ben'), []);
    await newsroom.closes();
  });

  it('have no task for what is withdrawn', async () => {
    const { news, newsroom, stores } = await opened();
    await newsroom.una.does([MARK]);
    await newsroom.una.does([assign('ben')]);
    await news.draw();
    await newsroom.una.does([{ kind: 'claim.withdraw', claim: 'c1' }]);
    await news.draw();
    assert.deepEqual(await stores.news.tasksOf('ben'), []);
    await newsroom.closes();
  });

  it('tell each of what they see while work is blind, and a lead of all (T11)', async () => {
    const { news, newsroom, stores, told } = await opened();
    await newsroom.una.does([{ kind: 'article.configure', settings: { blind: 'all' } }]);
    const ann = newsroom.joins('ann', 'annotator');
    await ann.does([MARK, assign('ben')]);
    const said = { thread: 't', message: 'm', text: '@ben @una', mentions: [] };
    const mentions = [
      { reviewer: 'ben', from: 0, to: 4 },
      { reviewer: 'una', from: 5, to: 9 },
    ];
    await ann.does([{ kind: 'thread.open', claim: 'c1', ...said, mentions }]);
    await news.draw();
    assert.deepEqual(
      told.flatMap(({ notices }) => notices.map(({ kind, to }) => `${kind} ${to}`)),
      ['mention una'],
    );
    assert.equal(await stores.news.countUnread('ben'), 0);
    const [task] = await stores.news.tasksOf('ben');
    assert.equal(task && JSON.parse(task.body).blind, 'all');
    await newsroom.closes();
  });

  it('of what is shown to some tell those alone, are taken back and told anew as it is shown to others (T11)', async () => {
    const { news, newsroom, stores, sent } = await opened();
    const kinds = async (who: string) => (await stores.news.notices(who, 9)).map(({ body }) => JSON.parse(body).kind);
    const ann = newsroom.joins('ann', 'annotator');
    await ann.does([MARK]);
    const mentions = ['ben', 'cho'].map((reviewer, index) => ({ reviewer, from: index * 5, to: index * 5 + 4 }));
    const said = { thread: 't', message: 'm', text: '@ben @cho', mentions };
    await ann.does([{ kind: 'thread.open', claim: 'c1', visibility: ['ben'], ...said }]);
    await news.draw();
    assert.deepEqual([await kinds('ben'), await kinds('cho'), sent], [['mention'], [], []]);
    await ann.does([{ kind: 'thread.show', thread: 't', visibility: 'desk' }]);
    await news.draw();
    assert.deepEqual([await kinds('ben'), await kinds('cho')], [['mention'], ['mention']]);
    await ann.does([{ kind: 'thread.show', thread: 't', visibility: ['cho'] }]);
    await news.draw();
    assert.deepEqual([await kinds('ben'), await kinds('cho')], [[], ['mention']]);
    await newsroom.closes();
  });

  it('of an answer are taken back as its contact is closed to who asked (T11)', async () => {
    const { news, newsroom, stores } = await opened();
    const [ann, ben] = [newsroom.joins('ann', 'annotator'), newsroom.joins('ben', 'annotator')];
    await ann.does([MARK, { kind: 'contact.add', contact: 'k', fields: { person: 'Mr Lode' } }]);
    const asked = { contact: 'k', question: 'q' } as const;
    await ben.does([{ kind: 'contact.ask', ...asked, claim: 'c1', fields: { question: 'Is it far?' } }]);
    await ann.does([{ kind: 'contact.answer', ...asked, answer: 'r', fields: { answer: 'confirms' } }]);
    await news.draw();
    assert.equal((await stores.news.notices('ben', 9)).length, 1);
    await ann.does([{ kind: 'contact.revise', contact: 'k', fields: { visibility: [] } }]);
    await news.draw();
    assert.deepEqual(await stores.news.notices('ben', 9), []);
    await newsroom.closes();
  });
});
