import assert from 'node:assert/strict';
import { EMPTY_DRAFT, readDraft } from '../../client/article-draft.ts';

describe('article draft', () => {
  it('is read back as it was kept', () => {
    const draft = { text: 'words', title: 'T', kept: ['0:Menu'], clean: false };
    assert.deepEqual(readDraft(JSON.stringify(draft)), draft);
  });
  for (const kept of [null, '', '{', 'null', '[]', '{"text":3}'])
    it(`is empty when what was kept is ${kept}`, () => assert.deepEqual(readDraft(kept), EMPTY_DRAFT));
  it('loses only what is damaged', () =>
    assert.deepEqual(readDraft('{"text":"a","kept":[1,"k"],"title":3}'), { text: 'a', kept: ['k'], clean: true }));
});
