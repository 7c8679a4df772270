import assert from 'node:assert/strict';
import { ask, problemOf } from '../../client/api.ts';
import { startSite } from '../support/a-site.ts';

describe('problem', () => {
  it('says the detail of problem+json', () =>
    assert.deepEqual(problemOf(410, { title: 'Gone', detail: 'This link is used.' }), {
      kind: 'refused',
      words: 'This link is used.',
    }));
  it('names the wrong field, and says it without the name', () =>
    assert.deepEqual(problemOf(422, { detail: 'email: an address is expected', where: 'email' }), {
      kind: 'refused',
      where: 'email',
      words: 'An address is expected',
    }));
  it('says the title when there is no detail', () =>
    assert.equal(problemOf(409, { title: 'Conflict', detail: '' }).words, 'Conflict'));
  for (const status of [400, 403, 404, 413, 429, 500, 503])
    it(`has a sentence for ${status} without a body`, () => {
      assert.match(problemOf(status, undefined).words, /^[A-Z].*\.$/);
      assert.match(problemOf(status, '<html>').words, /^[A-Z].*\.$/);
    });
  it('tells who is signed out, and when the server is broken', () => {
    assert.equal(problemOf(401, null).kind, 'signed-out');
    assert.equal(problemOf(502, null).kind, 'broken');
  });
});

describe('what is asked', () => {
  const answers: Readonly<Record<string, readonly [status: number, body: string, length?: number]>> = {
    '/whole': [200, '{"things":[]}'],
    '/nothing': [204, ''],
    '/broken-off': [200, '{"things":[', 100],
    '/in-between': [200, '<html>Welcome aboard. Sign in to the train.'],
    '/proxy': [502, '<html>Bad gateway'],
  };
  const asked = async (path: string) => {
    const site = await startSite((_, response) => {
      const [status, body, length = body.length] = answers[path] ?? [404, ''];
      response.writeHead(status, status === 204 ? {} : { 'content-length': length });
      response.write(body, () => (length > body.length ? response.destroy() : response.end()));
    });
    try {
      const answer = await ask('GET', `${site.url}${path}`);
      return 'problem' in answer ? answer.problem.kind : answer.value;
    } finally {
      await site.close();
    }
  };

  it('comes as the server says it', async () => assert.deepEqual(await asked('/whole'), { things: [] }));
  it('may be nothing', async () => assert.equal(await asked('/nothing'), undefined));
  it('is not answered where the answer breaks off', async () => assert.equal(await asked('/broken-off'), 'offline'));
  it('is not answered where another answers than the server', async () =>
    assert.equal(await asked('/in-between'), 'offline'));
  it('failed on the server where a proxy says so in its own words', async () =>
    assert.equal(await asked('/proxy'), 'broken'));
});
