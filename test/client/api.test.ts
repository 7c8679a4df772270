import assert from 'node:assert/strict';
import { problemOf } from '../../client/api.ts';

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
