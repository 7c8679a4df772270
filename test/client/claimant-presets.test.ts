import assert from 'node:assert/strict';
import { claimantsIn } from '../../client/claimant-presets.ts';
import { paragraph, writing } from '../support/edition.ts';

describe('the claimants of an article', () => {
  const ada = { name: 'Ada Minister', kind: 'person', words: 'It is far.', verb: 'said' };
  const { article } = writing('Moon', [paragraph('The moon is far. It is cold. Nobody lives there.')])
    .mark('una', 'far', 'The moon is far.', { attribution: [ada, { name: 'The Board' }] })
    .mark('una', 'cold', 'It is cold.', { attribution: [{ name: 'ADA minister', role: 'minister' }] })
    .mark('una', 'lives', 'Nobody lives there.', { attribution: [{ name: 'Nobody' }] })
    .act('una', { kind: 'claim.withdraw', claim: 'lives' });

  it('are each there once, those named most first, without those of withdrawn claims', () =>
    assert.deepEqual(
      claimantsIn(article).map(({ name }) => name),
      ['ADA minister', 'The Board'],
    ));
  it('bring their role along, and nothing that they said', () => {
    const [first] = claimantsIn(article);
    assert.deepEqual([first?.role, first?.words, first?.verb], ['minister', '', '']);
  });
});
