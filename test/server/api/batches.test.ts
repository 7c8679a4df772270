import assert from 'node:assert/strict';
import { pageFetcher } from '../../../server/captures/fetch-page.ts';
import { memoryCaptureStore } from '../../../server/captures/memory-capture-store.ts';
import { memoryStores } from '../../../server/storage/memory.ts';
import type { Batch, BatchItem } from '../../../shared/batch.ts';
import { aDocx, from, p, to, words } from '../../support/a-docx.ts';
import { type Site, startSite } from '../../support/a-site.ts';
import { type Member, type RunningServer, startServer } from './a-server.ts';

type Whole = Batch & { readonly items: readonly BatchItem[] };

const TEXT = 'The moon\n\nIt is made of 80 percent cheese, Reuters says.\n\nNobody has asked the moon.';
const page = (title: string): string =>
  `<title>${title}</title><h1>${title}</h1><p>${title} is made of 80 percent cheese, Reuters says, and nobody has asked it about that.</p>`;

describe('a batch', () => {
  let site: Site;
  let server: RunningServer;
  let editor: Member;
  let held: (() => void)[] = [];
  const captureStore = memoryCaptureStore();
  const stores = memoryStores();
  const begin = () =>
    startServer({
      stores: { ...stores, close: async () => {} },
      captureStore,
      fetchPage: pageFetcher({ mayAsk: site.mayAsk }),
    });
  before(async () => {
    site = await startSite((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      if (request.url === '/picture') response.setHeader('content-type', 'image/png');
      if (request.url?.startsWith('/gone')) response.statusCode = 404;
      const send = (): void => void response.end(page(`Page ${request.url}`));
      if (request.url?.startsWith('/slow')) held.push(send);
      else send();
    });
    server = await begin();
    editor = await server.add('editor');
  });
  afterEach(() => {
    for (const send of held) send();
    held = [];
  });
  after(async () => {
    await server.close();
    await site.close();
  });

  const ask = async (method: string, path: string, json?: object): Promise<Whole & { readonly twice: number }> => {
    const answer = await server.ask(method, path, { by: editor, ...(json && { json }) });
    assert.ok(answer.status < 300, `${answer.status} ${answer.text}`);
    return answer.json;
  };
  const started = async (sent: object): Promise<string> => (await ask('POST', '/api/batches', sent)).id;
  const put = async (id: string, name: string, content: string | Uint8Array<ArrayBuffer>) => {
    const body = new FormData();
    body.set('path', name);
    body.set('file', new File([content], name.split('/').at(-1) ?? ''));
    const answer = await server.ask('POST', `/api/batches/${id}/items`, { by: editor, body });
    assert.equal(answer.status, 201, answer.text);
    return answer.json as { readonly items: readonly BatchItem[]; readonly twice: number };
  };
  const until = async (id: string, isSo: (batch: Whole) => boolean): Promise<Whole> => {
    for (;;) {
      const batch = await ask('GET', `/api/batches/${id}`);
      if (isSo(batch)) return batch;
      await new Promise(setImmediate);
    }
  };
  const ended = (id: string): Promise<Whole> => until(id, ({ state }) => state === 'ended');
  const standing = ({ items }: Whole) => items.map(({ name, state, title }) => [name, state, title]);

  it('makes an article of each file, and says of each that is none why', async () => {
    const id = await started({ name: 'A folder', expected: 4 });
    await put(id, 'folder/moon.txt', TEXT);
    await put(id, 'folder/a/broken.docx', 'PK\u0003\u0004');
    await put(id, 'folder/picture.png', 'PNG');
    await put(id, 'folder/empty.txt', '');
    const batch = await ended(id);
    assert.deepEqual(standing(batch), [
      ['folder/moon.txt', 'done', 'The moon'],
      ['folder/a/broken.docx', 'failed', undefined],
      ['folder/picture.png', 'failed', undefined],
      ['folder/empty.txt', 'failed', undefined],
    ]);
    assert.deepEqual(
      batch.items.map(({ trouble }) => trouble?.wrong?.name ?? trouble?.reason),
      [undefined, 'broken-file', 'unsupported', 'empty'],
    );
    assert.deepEqual([batch.counts.done, batch.counts.failed, batch.expected], [1, 3, 4]);
    const article = await server.ask('GET', `/api/articles/${batch.items[0]?.id}`, { by: editor });
    assert.equal(article.json.origin.original.name, 'moon.txt');
  });

  it('brings in what came with a file, too', async () => {
    const id = await started({});
    const body = p('The sea', 'Title') + p(words('It is ') + from(1) + words('far') + to(1) + words('.'));
    await put(id, 'sea.docx', aDocx(body, { comments: [{ id: 1, by: 'Una', text: 'How far?' }] }));
    const [item] = (await ended(id)).items;
    const article = await server.ask('GET', `/api/articles/${item?.id}`, { by: editor });
    assert.equal(article.json.threads?.length ?? article.json.discussions?.length, 1, Object.keys(article.json).join());
  });

  it('makes an article of each address, and says of each that gives none why', async () => {
    const urls = ['/one', '/gone', '/picture', '/two'].map((path) => site.url + path);
    const batch = await ended(await started({ addresses: [...urls, 'http://10.0.0.1/', 'not an address'] }));
    assert.deepEqual(
      batch.items.map(({ state, title, trouble }) => title ?? `${state} ${trouble?.because}`),
      ['Page /one', 'failed gone', 'failed type', 'Page /two', 'failed private', 'failed address'],
    );
  });

  it('has the same bytes and the same address once', async () => {
    const id = await started({ addresses: [`${site.url}/three`, `${site.url}/three?utm_source=x`] });
    assert.equal((await put(id, 'sun.txt', TEXT.replaceAll('moon', 'sun'))).twice, 0);
    assert.equal((await put(id, 'again/sun.txt', TEXT.replaceAll('moon', 'sun'))).twice, 1);
    const batch = await ended(id);
    assert.deepEqual(
      batch.items.map(({ state }) => state),
      ['done', 'done'],
    );
  });

  it('holds back what the desk has, says where, and brings it in when told to', async () => {
    const made = await ask('POST', '/api/articles', { url: `${site.url}/known` });
    const id = await started({ addresses: [`${site.url}/known#top`, `${site.url}/one`] });
    const batch = await ended(id);
    assert.equal(batch.items[0]?.known, made.id);
    assert.ok(batch.items[1]?.known, 'it came in with an earlier batch');
    assert.deepEqual([batch.counts['called-off'], batch.counts.done], [2, 0]);
    await ask('PUT', `/api/batches/${id}/items/${batch.items[0]?.id}`, { state: 'waiting' });
    assert.equal((await ended(id)).items[0]?.state, 'done');
  });

  it('tries again what failed, one by one or all', async () => {
    const id = await started({ addresses: [`${site.url}/gone?1`, `${site.url}/gone?2`] });
    const [first, second] = (await ended(id)).items;
    const asked = () => site.asked.filter((path) => /gone\?[12]/.test(path)).length;
    assert.equal(asked(), 2);
    await ask('PUT', `/api/batches/${id}/items/${first?.id}`, { state: 'waiting' });
    await ended(id);
    assert.equal(asked(), 3);
    await ask('PUT', `/api/batches/${id}/items`, { state: 'waiting' });
    const batch = await ended(id);
    assert.deepEqual([asked(), batch.counts.failed, batch.items[1]?.id], [5, 2, second?.id]);
  });

  it('asks a host for one page at a time, is stopped, goes on, and calls off one thing', async () => {
    const id = await started({ addresses: ['/slow?1', '/slow?2', '/slow?3'].map((path) => site.url + path) });
    await until(id, () => held.length === 1);
    assert.equal((await ask('GET', `/api/batches/${id}`)).counts.reading, 1);
    await ask('PUT', `/api/batches/${id}`, { state: 'stopped' });
    const stopped = await until(id, ({ counts }) => counts.reading === 0);
    assert.deepEqual([stopped.state, stopped.counts.waiting], ['stopped', 3]);
    await ask('PUT', `/api/batches/${id}/items/${stopped.items[1]?.id}`, { state: 'called-off' });
    held = [];
    await ask('PUT', `/api/batches/${id}`, { state: 'going' });
    for (const _ of [1, 2]) {
      await until(id, () => held.length === 1);
      held.shift()?.();
    }
    assert.deepEqual((await ended(id)).counts, { waiting: 0, reading: 0, done: 2, failed: 0, 'called-off': 1 });
  });

  it('goes on where it was when the server is there again, and makes nothing twice', async () => {
    const id = await started({ addresses: [`${site.url}/four`, `${site.url}/slow?9`, `${site.url}/five`] });
    await until(id, ({ counts }) => counts.done === 1 && held.length === 1);
    await server.close();
    held = [];
    server = await begin();
    await until(id, () => held.length === 1);
    held.shift()?.();
    const batch = await ended(id);
    assert.equal(batch.counts.done, 3);
    const { articles } = (await server.ask('GET', '/api/articles?limit=200', { by: editor })).json;
    const titles = articles.map(({ title }: { title: string }) => title);
    assert.equal(titles.filter((title: string) => title === 'Page /four').length, 1);
  });

  it('is for those who make articles, and takes so many things', async () => {
    const annotator = await server.add('annotator');
    assert.equal((await server.ask('GET', '/api/batches', { by: annotator })).status, 403);
    const addresses = Array.from({ length: 1_001 }, (_, at) => `${site.url}/${at}`);
    assert.equal((await server.ask('POST', '/api/batches', { by: editor, json: { addresses } })).status, 422);
    assert.equal((await server.ask('GET', '/api/batches/none', { by: editor })).status, 404);
    assert.ok((await server.ask('GET', '/api/batches', { by: editor })).json.batches.length > 5);
  });
});
