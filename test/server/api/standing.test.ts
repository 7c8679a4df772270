import assert from 'node:assert/strict';
import { type Member, type Received, type RunningServer, startServer } from './a-server.ts';

const PROFILE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

describe('the standing addresses of annotations (W3C Web Annotation Protocol)', () => {
  let server: RunningServer;
  let lead: Member;
  let viewer: Member;
  let id: string;
  before(async () => {
    server = await startServer();
    [lead, viewer] = [await server.add('lead', 'Una'), await server.add('viewer', 'Vera')];
    const text = 'The moon 🌕\n\nIt is made of cheese, they say.';
    id = (await server.ask('POST', '/api/articles', { by: lead, json: { text } })).json.id;
    const mark = (claim: string, exact: string): object => ({
      kind: 'claim.mark',
      claim,
      quote: { exact },
      fields: { tags: ['food'] },
    });
    const parts = [
      mark('c', 'made of cheese'),
      mark('w', 'they say'),
      { kind: 'claim.withdraw', claim: 'w' },
      { kind: 'verdict.give', verdict: 'v', claim: 'c', scale: 'truth@1', rating: 'false', rationale: 'It is rock.' },
      { kind: 'thread.open', thread: 't', claim: 'c', message: 'm', text: 'Which?', visibility: 'desk' },
    ];
    const done = await server.ask('POST', `/api/articles/${id}/operations`, {
      by: lead,
      json: { opId: 'o', base: 1, parts },
    });
    assert.deepEqual(done.json.dropped, []);
  });
  after(() => server.close());

  const get = (
    path: string,
    by: Member | undefined = lead,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Received> => server.ask('GET', path, { ...(by && { by }), headers });

  /** Follows an identifier as it stands in what was written. */
  const follow = (iri: string, by: Member | undefined = lead, headers = {}): Promise<Received> => {
    assert.ok(iri.startsWith('http://touchstone.test/'), iri);
    return get(iri.slice('http://touchstone.test'.length), by, headers);
  };

  const collection = (): Promise<Received> => get(`/articles/${id}/annotations`);

  it('are those that the annotations of an export bear: each gives its own annotation', async () => {
    const { json } = await get(`/api/articles/${id}/export/web-annotation?audience=desk`);
    assert.ok(json.first.items.length >= 4);
    for (const item of json.first.items) {
      const { status, json: found } = await follow(item.id);
      assert.equal(status, 200, item.id);
      assert.deepEqual({ ...found, '@context': undefined }, { ...item, '@context': undefined });
    }
    assert.equal((await follow(json.first.id)).json.first.items.length, json.total);
  });

  it('of the collection lead to its pages, and these back', async () => {
    const { json, headers } = await collection();
    assert.deepEqual([json.type, json.total], ['AnnotationCollection', 4]);
    assert.match(headers.get('link') ?? '', /ldp#BasicContainer>; rel="type".*constrainedBy/);
    const page = (await follow(json.first)).json;
    assert.deepEqual([page.type, page.partOf.id, page.items.length], ['AnnotationPage', json.id, 4]);
  });

  it('have the first page with the collection for who prefers that', async () => {
    const preferred = async (what: string): Promise<readonly unknown[]> => {
      const prefer = `return=representation;include="http://www.w3.org/ns/oa#PreferContained${what}"`;
      return (await get(`/articles/${id}/annotations`, lead, { prefer })).json.first.items;
    };
    assert.equal((await preferred('Descriptions'))[0] instanceof Object, true);
    assert.match(String((await preferred('IRIs'))[0]), /\/annotations\/claims\/c$/);
  });

  it('answer as the protocol says: profile, type, methods, and what they vary by', async () => {
    const { status, headers } = await get(`/articles/${id}/annotations/claims/c`);
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), PROFILE);
    assert.equal(headers.get('link'), '<http://www.w3.org/ns/ldp#Resource>; rel="type"');
    assert.equal(headers.get('allow'), 'GET, HEAD, OPTIONS');
    assert.match(headers.get('vary') ?? '', /Accept/);
    assert.match(headers.get('etag') ?? '', /^"[0-9a-f]{32}"$/);
    const asked = await server.ask('OPTIONS', `/articles/${id}/annotations/claims/c`);
    assert.deepEqual([asked.status, asked.headers.get('allow')], [204, 'GET, HEAD, OPTIONS']);
    assert.equal((await server.ask('HEAD', `/articles/${id}/annotations`, { by: lead })).status, 200);
    assert.equal((await server.ask('PUT', `/articles/${id}/annotations/claims/c`, { by: lead, json: {} })).status, 405);
  });

  it('are not sent again while nothing changed', async () => {
    for (const path of ['', '/pages/1', '/claims/c']) {
      const etag = (await get(`/articles/${id}/annotations${path}`)).headers.get('etag') ?? '';
      const again = await get(`/articles/${id}/annotations${path}`, lead, { 'if-none-match': etag });
      assert.equal(again.status, 304, path);
    }
  });

  it('lead to the claim on the screen for who wants a page', async () => {
    const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    const place = async (path: string, by?: Member): Promise<string | null> =>
      (await get(`/articles/${id}/annotations${path}`, by, { accept })).headers.get('location');
    assert.equal(await place('/verdicts/v', lead), `/articles/${id}#claim-c`);
    assert.equal(await place('/threads/t/m', lead), `/articles/${id}#claim-c`);
    assert.equal(await place('/claims/c', lead), `/articles/${id}#claim-c`);
    assert.equal(await place('', lead), `/articles/${id}`);
    const asData = await get(`/articles/${id}/annotations/claims/c`, lead, {
      accept: 'application/ld+json, text/html;q=0.5',
    });
    assert.equal(asData.status, 200);
  });

  it('tell nothing to who is not signed in, not even whether there is one (T11)', async () => {
    for (const path of ['/claims/c', '/claims/none', '/verdicts/v', '/threads/t/m', '', '/pages/1']) {
      const nobody = await server.ask('GET', `/articles/${id}/annotations${path}`);
      assert.equal(nobody.status, 401, path);
    }
    const at = async (claim: string): Promise<string> =>
      (
        await server.ask('GET', `/articles/${id}/annotations/verdicts/${claim}`, { headers: { accept: 'text/html' } })
      ).headers.get('location') ?? '';
    assert.equal(await at('v'), await at('none'));
    assert.equal((await server.ask('GET', `/articles/${id}/text/1`)).status, 401);
  });

  it('do not tell a viewer of what the desk talks about (T11)', async () => {
    assert.equal((await get(`/articles/${id}/annotations/threads/t/m`)).status, 200);
    const hidden = await get(`/articles/${id}/annotations/threads/t/m`, viewer);
    assert.equal(hidden.status, 404);
    assert.doesNotMatch((await get(`/articles/${id}/annotations/pages/1`, viewer)).text, /Which\?/);
  });

  it('of what was withdrawn say that it is gone, of what never was that it is not there', async () => {
    assert.equal((await get(`/articles/${id}/annotations/claims/w`)).status, 410);
    assert.equal((await get(`/articles/${id}/annotations/claims/none`)).status, 404);
    assert.equal((await get(`/articles/${id}/annotations/constructor/toString`)).status, 404);
  });

  it('have the text that positions count in at its own address, as it was at that version', async () => {
    const { target } = (await get(`/articles/${id}/annotations/claims/c`)).json;
    const { start, end } = target.selector.find((each: { type: string }) => each.type === 'TextPositionSelector');
    const { text, headers } = await follow(target.state.cached);
    assert.equal([...text].slice(start, end).join(''), 'made of cheese');
    assert.equal(headers.get('content-type'), 'text/plain; charset=utf-8');
    const steps = [{ stepType: 'replace', from: 1, to: 4, slice: { content: [{ type: 'text', text: 'Our' }] } }];
    const changed = { opId: 'x', base: 2, parts: [{ kind: 'text', target: 'body', steps }] };
    assert.equal((await server.ask('POST', `/api/articles/${id}/operations`, { by: lead, json: changed })).status, 200);
    assert.equal((await follow(target.state.cached)).text, text);
    assert.match((await get(`/articles/${id}/text/3`)).text, /^Our moon/);
    assert.equal((await get(`/articles/${id}/text/4`)).status, 404);
  });
});
