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

  it('that is locked is refused with what it is', async () => {
    const { status, json } = await post('/api/readings', lockedPdf());
    assert.deepEqual([status, json.wrong?.name], [422, 'locked-file']);
  });
});
