import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { elementsOf, wordsIn } from '../../support/page-texts.ts';
import { type Member, type RunningServer, startServer } from './a-server.ts';

const PAGE =
  '<!doctype html><title>Study</title><script>steal()</script><p onclick="x()">It weighs 382 kg of rock.</p>';

describe('the frozen copies of a published report', () => {
  let server: RunningServer;
  let lead: Member;
  let article: string;
  let version: number;

  const does = async (...parts: readonly object[]): Promise<void> => {
    const json = { opId: `o${version}`, base: version, parts };
    const answer = await server.ask('POST', `/api/articles/${article}/operations`, { by: lead, json });
    assert.deepEqual(answer.json.dropped, [], answer.text);
    version = answer.json.version;
  };

  const keep = async (source: string, file?: string): Promise<string> => {
    const form = new FormData();
    form.set('source', source);
    form.set('file', new Blob([file ?? ''], { type: 'text/html' }), 'page.html');
    const sent = file ? { body: form } : { json: { source, text: `Pasted words of ${source}.` } };
    const answer = await server.ask('POST', `/api/articles/${article}/captures`, { by: lead, ...sent });
    assert.equal(answer.status, 201, answer.text);
    return answer.json.id;
  };

  const publish = async (change: string): Promise<string> => {
    const json = { version, change, note: 'A note.' };
    const answer = await server.ask('POST', `/api/articles/${article}/reports`, { by: lead, json });
    assert.equal(answer.status, 201, answer.text);
    version += 1;
    return answer.json.address.replace('https://touchstone.example', '');
  };

  /** What a stranger gets. */
  const strange = (path: string) => server.ask('GET', path);

  /** What the data in a page say of where its sources are kept. */
  const archivedAt = (page: string): readonly string[] => {
    const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    const found: string[] = [];
    JSON.parse(data, (key, value) => (key === 'archivedAt' ? found.push(value) : value));
    return found;
  };

  beforeEach(async () => {
    server = await startServer({ publicUrl: 'https://touchstone.example' });
    lead = await server.add('lead', 'Una');
    const text = 'The moon\n\nIt is made of cheese.';
    article = (await server.ask('POST', '/api/articles', { by: lead, json: { text } })).json.id;
    version = 1;
    const source = (id: string, more: object = {}) => ({
      ...{ kind: 'source.add', source: id },
      fields: { title: `Source ${id}`, kind: 'study', ...more },
    });
    const attach = (evidence: string, of: string) => ({
      ...{ kind: 'evidence.attach', evidence, claim: 'c', source: of, fields: { stance: 'refutes' } },
    });
    await does(
      { kind: 'claim.mark', claim: 'c', quote: { exact: 'It is made of cheese.' }, fields: {} },
      ...[source('open'), source('secret', { visibility: 'desk' }), source('unused')],
      ...[attach('e', 'open'), attach('f', 'secret')],
      { kind: 'verdict.give', verdict: 'v', claim: 'c', scale: 'truth@1', rating: 'false', rationale: 'It is rock.' },
    );
  });
  afterEach(() => server.close());

  it('are named to nobody outside while the desk does not allow it', async () => {
    const capture = await keep('open', PAGE);
    const address = await publish('first');
    const { text } = await strange(address);
    assert.doesNotMatch(text, /captures|copies\//);
    assert.deepEqual(archivedAt(text), []);
    assert.equal((await strange(`${address}/v/1/copies/${capture}`)).status, 404);
    const review = await server.ask('GET', `/api/articles/${article}/export/claimreview`, { by: lead });
    assert.doesNotMatch(review.text, /archivedAt|captures/);
  });

  it('are shown once it does: words, harmless page and bytes, with the day and the hash, and found by no search engine', async () => {
    const capture = await keep('open', PAGE);
    await does({ kind: 'article.configure', settings: { copies: true } });
    const address = await publish('first');
    const { text } = await strange(address);
    const at = `${address}/v/1/copies/${capture}`;
    assert.deepEqual(new Set(archivedAt(text)), new Set([`https://touchstone.example${at}`]));
    assert.ok(text.includes(`href="https://touchstone.example${at}"`));
    const shown = await strange(at);
    assert.equal(shown.status, 200);
    const sha256 = createHash('sha256').update(PAGE).digest('hex');
    const [main] = elementsOf(shown.text).filter(({ tagName }) => tagName === 'main');
    assert.match(wordsIn(main!), new RegExp(`Source open[\\s\\S]*${sha256}[\\s\\S]*It weighs 382 kg of rock\\.`));
    const page = await strange(`${at}/page`);
    assert.match(page.text, /It weighs 382 kg of rock\./);
    assert.doesNotMatch(page.text, /steal|onclick/);
    const file = await strange(`${at}/file`);
    assert.equal(file.text, PAGE);
    assert.match(file.headers.get('content-disposition') ?? '', /^attachment/);
    for (const { headers, text: body } of [shown, page, file]) {
      assert.match(headers.get('x-robots-tag') ?? '', /noindex/);
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
      assert.equal(headers.get('set-cookie'), null);
      assert.ok(!body.includes(lead.account.id));
    }
  });

  it('are those of public sources on that version of the page, and none besides', async () => {
    await does({ kind: 'article.configure', settings: { copies: true } });
    const [open, secret, unused] = [await keep('open'), await keep('secret'), await keep('unused')];
    const address = await publish('first');
    const later = await keep('open');
    assert.equal((await strange(`${address}/v/1/copies/${open}`)).status, 200);
    for (const none of [secret, unused, later, 'none'])
      for (const end of ['', '/page', '/file'])
        assert.equal((await strange(`${address}/v/1/copies/${none}${end}`)).status, 404, `${none}${end}`);
    assert.equal((await strange(`${address}/v/2/copies/${open}`)).status, 404);
    assert.doesNotMatch((await strange(address)).text, new RegExp(`${secret}|${unused}`));
    await publish('update');
    assert.equal((await strange(`${address}/v/2/copies/${later}`)).status, 200);
  });

  it('are gone from there once the desk takes it back, or the source is not for everyone any more', async () => {
    await does({ kind: 'article.configure', settings: { copies: true } });
    const capture = await keep('open');
    const address = await publish('first');
    const status = async () => (await strange(`${address}/v/1/copies/${capture}`)).status;
    assert.equal(await status(), 200);
    await does({ kind: 'article.configure', settings: { copies: false } });
    assert.equal(await status(), 404);
    await does({ kind: 'article.configure', settings: { copies: true } });
    assert.equal(await status(), 200);
    await does({ kind: 'source.revise', source: 'open', fields: { visibility: 'desk' } });
    assert.equal(await status(), 404);
  });
});
