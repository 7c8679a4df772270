import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { pageFetcher } from '../../../server/captures/fetch-page.ts';
import { SAFE_PAGE_POLICY } from '../../../server/captures/safe-page.ts';
import { memoryStores } from '../../../server/storage/memory.ts';
import type { Capture } from '../../../shared/capture.ts';
import { aPdf } from '../../support/a-pdf.ts';
import { type Site, startSite } from '../../support/a-site.ts';
import { type Member, type RunningServer, startServer } from './a-server.ts';

const PAGE = '<h1>The moon</h1><script>alert(1)</script><p>80 percent.';

describe('copies of sources', () => {
  let site: Site;
  let server: RunningServer;
  let una: Member;
  let article: string;
  let answer: RequestListener;
  let base: number;

  beforeEach(async () => {
    answer = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
    site = await startSite((request, response) => answer(request, response));
    server = await startServer({ fetchPage: pageFetcher({ mayAsk: site.mayAsk }) });
    una = await server.add('admin', 'una');
    article = (await server.ask('POST', '/api/articles', { by: una, json: { text: 'The moon' } })).json.id;
    base = 1;
  });
  afterEach(async () => {
    await server.close();
    await site.close();
  });

  const perform = async (by: Member, ...parts: readonly object[]): Promise<void> => {
    const json = { opId: `o${base}`, base: base++, parts };
    const done = await server.ask('POST', `/api/articles/${article}/operations`, { by, json });
    assert.equal(done.status, 200, done.text);
  };
  const cite = (by: Member, source: string, url = `${site.url}/a`): Promise<void> =>
    perform(by, { kind: 'source.add', source, fields: { url } });
  const captures = async (by = una): Promise<readonly Capture[]> =>
    (await server.ask('GET', `/api/articles/${article}/captures`, { by })).json.captures;
  const until = async (holds: (captures: readonly Capture[]) => boolean): Promise<readonly Capture[]> => {
    for (;;) {
      const all = await captures();
      if (holds(all)) return all;
      await pause(5);
    }
  };
  const settled = (count = 1) => until((all) => all.length === count && all.every(({ state }) => state !== 'fetching'));
  const read = (capture: Capture | undefined, what: string, by = una) =>
    server.ask('GET', `/api/articles/${article}/captures/${capture?.id}/${what}`, { by });
  const have = (by: Member, json: object) => server.ask('POST', `/api/articles/${article}/captures`, { by, json });

  it('are made by themselves of what is attached with an address, and outlive the site', async () => {
    await cite(una, 's1');
    const [copy] = await settled();
    await site.close();
    assert.deepEqual([copy?.source, copy?.reviewer, copy?.state], ['s1', una.account.id, 'kept']);
    assert.equal(copy?.kept?.sha256, hash('sha256', PAGE, 'hex'));
    assert.equal(copy?.kept?.address, `${site.url}/a`);
    assert.equal((await read(copy, 'text')).text, 'The moon\n80 percent.');
    const bytes = await read(copy, 'bytes');
    assert.equal(bytes.text, PAGE);
    assert.equal(bytes.headers.get('content-type'), 'application/octet-stream');
    assert.match(bytes.headers.get('content-disposition') ?? '', /^attachment/);
    assert.match(bytes.headers.get('content-security-policy') ?? '', /^sandbox; default-src 'none'/);
  });

  it('are made again when the address is another, not when anything else of the source is', async () => {
    await cite(una, 's1');
    await settled();
    await perform(una, { kind: 'source.revise', source: 's1', fields: { title: 'Moon' } });
    await perform(una, { kind: 'source.revise', source: 's1', fields: { url: `${site.url}/b` } });
    await settled(2);
    assert.deepEqual(site.asked, ['/a', '/b']);
  });

  it('tell why there is none, and are tried again when asked to', async () => {
    const page = answer;
    answer = (_, response) => response.writeHead(404).end();
    await cite(una, 's1');
    const [failed] = await settled();
    assert.deepEqual([failed?.state, failed?.problem], ['failed', 'gone']);
    answer = page;
    assert.equal((await have(una, { source: 's1' })).json.state, 'fetching');
    assert.equal((await settled(2))[1]?.state, 'kept');
  });

  it('are not made of this machine, whoever asks', async () => {
    await cite(una, 's1', 'http://127.0.0.1:1/');
    assert.equal((await settled())[0]?.problem, 'private');
  });

  it('tell how much is there, and can be called off', async () => {
    answer = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).write('x'.repeat(100));
    await cite(una, 's1');
    const [copy] = await until(([each]) => each?.arrived === 100);
    const path = `/api/articles/${article}/captures/${copy?.id}`;
    assert.equal((await server.ask('DELETE', path, { by: una })).status, 204);
    assert.equal((await settled())[0]?.problem, 'cancelled');
    assert.equal((await server.ask('DELETE', path, { by: una })).status, 404);
  });

  it('are kept of a file and of pasted words', async () => {
    await perform(una, { kind: 'source.add', source: 's1', fields: { title: 'Letter' } });
    const pasted = await have(una, { source: 's1', text: 'Dear Una' });
    assert.equal((await read(pasted.json, 'text')).text, 'Dear Una');
    const form = (type: string): FormData => {
      const fields = new FormData();
      fields.set('source', 's1');
      fields.set('file', new File([PAGE], 'moon', { type }));
      return fields;
    };
    const path = `/api/articles/${article}/captures`;
    const filed = await server.ask('POST', path, { by: una, body: form('text/html') });
    assert.equal((await read(filed.json, 'text')).text, 'The moon\n80 percent.');
    assert.equal((await server.ask('POST', path, { by: una, body: form('video/mp4') })).status, 422);
    const pdf = await server.ask('POST', path, { by: una, body: form('application/pdf') });
    assert.equal(pdf.json.kept.unread, 'broken');
    assert.equal((await read(pdf.json, 'text')).status, 404);
    assert.equal((await read(pdf.json, 'bytes')).text, PAGE);
    assert.equal((await have(una, { source: 's1' })).status, 422);
  });

  it('of a page are looked at under a policy that runs and fetches nothing', async () => {
    await cite(una, 's1');
    const [copy] = await settled();
    const page = await read(copy, 'page');
    assert.match(page.text, /<body><h1>The moon<\/h1><p>80 percent.<\/p><\/body>/);
    assert.match(page.headers.get('content-type') ?? '', /^text\/html/);
    assert.equal(page.headers.get('content-security-policy'), SAFE_PAGE_POLICY);
    answer = (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('moon');
    await perform(una, { kind: 'source.revise', source: 's1', fields: { url: `${site.url}/b` } });
    assert.equal((await read((await settled(2))[1], 'page')).status, 404);
  });

  it('of a PDF have the words of its pages, a form feed between them', async () => {
    const pdf = aPdf([{ text: 'The moon', x: 72, y: 700 }], [], [{ text: '80 percent', x: 72, y: 700 }]);
    answer = (_, response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end(pdf);
    await cite(una, 's1');
    const [copy] = await settled();
    assert.equal((await read(copy, 'text')).text, 'The moon\f\f80 percent');
    assert.equal(copy?.kept?.unread, undefined);
  });

  it('are neither seen nor made by those who do not see the source (T11)', async () => {
    const [ben, ivo] = [await server.add('annotator', 'ben'), await server.add('annotator', 'ivo')];
    await perform(una, { kind: 'article.configure', settings: { blind: 'all' } });
    await cite(ben, 's1');
    const [copy] = await settled();
    assert.deepEqual([(await captures(ben)).length, await captures(ivo)], [1, []]);
    for (const what of ['bytes', 'text', 'page']) {
      assert.equal((await read(copy, what, ben)).status, 200);
      assert.equal((await read(copy, what, ivo)).status, 404);
    }
    assert.equal((await have(ivo, { source: 's1' })).status, 422);
  });

  it('that were under way when the server stopped are said to have failed when it starts', async () => {
    answer = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).write('x');
    const stores = memoryStores();
    const first = await startServer({ stores, fetchPage: pageFetcher({ mayAsk: site.mayAsk }) });
    const by = await first.add('admin', 'una');
    const { id } = (await first.ask('POST', '/api/articles', { by, json: { text: 'The moon' } })).json;
    const parts = [{ kind: 'source.add', source: 's1', fields: { url: site.url } }];
    await first.ask('POST', `/api/articles/${id}/operations`, { by, json: { opId: 'o', base: 1, parts } });
    for (;;) {
      const { captures } = (await first.ask('GET', `/api/articles/${id}/captures`, { by })).json;
      if (captures[0]?.arrived === 1) break;
      await pause(5);
    }
    await first.close();
    const second = await startServer({ stores });
    const [copy] = (await second.ask('GET', `/api/articles/${id}/captures`, { by })).json.captures;
    assert.deepEqual([copy.state, copy.problem], ['failed', 'interrupted']);
    await second.close();
  });
});
