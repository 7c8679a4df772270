import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { io, type Socket } from 'socket.io-client';
import { pageFetcher } from '../../server/captures/fetch-page.ts';
import type { SourcesNotice } from '../../shared/protocol.ts';
import { type Member, type RunningServer, startServer } from '../server/api/a-server.ts';
import { type Site, startSite } from '../support/a-site.ts';

describe('what becomes of copies and looks, over the socket', () => {
  let site: Site;
  let server: RunningServer;
  let una: Member;
  let article: string;
  let answered: (response: ServerResponse) => void;
  const lines: Socket[] = [];

  beforeEach(async () => {
    answered = (response) => response.end('moon');
    site = await startSite((_, response) => answered(response.writeHead(200, { 'content-type': 'text/plain' })));
    server = await startServer({ fetchPage: pageFetcher({ mayAsk: site.mayAsk }) });
    una = await server.add('admin', 'una');
    article = (await server.ask('POST', '/api/articles', { by: una, json: { text: 'The moon' } })).json.id;
  });
  afterEach(async () => {
    for (const line of lines.splice(0)) line.disconnect();
    await server.close();
    await site.close();
  });

  /** Somebody's page on the article, with what it was told of sources. */
  const open = async ({ token }: Member) => {
    const line = io(server.url, { auth: { token }, transports: ['websocket'] });
    lines.push(line);
    const told: SourcesNotice[] = [];
    const waiting = new Set<() => void>();
    line.on('sources', (notice: SourcesNotice) => {
      told.push(notice);
      for (const look of waiting) look();
    });
    await line.emitWithAck('join', { article });
    const until = (holds: (notice: SourcesNotice) => boolean): Promise<SourcesNotice> =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = told.find(holds);
          if (found) resolve(found);
        };
        waiting.add(look);
        look();
      });
    return { told, until };
  };
  const cite = (by: Member, base: number) =>
    server.ask('POST', `/api/articles/${article}/operations`, {
      by,
      json: { opId: `o${base}`, base, parts: [{ kind: 'source.add', source: 's', fields: { url: site.url } }] },
    });

  it('comes while a copy is on its way, with the bytes that are there, a few times a second at most', async () => {
    let finish = (): void => {};
    answered = (response) => {
      let sent = 0;
      const timer = setInterval(() => response.write('moon', () => sent++), 5);
      finish = () => {
        clearInterval(timer);
        response.end();
        assert.ok(sent > 20, 'more came than was told');
      };
    };
    const page = await open(una);
    await cite(una, 1);
    const began = performance.now();
    await page.until(({ captures }) => (captures[0]?.arrived ?? 0) > 200);
    finish();
    const { captures } = await page.until((notice) => notice.captures[0]?.state === 'kept');
    assert.equal(captures[0]?.source, 's');
    assert.ok(page.told.length <= 2 + (performance.now() - began) / 300, `${page.told.length} messages`);
  });

  it('comes of a look when it is begun, and with what came of it', async () => {
    const page = await open(una);
    await cite(una, 1);
    await page.until((notice) => notice.captures[0]?.state === 'kept');
    answered = (response) => void setTimeout(() => response.end('moon'), 400);
    await server.ask('POST', `/api/articles/${article}/looks`, { by: una, json: {} });
    await page.until(({ underWay }) => underWay.includes('s'));
    const { looks } = await page.until((notice) => notice.looks.length > 0 && notice.underWay.length === 0);
    assert.deepEqual([looks[0]?.source, looks[0]?.came], ['s', 'same']);
  });

  it('goes to those who see the source, and to nobody else (T11)', async () => {
    const [ben, ivo] = [await server.add('annotator', 'ben'), await server.add('annotator', 'ivo')];
    const parts = [{ kind: 'article.configure', settings: { blind: 'all' } }];
    const path = `/api/articles/${article}/operations`;
    await server.ask('POST', path, { by: una, json: { opId: 'blind', base: 1, parts } });
    const [own, other] = [await open(ben), await open(ivo)];
    await cite(ben, 2);
    await own.until((notice) => notice.captures[0]?.state === 'kept');
    assert.deepEqual(other.told, []);
  });
});
