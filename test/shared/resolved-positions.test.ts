import assert from 'node:assert/strict';
import { REMEMBERED_TEXTS } from '../../shared/resolved-positions.ts';
import { emptyDoc } from '../../shared/schema.ts';

describe('resolved positions', () => {
  it('are remembered while their text is one of the latest', () => {
    const doc = emptyDoc();
    assert.equal(doc.resolve(1), doc.resolve(1));
    assert.notEqual(doc.resolve(1), doc.resolve(2));
    assert.equal(doc.resolve(2).pos, 2);
  });

  it('are forgotten with their text, so that no key leaves a text behind', () => {
    const doc = emptyDoc();
    const before = doc.resolve(1);
    for (let other = 0; other < REMEMBERED_TEXTS; other += 1) emptyDoc().resolve(1);
    assert.notEqual(doc.resolve(1), before);
    assert.deepEqual([doc.resolve(1).pos, doc.resolve(1).parent], [1, before.parent]);
  });
});
