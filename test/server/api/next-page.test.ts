import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Asked, ListName } from '../../../shared/api/asked.ts';
import type { Client } from '../../../shared/api/client.ts';
import type { Part } from '../../../shared/api/records/log.ts';
import { ROWS, type Row } from '../../../shared/api/rows.ts';
import { eventually } from '../../support/desk-in-browsers.ts';
import { type Member, type RunningServer, startServer } from './a-server.ts';

const TEXT = 'The moon\n\nIt is made of old soft green blue cheese.';

/** An address outside that takes every message, which is then done with: of what is tried again the rows would change between pages. */
const startTaker = async () => {
  const server = createServer((_, response) => response.writeHead(204).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { url, close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()) };
};

describe('a list that is long', function () {
  this.timeout(30_000);
  let server: RunningServer;
  let taker: Awaited<ReturnType<typeof startTaker>>;
  let una: Member;
  let api: Client;
  let article: string;
  let webhook: string;

  /** What each list that comes in pages is asked for with. */
  const LISTS: { readonly [Name in ListName]: () => Partial<Asked<Name>> } = {
    listArticles: () => ({}),
    listEntries: () => ({ id: article }),
    listVersions: () => ({ id: article }),
    listNotices: () => ({}),
    listSources: () => ({}),
    search: () => ({ q: 'book' }),
    listReviewers: () => ({}),
    listTokens: () => ({}),
    listSessions: () => ({}),
    listAccountEvents: () => ({}),
    listBatches: () => ({}),
    listCaptures: () => ({ id: article }),
    listLooksAt: () => ({ id: article, source: 'a' }),
    listReports: () => ({ id: article }),
    listDeliveries: () => ({ id: webhook }),
    showQueue: () => ({}),
  };

  const act = async (opId: string, by: Member, ...parts: readonly Part[]): Promise<number> => {
    const { version: base } = await api.showArticle({ id: article });
    const done = await server.client(by).sendOperation({ id: article, json: { opId, base, parts } });
    assert.deepEqual(done.dropped, []);
    return done.version;
  };

  before(async () => {
    server = await startServer();
    taker = await startTaker();
    una = await server.add('admin', 'una');
    const ben = await server.add('editor', 'ben');
    await server.add('viewer', 'eva');
    api = server.client(una);
    for (let nth = 0; nth < 5; nth += 1) article = (await api.makeArticle({ json: { text: TEXT } })).id;
    for (const [nth, exact] of ['old', 'soft', 'green', 'blue', 'cheese'].entries()) {
      const fields = { title: `Book ${exact}`, kind: 'book', url: `https://${exact}.example/` };
      const cited = { kind: 'source.add', source: 'abcde'.charAt(nth), fields };
      const marked = { kind: 'claim.mark', claim: exact, quote: { exact }, fields: { statement: exact } };
      const judgement = { scale: 'truth@1', rating: 'false', rationale: 'x' };
      const judged = { kind: 'verdict.give', verdict: `v${nth}`, claim: exact, ...judgement };
      const moved = { kind: 'work.move', claim: exact, move: 'ready' };
      await act(`o${nth}`, ben, cited, marked, judged, moved);
      const text = { text: '@una', mentions: [{ reviewer: una.account.id, from: 0, to: 4 }] };
      await act(`t${nth}`, ben, { kind: 'thread.open', thread: `t${nth}`, claim: exact, message: `m${nth}`, ...text });
    }
    // Before there is an address outside: what is told later would be a message more, while pages are read.
    await eventually(async () => assert.equal((await api.listNotices()).notices.length, 5));
    webhook = (await api.addWebhook({ json: { url: taker.url } })).id;
    for (let nth = 0; nth < 3; nth += 1) {
      await api.beginBatch({ json: { name: `Batch ${nth}`, expected: 1 } });
      await api.makeCapture({ id: article, json: { source: 'a', text: `copy ${nth}` } });
      await api.makeToken({ json: { label: `token ${nth}` } });
      await api.signIn({ json: { token: una.token } });
      await api.tryWebhook({ id: webhook });
      await api.lookAgain({ id: article, json: { source: 'a' } });
      await server.parts.looks.settled();
      const text = `${TEXT} Nobody has asked it ${nth} times.`;
      const { from } = await api.compareVersion({ id: article, json: { text } });
      await api.receiveVersion({ id: article, json: { text, from } });
      const { version } = await api.showArticle({ id: article });
      const how = nth === 0 ? ({ change: 'first' } as const) : ({ change: 'update', note: 'More.' } as const);
      await api.publishReport({ id: article, json: { version, ...how } });
    }
    await eventually(async () => {
      const { deliveries } = await api.listDeliveries({ id: webhook });
      assert.deepEqual(
        deliveries.map(({ outcome }) => outcome),
        ['204', '204', '204'],
      );
    });
    await eventually(async () => assert.equal((await api.listSources()).sources.length, 5));
    await eventually(async () => assert.equal((await api.search({ q: 'book' })).found.length, 5));
  });

  after(async () => {
    await server.close();
    await taker.close();
  });

  const listed = async (name: ListName, limit: number): Promise<readonly string[]> => {
    const things: string[] = [];
    for await (const each of api.each(name, { ...LISTS[name](), limit })) things.push(JSON.stringify(each));
    return things;
  };

  it('is one of these', () => {
    const all = Object.entries<Row>(ROWS).flatMap(([name, { list }]) => (list === undefined ? [] : [name]));
    assert.deepEqual(Object.keys(LISTS).sort(), all.sort());
  });

  for (const name of Object.keys(LISTS) as ListName[])
    it(`is read page by page, each thing once, in its order: ${name}`, async () => {
      const whole = await listed(name, 100);
      assert.ok(whole.length >= 3, String(whole.length));
      assert.equal(new Set(whole).size, whole.length);
      for (const limit of [1, 2]) assert.deepEqual(await listed(name, limit), whole);
    });

  it('goes on where it was though the last thing of a page is gone', async () => {
    const labels: string[] = [];
    for (let nth = 0; nth < 3; nth += 1) await api.makeToken({ json: { label: `old ${nth}` } });
    for await (const { id, label, shown } of api.each('listTokens', { limit: 1 })) {
      labels.push(label);
      if (!shown) await api.revokeToken({ id });
    }
    assert.deepEqual(labels.slice(-3), ['old 0', 'old 1', 'old 2']);
    assert.equal((await api.listTokens()).tokens.length, 1);
  });

  it('keeps what it was asked for, from page to page', async () => {
    const { headers } = await server.ask('GET', '/api/sources?kind=book&search=Book&limit=2', { by: una });
    assert.match(
      headers.get('link') ?? '',
      /^<\/api\/sources\?kind=book&search=Book&limit=2&before=[^&>]+>; rel="next"$/,
    );
  });

  it('that is whole has no next page', async () => {
    for (const path of ['/api/articles', '/api/reviewers', '/api/batches', `/api/articles/${article}/captures`])
      assert.equal((await server.ask('GET', path, { by: una })).headers.get('link'), null, path);
  });

  it('is refused after a place that is none', async () => {
    for (const path of ['/api/reviewers?after=x', '/api/batches?before=~', '/api/tokens?limit=0'])
      assert.equal((await server.ask('GET', path, { by: una })).status, 422, path);
  });
});
