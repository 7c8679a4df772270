import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { anno, onWords, quote } from '../../support/annotations.ts';
import { describeWith, material } from '../../support/material.ts';
import { type Member, type Received, type RunningServer, startServer } from './a-server.ts';

describe('annotations that are brought to an article', () => {
  let server: RunningServer;
  let lead: Member;
  let annotator: Member;
  let viewer: Member;
  before(async () => {
    server = await startServer();
    [lead, annotator, viewer] = [await server.add('lead'), await server.add('annotator'), await server.add('viewer')];
  });
  after(() => server.close());

  const TEXT =
    'The moon\n\nIt is made of cheese, they say, and nobody has been there to look.\n\nIt is far away from all of us.';

  const article = async (): Promise<string> =>
    (await server.ask('POST', '/api/articles', { by: lead, json: { text: TEXT } })).json.id;

  const bring = (id: string, file: unknown, query = ''): Promise<Received> =>
    server.ask('POST', `/api/articles/${id}/annotations${query}`, { by: annotator, json: file });

  const shown = async (id: string): Promise<Received['json']> =>
    (await server.ask('GET', `/api/articles/${id}`, { by: annotator })).json;

  const FILE = [
    onWords(quote('made of cheese'), { motivation: 'highlighting', creator: { name: 'Ada' } }),
    onWords(quote('far away'), { bodyValue: 'How far?' }),
    onWords(quote('made of chalk'), { bodyValue: 'Where?' }),
  ];

  it('are shown first, and nothing is written', async () => {
    const id = await article();
    const { status, json } = await bring(id, FILE, '?preview=true');
    assert.deepEqual([status, json.placed, json.unplaced, json.again, json.written], [200, 2, 1, 0, false]);
    assert.equal(json.items[2].why, 'Its words are not in the article.');
    assert.equal((await shown(id)).version, 1);
  });

  it('are written in one entry, in the name of who brings them, with whose they are beside (T6)', async () => {
    const id = await article();
    const { json } = await bring(id, FILE);
    const { version, claims, threads, removed } = await shown(id);
    assert.deepEqual([json.written, version, claims.length, threads.length], [true, 2, 1, 1]);
    assert.deepEqual([claims[0].reviewer, claims[0].imported.author], [annotator.account.id, 'Ada']);
    assert.match(removed.at(-1).text, /made of chalk/);
  });

  it('are not brought twice', async () => {
    const id = await article();
    await bring(id, FILE);
    const { json } = await bring(id, FILE);
    assert.deepEqual([json.again, json.placed, json.written], [2, 0, false]);
    assert.equal((await shown(id)).version, 2);
  });

  it('can be taken back by what the answer says', async () => {
    const id = await article();
    const { json } = await bring(id, FILE);
    const undo = { opId: 'u', base: 2, parts: json.undo };
    const done = await server.ask('POST', `/api/articles/${id}/operations`, { by: annotator, json: undo });
    assert.deepEqual([done.status, done.json.dropped], [200, []]);
    const { claims, threads } = await shown(id);
    assert.ok(claims.every((each: { withdrawn?: object }) => each.withdrawn));
    assert.ok(threads.every((each: { messages: readonly { withdrawn?: object }[] }) => each.messages[0]?.withdrawn));
  });

  it('come as a file too, and as what they are', async () => {
    const id = await article();
    const form = new FormData();
    form.set('file', new File([JSON.stringify(FILE)], 'annotations.jsonld'));
    const path = `/api/articles/${id}/annotations?preview=true`;
    assert.equal((await server.ask('POST', path, { by: annotator, body: form })).json.placed, 2);
    const headers = { 'content-type': 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"' };
    const asLinked = await server.ask('POST', path, { by: annotator, body: JSON.stringify(FILE), headers });
    assert.equal(asLinked.json.placed, 2);
  });

  it('are refused as a whole when one of them is wrong, with what and where, and nothing is written', async () => {
    const id = await article();
    const { status, json } = await bring(id, [...FILE, anno({ id: 'x', body: 7 })]);
    assert.equal(status, 422);
    assert.match(
      json.detail,
      /^Nothing was brought\. \[3\]\.id: an IRI is expected, not "x" \(Web Annotation Data Model §3\.1\)/,
    );
    assert.deepEqual(
      json.faults.map((each: { where: string }) => each.where),
      ['[3].id', '[3].body'],
    );
    assert.equal((await shown(id)).version, 1);
  });

  it('are not brought by who may only read', async () => {
    const sent = { by: viewer, json: FILE };
    assert.equal((await server.ask('POST', `/api/articles/${await article()}/annotations`, sent)).status, 403);
  });

  it('of which there are many are brought in a moment', async () => {
    const words = Array.from({ length: 1_000 }, (_, index) => `word${index}x stands here, more or less`);
    const made = await server.ask('POST', '/api/articles', {
      by: lead,
      json: { text: `Words\n\n${words.join('.\n\n')}.` },
    });
    const many = words.map((each) => onWords(quote(each), { motivation: 'highlighting' }));
    const { json } = await bring(made.json.id, many);
    assert.deepEqual([json.placed, json.written, json.dropped], [1_000, true, 0]);
  });

  const SAMPLES = '03-web-annotation/open/samples';
  it('of a large file are read apart, with how far that is, while others are answered', async () => {
    const sentences = Array.from({ length: 2_500 }, (_, at) => `Sentence ${at} says that the moon is made of cheese.`);
    const text = `The moon\n\n${sentences.join('\n\n')}`;
    const made = await server.ask('POST', '/api/articles', { by: lead, json: { text } });
    const all = sentences.slice(0, 400).map((exact, at) => ({
      ...{
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: `urn:a:${at}`,
        type: 'Annotation',
        motivation: 'tagging',
      },
      body: { type: 'TextualBody', purpose: 'tagging', value: 'cheese' },
      target: { source: 'https://example.org/', selector: { type: 'TextQuoteSelector', exact } },
    }));
    let isOver = false;
    const bringing = server
      .ask('POST', `/api/articles/${made.json.id}/annotations?preview=true`, {
        ...{ by: lead, body: JSON.stringify(all) },
        headers: { 'content-type': 'application/json', accept: 'application/x-ndjson' },
      })
      .finally(() => {
        isOver = true;
      });
    let answered = 0;
    while (!isOver) {
      assert.equal((await server.ask('GET', '/healthz')).status, 200);
      if (!isOver) answered += 1;
    }
    const lines = (await bringing).text.trim().split('\n');
    const { step, brought } = JSON.parse(lines.at(-1) ?? '{}');
    assert.deepEqual([step, brought.placed, brought.written], ['brought', 400, false]);
    assert.ok(answered >= 3, `${answered} were answered meanwhile`);
    assert.equal(JSON.parse(lines[0] ?? '{}').step, 'reading');
  }).timeout(60_000);

  describeWith(SAMPLES, "beside the W3C's own samples", () => {
    const each = async (kind: string, check: (id: string, answer: Received, name: string) => void): Promise<void> => {
      const id = await article();
      for (const name of globSync('*.json', { cwd: material(`${SAMPLES}/${kind}`) })) {
        const body = readFileSync(material(`${SAMPLES}/${kind}/${name}`));
        const headers = { 'content-type': 'application/ld+json' };
        check(id, await server.ask('POST', `/api/articles/${id}/annotations`, { by: annotator, body, headers }), name);
      }
    };

    it('each correct one is taken', () => each('correct', (_id, { status }, name) => assert.equal(status, 200, name)));

    it('each incorrect one is refused with its reason, and nothing is written', async () => {
      let last = '';
      await each('incorrect', (id, { status, json }, name) => {
        last = id;
        assert.equal(status, 422, name);
        assert.ok(json.faults.length > 0 && json.detail.includes(json.faults[0].words), name);
      });
      assert.equal((await shown(last)).version, 1);
    });
  });
});
