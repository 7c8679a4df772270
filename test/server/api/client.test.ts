import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NODE_PARTS, nodeClient } from '../../../server/cli/node-client.ts';
import { NoAnswer, Refused } from '../../../shared/api/failures.ts';
import type { ClientParts } from '../../../shared/api/requests.ts';
import { heldFetch, type Member, type RunningServer, startServer } from './a-server.ts';

const TEXT = 'The moon\n\nIt is made of cheese.';

/** A line that breaks after the first request was done, before its answer arrives. */
const breakingOnce = (): { readonly send: ClientParts['send']; readonly sent: string[] } => {
  const sent: string[] = [];
  const send: ClientParts['send'] = async (address, init) => {
    sent.push(`${init.method} ${new URL(address).pathname}`);
    const response = await heldFetch(address, init);
    if (sent.length > 1) return response;
    await response.arrayBuffer();
    throw new TypeError('the line broke');
  };
  return { send, sent };
};

const all = async <T>(things: AsyncIterable<T>): Promise<readonly T[]> => {
  const taken: T[] = [];
  for await (const each of things) taken.push(each);
  return taken;
};

const wait: ClientParts['wait'] = async () => {};

const refusal = async (asked: Promise<unknown>): Promise<Refused> => {
  const error = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof Refused, String(error));
  return error;
};

describe('the client', function () {
  this.timeout(20_000);
  let server: RunningServer;
  let una: Member;
  let article: string;

  before(async () => {
    server = await startServer();
    una = await server.add('admin', 'una');
    article = (await server.client(una).makeArticle({ json: { text: TEXT } })).id;
  });

  after(() => server.close());

  const countArticles = async (): Promise<number> =>
    (await server.client(una).listArticles({ limit: 200 })).articles.length;

  it('asks with what the path, the query and the body need', async () => {
    const api = server.client(una);
    const { title, version } = await api.showArticle({ id: article });
    assert.equal(title, 'The moon');
    const parts = [{ kind: 'claim.mark', claim: 'c1', quote: { exact: 'cheese' }, fields: { statement: 'x & y' } }];
    const done = await api.sendOperation({ id: article, json: { opId: 'o1', base: version, parts } });
    assert.deepEqual(done.dropped, []);
    const { entries } = await api.listEntries({ id: article, after: version, limit: 1 });
    assert.deepEqual(
      entries.map(({ opId }) => opId),
      ['o1'],
    );
    assert.equal(await api.markSeen({ id: article, json: { version: done.version } }), undefined);
    assert.match(await api.showText({ id: article, version: 1 }), /made of cheese/);
  });

  describe('when the line breaks after it was done', () => {
    it('makes a thing once, and has its answer', async () => {
      const { send, sent } = breakingOnce();
      const before = await countArticles();
      const made = await server.client(una, { send, wait }).makeArticle({ json: { text: TEXT } });
      assert.equal(sent.length, 2);
      assert.equal(await countArticles(), before + 1);
      assert.equal((await server.client(una).showArticle({ id: made.id })).title, 'The moon');
    });

    it('sends a file again, as a stream too', async () => {
      const { send, sent } = breakingOnce();
      const before = await countArticles();
      const file = new File([TEXT], 'moon.txt');
      await server.client(una, { send, wait }).makeArticle({ form: { file } }, { told: () => {} });
      assert.deepEqual([sent.length, await countArticles()], [2, before + 1]);
    });

    it('does not send again what has no key and changes something', async () => {
      const { send, sent } = breakingOnce();
      const { token } = una;
      await assert.rejects(server.client(undefined, { send, wait }).signIn({ json: { token } }), NoAnswer);
      assert.equal(sent.length, 1);
    });

    it('makes nothing anew in another run with the same key', async () => {
      const manner = { key: 'import-of-the-moon' };
      const [first, again] = [
        await server.client(una).makeArticle({ json: { text: TEXT } }, manner),
        await server.client(una).makeArticle({ json: { text: TEXT } }, manner),
      ];
      assert.equal(again.id, first.id);
    });
  });

  it('gives up after five times without an answer', async () => {
    const pauses: number[] = [];
    const api = server.client(una, {
      send: () => Promise.reject(new TypeError('no line')),
      wait: async (ms) => void pauses.push(ms),
    });
    await assert.rejects(api.showSession(), /^NoAnswer: There is no answer from http:\/\/127\.0\.0\.1:\d+\.$/);
    assert.deepEqual(pauses, [250, 500, 1_000, 2_000]);
  });

  it('says what is wrong, and where', async () => {
    const { problem, message } = await refusal(server.client(una).makeArticle({ json: { text: '' } }));
    assert.deepEqual([problem.status, problem.reason, problem.where], [422, 'invalid', 'text']);
    assert.equal(message, problem.detail);
    assert.equal((await refusal(server.client().listArticles())).problem.reason, 'sign-in');
    assert.equal((await refusal(server.client(una).showArticle({ id: '../x' }))).problem.status, 404);
  });

  it('waits as long as it is told to where it asks too much', async () => {
    let time = Date.parse('2026-03-01T12:00:00.000Z');
    const slow = await startServer({ clock: { now: () => new Date(time).toISOString() }, requestsPerSecond: 1 });
    try {
      const waited: number[] = [];
      const api = slow.client(await slow.add('viewer', 'v'), {
        wait: async (ms) => {
          waited.push(ms);
          time += ms;
        },
      });
      for (let asked = 0; asked < 32; asked += 1) await api.listArticles();
      assert.deepEqual(waited, [1_000, 1_000]);
    } finally {
      await slow.close();
    }
  });

  describe('a list', () => {
    it('is had whole, page after page', async () => {
      const api = server.client(una);
      const listed = (await api.listArticles({ limit: 200 })).articles.map(({ id }) => id);
      assert.ok(listed.length > 3);
      const each: string[] = [];
      for await (const { id } of api.each('listArticles', { limit: 2 })) each.push(id);
      assert.deepEqual(each, listed);
    });

    it('is asked for no further than it is read', async () => {
      let asked = 0;
      const api = server.client(una, {
        send: (address, init) => {
          asked += 1;
          return heldFetch(address, init);
        },
      });
      for await (const { opId } of api.each('listEntries', { id: article, limit: 1 })) {
        assert.ok(opId);
        break;
      }
      assert.equal(asked, 1);
    });
  });

  it('hands on bytes as they come, with the name of the file', async () => {
    const { name, mediaType, body } = await server.client(una).exportArticle({ id: article, format: 'bundle' });
    assert.deepEqual([name, mediaType], ['The-moon.zip', 'application/zip']);
    const chunks = await all(body);
    assert.deepEqual([...(chunks[0]?.subarray(0, 2) ?? [])], [0x50, 0x4b]);
  });

  it('tells how much of a file is sent', async () => {
    const sent: number[] = [];
    const text = `The moon\n\n${'It is made of cheese. '.repeat(40_000)}`;
    const told = (bytes: number): void => void sent.push(bytes);
    const file = new File([text], 'moon.txt');
    const { title } = await server.client(una).makeArticle({ form: { file } }, { told });
    assert.equal(title, 'The moon');
    assert.ok(sent.length > 2 && sent.at(-1)! > text.length, sent.join());
    assert.deepEqual(
      sent,
      sent.toSorted((a, b) => a - b),
    );
  });

  it('is called off at any time, also while it waits', async () => {
    const calledOff = new Error('never mind');
    const before = AbortSignal.abort(calledOff);
    await assert.rejects(server.client(una).listArticles({}, { signal: before }), calledOff);
    const stop = new AbortController();
    const { promise: waits, resolve: isWaiting } = Promise.withResolvers<void>();
    const api = server.client(una, {
      send: () => Promise.reject(new TypeError('no line')),
      wait: (ms, signal) => {
        isWaiting();
        return NODE_PARTS.wait(100 * ms, signal);
      },
    });
    const asked = assert.rejects(api.listArticles({}, { signal: stop.signal }), { name: 'AbortError' });
    await waits;
    stop.abort();
    await asked;
  });

  describe('at a server that is another', () => {
    let other: Server;
    const seen: string[] = [];

    before(async () => {
      other = createServer((request, response) => {
        seen.push(request.url ?? '');
        if (request.url?.startsWith('/api/articles')) {
          response.setHeader('Content-Type', 'application/json');
          response.setHeader('Link', '<//elsewhere.example/api/articles>; rel="next"');
          response.end('{"articles":[{"id":"a"}],"before":null}');
        } else
          response.writeHead(request.url === '/api/desk' ? 500 : 200, { 'content-type': 'text/html' }).end('<p>Hi');
      });
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    });

    after(() => {
      other.closeAllConnections();
      other.close();
    });

    const url = (): string => `http://127.0.0.1:${(other.address() as AddressInfo).port}`;

    it('says that it is', async () => {
      await assert.rejects(nodeClient(url()).showSession(), /is not Touchstone: it sends text\/html/);
      const { problem } = await refusal(nodeClient(url()).showDesk());
      assert.deepEqual([problem.status, problem.reason], [500, 'unknown']);
    });

    it('shows the token to no third one', async () => {
      assert.equal((await all(nodeClient(url(), 'tst_x').each('listArticles'))).length, 1);
      assert.equal(seen.filter((path) => path.startsWith('/api/articles')).length, 1);
    });
  });
});
