import assert from 'node:assert/strict';
import { aDocx, added, deleted, from, note, p, to, words } from '../../support/a-docx.ts';
import { RAW, WHICH } from '../../support/the-article.ts';
import { type Member, type Received, type RunningServer, startServer } from './a-server.ts';

const BODY =
  p('What the moon is made of', 'Title') +
  p(words('It is ') + from(1) + from(2) + words('far') + to(1) + to(2) + words(' away.') + note(1)) +
  p(words('It is ') + deleted('green', 'Ben') + added('grey', 'Ben') + words(' and cold.'));

const FILE = aDocx(BODY, {
  comments: [
    { id: 1, by: 'Una Ní', text: 'How far?', resolved: true },
    { id: 2, by: 'Ben', text: '384,400 km', answers: 1 },
    { id: 3, by: 'Ben', text: 'On nothing at all.' },
  ],
  footnotes: ['Almanac, p. 3'],
});

describe('a Word file that comes in', () => {
  let server: RunningServer;
  let editor: Member;
  before(async () => {
    server = await startServer();
    editor = await server.add('editor', 'Eve');
  });
  after(() => server.close());

  const post = (path: string, file: Uint8Array, name = 'moon.docx'): Promise<Received> => {
    const body = new FormData();
    body.set('file', new File([file.slice()], name));
    return server.ask('POST', path, { by: editor, body });
  };

  it('shows before what will come along', async () => {
    const { json } = await post('/api/readings', FILE);
    assert.equal(json.format, 'docx');
    assert.deepEqual(
      json.remarks.map((each: { kind: string }) => each.kind),
      ['comment', 'footnote'],
    );
    assert.equal(json.suggestions.length, 1);
    assert.deepEqual(json.removed, [
      { text: 'Ben: On nothing at all.', reason: 'A comment or note that stands on no words of the text', before: 2 },
    ]);
  });

  it('brings its comments, notes and changes along, under the name of who brought them in (T6)', async () => {
    const made = await post('/api/articles', FILE);
    assert.equal(made.status, 201, made.text);
    const { json: article } = await server.ask('GET', `/api/articles/${made.json.id}`, { by: editor });
    const { json: log } = await server.ask('GET', `/api/articles/${made.json.id}/log`, { by: editor });
    assert.deepEqual(
      log.entries.map((each: { reviewer: string }) => each.reviewer === editor.account.id),
      [true, true],
    );
    const [comment, footnote] = article.threads;
    const at = '2026-03-04T05:06:00Z';
    assert.equal(comment.words, 'far');
    assert.equal(comment.anchor.state, 'exact');
    assert.equal(comment.resolved.reviewer, editor.account.id);
    assert.deepEqual(
      comment.messages.map(({ text, imported, reviewer }: Record<string, unknown>) => [text, imported, reviewer]),
      [
        ['How far?', { as: 'comment', author: 'Una Ní', at }, editor.account.id],
        ['384,400 km', { as: 'comment', author: 'Ben', at }, editor.account.id],
      ],
    );
    assert.equal(footnote.words, 'It is far away.');
    assert.deepEqual(footnote.messages[0].imported, { as: 'footnote', author: '' });
    const [correction] = article.corrections;
    assert.equal(correction.words, 'green');
    assert.equal(correction.to, 'grey');
    assert.deepEqual(correction.imported, { as: 'change', author: 'Ben', at: '2026-01-02T03:04:00Z' });
    assert.equal(article.removed.length, 1);
  });

  it('keeps them on their words under another title', async () => {
    const body = new FormData();
    body.set('file', new File([FILE.slice()], 'moon.docx'));
    body.set('title', 'Another title');
    const made = await server.ask('POST', '/api/articles', { by: editor, body });
    const { json: article } = await server.ask('GET', `/api/articles/${made.json.id}`, { by: editor });
    assert.deepEqual(
      [...article.threads, ...article.corrections].map(({ words }: { words: string }) => words),
      ['far', 'It is far away.', 'green'],
    );
  });

  it('that an article went out as brings its claims with it, and what was said about them', async () => {
    const { json } = await post('/api/articles', FILE);
    const parts = [
      {
        kind: 'claim.mark',
        claim: 'c',
        quote: { exact: 'far away' },
        fields: { statement: 'It is far.', tags: ['moon'] },
      },
      { kind: 'verdict.give', verdict: 'v', claim: 'c', scale: 'truth@1', rating: 'true', rationale: 'Measured.' },
      { kind: 'thread.open', thread: 't', claim: 'c', message: 'm', text: 'How far?', mentions: [] },
    ];
    const done = { opId: 'o', base: 2, parts };
    const answer = await server.ask('POST', `/api/articles/${json.id}/operations`, { by: editor, json: done });
    assert.equal(answer.status, 200, answer.text);
    const headers = { authorization: `Bearer ${editor.token}` };
    const out = await fetch(`${server.url}/api/articles/${json.id}/export/docx`, { headers });
    assert.match(out.headers.get('content-disposition') ?? '', /\.docx/);
    const made = await post('/api/articles', new Uint8Array(await out.arrayBuffer()));
    assert.equal(made.status, 201, made.text);
    const { json: back } = await server.ask('GET', `/api/articles/${made.json.id}`, { by: editor });
    assert.deepEqual(
      back.claims.map(({ words, statement, tags, imported }: Record<string, unknown>) => [
        words,
        statement,
        tags,
        imported,
      ]),
      [['far away', 'It is far.', ['moon'], { as: 'comment', author: 'Eve', at: back.claims[0].imported.at }]],
    );
    const said = back.threads.flatMap(({ messages }: { messages: { text: string }[] }) =>
      messages.map(({ text }) => text),
    );
    assert.ok(said.includes('How far?'));
    assert.ok(
      said.some((text: string) => text.startsWith('Outcome: True (Five-point truth scale, version 1)')),
      said.join('|'),
    );
  });

  it('that is none is refused with what it is', async () => {
    const old = await post('/api/readings', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
    assert.deepEqual([old.status, old.json.wrong?.name], [422, 'old-word']);
    const torn = await post('/api/readings', FILE.subarray(0, 700));
    assert.deepEqual([torn.status, torn.json.wrong?.name], [422, 'broken-file']);
    const empty = await post('/api/readings', aDocx(p('').repeat(3)));
    assert.deepEqual([empty.status, empty.json.wrong?.name], [422, 'no-words']);
  });

  it(`that holds ${WHICH} becomes what its paste becomes`, async () => {
    const pasted = (await server.ask('POST', '/api/readings', { by: editor, json: { text: RAW } })).json;
    const { json } = await post(
      '/api/readings',
      aDocx(
        RAW.trimEnd()
          .split('\n')
          .map((line) => p(line))
          .join(''),
      ),
    );
    assert.equal(json.title, pasted.title);
    assert.deepEqual(json.blocks, pasted.blocks);
    assert.deepEqual(
      json.removed.map((each: { text: string }) => each.text),
      pasted.removed.flatMap((each: { text: string }) => each.text.split('\n')),
    );
  });
});
