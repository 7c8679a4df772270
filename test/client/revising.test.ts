import assert from 'node:assert/strict';
import { changed, filledIn, overtaken, without } from '../../client/revising.ts';

const record = { statement: 'The moon is cheese.', kind: 'event', saidAt: '' };
type Claim = typeof record;

describe('a form on a record that others change', () => {
  const begun = filledIn<Claim>(undefined, record, { statement: 'The moon is stone.' });

  it('is not overtaken while nobody changes the same', () =>
    assert.deepEqual(overtaken(begun, { ...record, kind: 'statistic' }), []));

  it('is overtaken by another text', () =>
    assert.deepEqual(overtaken(begun, { ...record, statement: 'The moon is milk.' }), ['statement']));

  it('is not overtaken by the very text it has', () =>
    assert.deepEqual(overtaken(begun, { ...record, statement: 'The moon is stone.' }), []));

  it('stays overtaken however much more is typed', () => {
    const theirs = { ...record, statement: 'The moon is milk.' };
    assert.deepEqual(overtaken(filledIn(begun, theirs, { statement: 'The moon is…' }), theirs), ['statement']);
  });

  it('says what it changes', () =>
    assert.deepEqual(changed(filledIn(begun, record, { saidAt: '' }), record), ['statement']));

  it('is nothing when its last field is dropped', () => {
    const two = filledIn(begun, record, { saidAt: 'New York' });
    assert.deepEqual(without(two, ['statement'])?.values, { saidAt: 'New York' });
    assert.equal(without(two, ['statement', 'saidAt']), undefined);
  });
});
