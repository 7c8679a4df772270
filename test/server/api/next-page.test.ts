import assert from 'node:assert/strict';
import { type Member, type RunningServer, startServer } from './a-server.ts';

describe('a list that is long', () => {
  let server: RunningServer;
  let una: Member;
  let article: string;

  before(async () => {
    server = await startServer();
    una = await server.add('lead', 'una');
    for (const text of ['One', 'Two', 'Three', 'Four', 'Five'])
      article = (await server.ask('POST', '/api/articles', { by: una, json: { text } })).json.id;
    const parts = [...'abcde'].map((id) => [
      { kind: 'source.add', source: id, fields: { title: `Book ${id}`, kind: 'book' } },
    ]);
    for (const [index, each] of parts.entries()) {
      const json = { opId: `o${index}`, base: 1, parts: each };
      const done = await server.ask('POST', `/api/articles/${article}/operations`, { by: una, json });
      assert.deepEqual([done.status, done.json.dropped], [200, []]);
    }
  });

  after(() => server.close());

  /** Each page from an address on, by the links in their heads. */
  const pagesFrom = async (address: string): Promise<readonly { readonly [key: string]: readonly object[] }[]> => {
    const pages = [];
    for (let next: string | undefined = address; next !== undefined; ) {
      const { status, json, headers } = await server.ask('GET', next, { by: una });
      assert.equal(status, 200);
      pages.push(json);
      next = /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1];
    }
    return pages;
  };

  for (const [name, path, key] of [
    ['the articles', () => '/api/articles?limit=2', 'articles'],
    ['a log', () => `/api/articles/${article}/log?limit=2`, 'entries'],
  ] as const)
    it(`is read page by page, each thing once: ${name}`, async () => {
      const pages = await pagesFrom(path());
      assert.deepEqual(
        pages.map((page) => page[key]?.length).filter((count) => count !== 0),
        name === 'a log' ? [2, 2, 2] : [2, 2, 1],
      );
      const all = pages.flatMap((page) => page[key] ?? []);
      assert.equal(new Set(all.map((each) => JSON.stringify(each))).size, all.length);
    });

  it('keeps what it was asked for, from page to page', async () => {
    const asked = '/api/sources?kind=book&search=Book&limit=2';
    for (let tried = 0; (await server.ask('GET', asked, { by: una })).json.sources.length < 2; tried += 1) {
      assert.ok(tried < 500);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const { headers } = await server.ask('GET', asked, { by: una });
    assert.match(
      headers.get('link') ?? '',
      /^<\/api\/sources\?kind=book&search=Book&limit=2&before=[^&>]+>; rel="next"$/,
    );
  });

  it('that is whole has no next page', async () => {
    assert.equal((await server.ask('GET', '/api/articles', { by: una })).headers.get('link'), null);
  });
});
