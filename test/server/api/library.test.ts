import assert from 'node:assert/strict';
import { pageFetcher } from '../../../server/captures/fetch-page.ts';
import { memoryStores } from '../../../server/storage/memory.ts';
import { memoryLibraryStore } from '../../../server/storage/memory-library-store.ts';
import { groupsOf, joiningFields, proposedRoots } from '../../../shared/independence.ts';
import type { Source } from '../../../shared/source.ts';
import { type Site, startSite } from '../../support/a-site.ts';
import { eventually } from '../../support/desk-in-browsers.ts';
import { OTHER_REPORT, printedAs, REPORT } from '../../support/wire-text.ts';
import { type Member, type RunningServer, startServer } from './a-server.ts';

const URL = 'https://news.example/moon';

describe('the library of the desk', () => {
  const stores = memoryStores();
  let server: RunningServer;
  let una: Member;
  let viewer: Member;
  const versions = new Map<string, number>();

  const makes = async (title: string): Promise<string> => {
    const { id } = (await server.ask('POST', '/api/articles', { by: una, json: { title, text: 'The moon' } })).json;
    versions.set(id, 1);
    return id;
  };
  const perform = async (article: string, by: Member, ...parts: readonly object[]): Promise<void> => {
    const base = versions.get(article) ?? 1;
    const json = { opId: `o${base}`, base, parts };
    const done = await server.ask('POST', `/api/articles/${article}/operations`, { by, json });
    assert.equal(done.status, 200, done.text);
    versions.set(article, base + 1);
  };
  const cite = (article: string, source: string, fields: object, by = una) =>
    perform(article, by, { kind: 'source.add', source, fields });
  const known = async (address: string, by = una) =>
    (await server.ask('GET', `/api/sources/known?address=${encodeURIComponent(address)}`, { by })).json.source;
  const found = async (query = '', by = una) => (await server.ask('GET', `/api/sources?${query}`, { by })).json;
  const titles = async (query = '', by = una): Promise<readonly string[]> =>
    (await found(query, by)).sources.map((each: Source) => each.title);

  before(async () => {
    server = await startServer({ stores });
    una = await server.add('admin', 'una');
    viewer = await server.add('viewer');
  });
  after(() => server.close());

  it('knows what other articles use, whatever way the address is written', async () => {
    const articles = [await makes('A'), await makes('B'), await makes('C')];
    const addresses = [URL, `${URL}/?utm_source=x`, 'http://www.news.example/moon#top'];
    for (const [index, article] of articles.entries())
      await cite(article, 's', { url: addresses[index], title: `Moon ${index}`, publisher: 'The Paper' });
    await eventually(async () => {
      const source = await known('https://m.news.example/moon?fbclid=1');
      assert.deepEqual(source?.uses.map(({ title }: { title: string }) => title).toSorted(), ['A', 'B', 'C']);
      assert.deepEqual([source.publisher, source.title], ['The Paper', 'Moon 2']);
    });
    assert.equal(await known('https://news.example/mars'), null);
    assert.deepEqual((await found()).sources.length, 1);
  });

  it('is found by words and kind, page by page, and follows what changes', async () => {
    const article = await makes('Books');
    for (const name of ['Ärger', 'Zorn', 'Wut'])
      await cite(article, name.length > 4 ? 'arger' : name, { title: name, kind: 'book', people: ['Ada Stein'] });
    await eventually(async () => assert.equal((await titles('kind=book')).length, 3));
    assert.deepEqual(await titles('search=arger%20STEIN'), ['Ärger']);
    assert.deepEqual(await titles('search=100%25'), []);
    const first = await found('kind=book&limit=2');
    const second = await found(`kind=book&limit=2&before=${encodeURIComponent(first.before)}`);
    assert.deepEqual([first.sources.length, second.sources.length, second.before], [2, 1, null]);
    await perform(article, una, { kind: 'source.revise', source: 'arger', fields: { title: 'Freude' } });
    await eventually(async () => assert.deepEqual(await titles('search=freude'), ['Freude']));
    assert.deepEqual(await titles('search=arger'), []);
  });

  it('has nothing of work that is blind, until it is revealed (T11)', async () => {
    const article = await makes('Blind');
    await perform(article, una, { kind: 'article.configure', settings: { blind: 'all' } });
    await cite(article, 'secret', { title: 'Canary source' });
    await cite(await makes('After'), 'other', { title: 'Told after it' });
    await eventually(async () => assert.equal((await titles('search=told')).length, 1));
    for (const by of [una, viewer]) assert.deepEqual(await titles('search=canary', by), []);
    await perform(article, una, { kind: 'article.configure', settings: { blind: 'no' } });
    await eventually(async () => assert.equal((await titles('search=canary', viewer)).length, 1));
  });

  it('has what the desk sees for the desk alone, and what some people see for nobody (T11)', async () => {
    const article = await makes('Guarded');
    const url = 'https://guarded.example/canary';
    await cite(article, 'desk', { title: 'Canary of the desk', url, visibility: 'desk' });
    await cite(article, 'named', { title: 'Canary of some', url: `${url}/some`, visibility: [una.account.id] });
    const other = await makes('Other');
    await cite(other, 'desk', { title: 'Elsewhere', url });
    await eventually(async () => assert.deepEqual(await titles('search=elsewhere'), ['Elsewhere']));
    // One thing, by its newest title.
    assert.deepEqual(await titles('search=canary%20of'), ['Elsewhere']);
    assert.deepEqual(await titles('search=canary%20of', viewer), []);
    assert.deepEqual((await known(url)).uses.length, 2);
    assert.equal(await known(`${url}/some`), null);
    const told = async (by: Member): Promise<string> =>
      JSON.stringify([
        await found('limit=100', by),
        await known(url, by),
        (await server.ask('GET', `/api/articles/${other}/used-elsewhere`, { by })).json,
      ]);
    assert.match(await told(una), /Guarded/);
    assert.doesNotMatch(await told(viewer), /Guarded|Canary of/);
    await perform(article, una, { kind: 'source.revise', source: 'desk', fields: { visibility: [una.account.id] } });
    await eventually(async () => assert.equal((await known(url)).uses.length, 1));
    assert.doesNotMatch(await told(una), /Canary of|Guarded/);
  });

  it('is drawn from the logs anew where it is missing', async () => {
    const before = await found('limit=100');
    const again = await startServer({ stores: { ...stores, library: memoryLibraryStore(stores.log) } });
    const by = await again.add('annotator', 'ben');
    await eventually(async () => {
      const { json } = await again.ask('GET', '/api/sources?limit=100', { by });
      assert.deepEqual(json, before);
    });
    await again.close();
  });
});

describe('20 wire copies of one text', () => {
  let site: Site;
  let server: RunningServer;
  before(async () => {
    const pages = new Map(Array.from({ length: 20 }, (_, index) => [`/${index}`, printedAs('html', REPORT, index)]));
    pages.set('/other', printedAs('html', OTHER_REPORT, 7));
    site = await startSite((request, response) => {
      const page = pages.get(request.url ?? '');
      response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    });
    server = await startServer({ fetchPage: pageFetcher({ mayAsk: site.mayAsk }) });
  });
  after(async () => {
    await server.close();
    await site.close();
  });

  it('are copied from their sites, proposed as one root, and count once when that is accepted', async () => {
    const by = await server.add('admin', 'una');
    const { id } = (await server.ask('POST', '/api/articles', { by, json: { text: 'The moon' } })).json;
    const path = `/api/articles/${id}`;
    let base = 1;
    const perform = async (parts: readonly object[]): Promise<void> => {
      const json = { opId: `o${base}`, base: base++, parts };
      assert.equal((await server.ask('POST', `${path}/operations`, { by, json })).status, 200);
    };
    const names = [...Array.from({ length: 20 }, (_, index) => String(index)), 'other'];
    const adding = (name: string) => ({
      kind: 'source.add',
      source: `s${name}`,
      fields: { url: `${site.url}/${name}` },
    });
    await perform(names.map(adding));
    await eventually(async () => {
      const { captures } = (await server.ask('GET', `${path}/captures`, { by })).json;
      assert.equal(captures.filter(({ state }: { state: string }) => state === 'kept').length, 21);
      assert.match(captures[0].kept.details.publisher, /^Paper \d+$/);
    });
    const sources = async (): Promise<ReadonlyMap<string, Source>> =>
      new Map((await server.ask('GET', path, { by })).json.sources.map((each: Source) => [each.id, each]));
    const { pairs } = (await server.ask('GET', `${path}/same-texts`, { by })).json;
    const now = await sources();
    assert.equal(groupsOf(now, [...now.keys()]).length, 21);
    const [proposal, ...others] = proposedRoots(now, pairs);
    assert.ok(proposal && others.length === 0);
    assert.equal(proposal.sources.length, 20);
    await perform(joiningFields(now, proposal).map(([source, fields]) => ({ kind: 'source.revise', source, fields })));
    const after = await sources();
    assert.deepEqual(proposedRoots(after, pairs), []);
    assert.equal(groupsOf(after, [...after.keys()]).length, 2);
  });
});
