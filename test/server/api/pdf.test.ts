import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { lockedPdf, MOON_PDF } from '../../support/pdfs.ts';
import { type Member, type Received, type RunningServer, startServer } from './a-server.ts';

describe('a PDF that comes in', () => {
  let server: RunningServer;
  let editor: Member;
  before(async () => {
    server = await startServer();
    editor = await server.add('editor', 'Eve');
  });
  after(() => server.close());

  const post = (path: string, file: Uint8Array): Promise<Received> => {
    const body = new FormData();
    body.set('file', new File([file.slice()], 'moon.pdf', { type: 'application/pdf' }));
    return server.ask('POST', path, { by: editor, body });
  };

  it('is an article, with what was removed, and its original kept', async () => {
    const made = await post('/api/articles', MOON_PDF);
    assert.equal(made.status, 201, made.text);
    const { json: article } = await server.ask('GET', `/api/articles/${made.json.id}`, { by: editor });
    assert.equal(article.title, 'What the moon is made of');
    assert.equal(article.origin.format, 'pdf');
    const { sha256, mediaType, size, name } = article.origin.original;
    assert.deepEqual(
      [sha256, mediaType, size, name],
      [hash('sha256', MOON_PDF), 'application/pdf', MOON_PDF.length, 'moon.pdf'],
    );
    assert.ok(article.removed.some(({ text }: { text: string }) => text === 'The Moon Report, spring of 2026'));
  });

  it('gives each claim the page that its words stood on, also after edits, and tells it where it is written out', async () => {
    const made = await post('/api/articles', MOON_PDF);
    const path = `/api/articles/${made.json.id}`;
    let base = 1;
    const acts = async (...parts: readonly object[]): Promise<void> => {
      const json = { opId: `o${base}`, base, parts };
      const done = await server.ask('POST', `${path}/operations`, { by: editor, json });
      assert.deepEqual(done.json.dropped, [], done.text);
      base = done.json.version;
    };
    const mark = (claim: string, exact: string): object => ({
      ...{ kind: 'claim.mark', claim, fields: {} },
      quote: { exact, prefix: '', suffix: '' },
    });
    const slice = { content: [{ type: 'text', text: 'Very long ago and far away: ' }] };
    await acts(mark('a', 'for the most part'), mark('b', 'nothing at all of stone'));
    await acts({ kind: 'text', target: 'body', steps: [{ stepType: 'replace', from: 1, to: 1, slice }] });
    await acts(mark('c', 'made of anything else, then or later'), mark('d', 'The earth'));
    const { claims } = (await server.ask('GET', path, { by: editor })).json;
    assert.deepEqual(
      claims.map(({ id, pages }: { id: string; pages: { first: number; last: number } }) => [
        id,
        pages.first,
        pages.last,
      ]),
      [
        ['a', 1, 1],
        ['c', 1, 2],
        ['d', 2, 2],
        ['b', 3, 3],
      ],
    );
    const told: Readonly<Record<string, RegExp>> = {
      markdown: /Page:\*\* pp\. 1–2/,
      html: /In the file: pp\. 1–2/,
      docx: /pp\. 1–2/,
      json: /"pages":\{"first":1,"last":2\}/,
    };
    for (const [format, words] of Object.entries(told)) {
      const written = await server.ask('GET', `${path}/export/${format}`, { by: editor });
      assert.match(written.text, words, format);
    }
  });

  it('that is locked is refused with what it is', async () => {
    const { status, json } = await post('/api/readings', lockedPdf());
    assert.deepEqual([status, json.wrong?.name], [422, 'locked-file']);
  });
});
