import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { pageFetcher } from '../../../server/captures/fetch-page.ts';
import { type Site, startSite } from '../../support/a-site.ts';
import { type Member, type RunningServer, startServer } from './a-server.ts';

const TEXT = 'The moon\n\nIt is made of 80 percent cheese, Reuters says.\n\nNobody has asked the moon.';

describe('an article that comes in', () => {
  let site: Site;
  let server: RunningServer;
  let editor: Member;
  let viewer: Member;
  let page = TEXT;
  before(async () => {
    site = await startSite((request, response) => {
      if (request.url === '/never') return;
      response.setHeader('content-type', request.url === '/picture' ? 'image/png' : 'text/plain; charset=utf-8');
      response.end(page);
    });
    server = await startServer({ fetchPage: pageFetcher({ mayAsk: site.mayAsk }) });
    editor = await server.add('editor');
    viewer = await server.add('viewer');
  });
  after(async () => {
    await server.close();
    await site.close();
  });

  const created = async (json: object): Promise<string> => {
    const made = await server.ask('POST', '/api/articles', { by: editor, json });
    assert.equal(made.status, 201, made.text);
    return `/api/articles/${made.json.id}`;
  };
  const originOf = async (path: string) => (await server.ask('GET', path, { by: viewer })).json.origin;

  it('is kept as it came, under its SHA-256, and given out as a file that runs nothing', async () => {
    const path = await created({ text: TEXT });
    const { original } = await originOf(path);
    assert.deepEqual(original, {
      sha256: hash('sha256', TEXT),
      mediaType: 'text/plain',
      size: TEXT.length,
      name: '',
    });
    const saved = await server.ask('GET', `${path}/original`, { by: viewer });
    assert.equal(saved.text, TEXT);
    assert.match(saved.headers.get('content-disposition') ?? '', /^attachment; filename="original\.txt"/);
    assert.equal(saved.headers.get('content-type'), 'application/octet-stream');
    assert.equal(saved.headers.get('content-security-policy'), "sandbox; default-src 'none'");
    assert.equal(saved.headers.get('x-content-type-options'), 'nosniff');
  });

  it('is named as its file was', async () => {
    const body = new FormData();
    body.set('file', new File([TEXT], 'the moon "é".TXT'));
    const made = await server.ask('POST', '/api/articles', { by: editor, body });
    const path = `/api/articles/${made.json.id}`;
    assert.equal((await originOf(path)).original.name, 'the moon "é".TXT');
    const saved = await server.ask('GET', `${path}/original`, { by: viewer });
    assert.match(saved.headers.get('content-disposition') ?? '', /filename="the-moon-e\.TXT"/);
  });

  it('from an address is what was shown before it was made, though the page has changed since', async () => {
    const url = `${site.url}/moon`;
    page = TEXT;
    const shown = await server.ask('POST', '/api/readings', { by: editor, json: { url } });
    assert.equal(shown.json.title, 'The moon');
    page = 'The sun\n\nIt is another story altogether, and a hot one.';
    const path = await created({ url });
    assert.equal((await server.ask('GET', path, { by: viewer })).json.title, 'The moon');
    assert.equal((await originOf(path)).url, url);
    const again = await server.ask('POST', '/api/readings', { by: editor, json: { url } });
    assert.equal(again.json.title, 'The sun');
  });

  const refuses = (says: string, path: () => string, status: number, because: string | undefined): void => {
    it(`from ${says} is refused with why`, async () => {
      const refused = await server.ask('POST', '/api/articles', { by: editor, json: { url: path() } });
      assert.equal(refused.status, status, refused.text);
      assert.equal(refused.json.because, because);
    });
  };
  refuses('a private network', () => 'http://192.168.1.1/', 422, 'private');
  refuses('nowhere', () => 'http://nowhere.invalid/', 422, 'unreachable');
  refuses('a picture', () => `${site.url}/picture`, 422, 'type');
  refuses('a scheme that is not the web’s', () => 'file:///etc/passwd', 422, undefined);

  it('is refused at once when it is larger than its reader takes', async () => {
    const body = new FormData();
    body.set('file', new File(['a'.repeat(8_000_001)], 'moon.txt'));
    const refused = await server.ask('POST', '/api/readings', { by: editor, body });
    assert.deepEqual([refused.status, refused.json.wrong?.name], [422, 'too-many-bytes']);
  });

  it('as a page is made with its structure, and what the page says of itself', async () => {
    const sentence = 'The moon is made of 80 percent cheese, Reuters says, and nobody has asked it about that.';
    const html = `<html lang="de"><head><title>The moon</title><meta name="author" content="Una Desk"></head><body><h1>The moon</h1><p>${sentence}</p><h2>Asked</h2><p>${sentence.replace('80', '18')}</p></body></html>`;
    const path = await created({ html });
    const made = (await server.ask('GET', path, { by: viewer })).json;
    assert.deepEqual(
      made.doc.content.map(({ type }: { type: string }) => type),
      ['title', 'paragraph', 'heading', 'paragraph'],
    );
    assert.deepEqual([made.origin.language, made.origin.byline, made.origin.format], ['de', 'Una Desk', 'html']);
    const exported = await server.ask('GET', `${path}/export/json`, { by: viewer });
    const admin = await server.add('admin');
    const again = await server.ask('POST', '/api/articles', { by: admin, json: { json: exported.json } });
    const restored = await server.ask('GET', `/api/articles/${again.json.id}`, { by: viewer });
    assert.deepEqual(restored.json.origin, made.origin);
  });

  const linesOf = async (json: object, signal?: AbortSignal): Promise<readonly { readonly step: string }[]> => {
    const response = await fetch(`${server.url}/api/readings`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${editor.token}`,
        accept: 'application/x-ndjson',
        'content-type': 'application/json',
      },
      body: JSON.stringify(json),
      ...(signal && { signal }),
    });
    return (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  };

  it('says how far it is, line by line, and at last what it is', async () => {
    page = TEXT;
    const lines = await linesOf({ url: `${site.url}/moon` });
    assert.equal(lines[0]?.step, 'fetching');
    const last = lines.at(-1) as unknown as { step: string; reading: { title: string } };
    assert.deepEqual([last.step, last.reading.title], ['read', 'The moon']);
  });

  it('says at last why not', async () => {
    const [only] = await linesOf({ url: 'http://10.0.0.1/' });
    assert.equal(only?.step, 'refused');
  });

  it('is given up when whoever asked goes away', async () => {
    const gone = new AbortController();
    const asking = linesOf({ url: `${site.url}/never` }, gone.signal);
    while (!site.asked.includes('/never')) await new Promise(setImmediate);
    gone.abort();
    await assert.rejects(asking);
    assert.equal((await server.ask('POST', '/api/readings', { by: editor, json: { text: TEXT } })).status, 200);
    assert.ok(!server.logged.some(({ level }) => level === 'error'), JSON.stringify(server.logged));
  });
});
