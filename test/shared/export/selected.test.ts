import assert from 'node:assert/strict';
import { csv } from '../../../shared/export/csv.ts';
import { jsonl } from '../../../shared/export/jsonl.ts';
import { markdown } from '../../../shared/export/markdown.ts';
import { type Selection, selectedEdition, selectionInWords } from '../../../shared/export/selected.ts';
import { paragraph, richEdition, verdict, writing } from '../../support/edition.ts';

const ALL: Selection = { work: [], outcomes: [], claims: [] };

const idsOf = (asked: Partial<Selection>, edition = richEdition()): readonly string[] => [
  ...selectedEdition(edition, { ...ALL, ...asked }).article.claims.keys(),
];

describe('a selection of claims', () => {
  it('is the edition itself where nothing is asked', () => {
    const edition = richEdition();
    assert.equal(selectedEdition(edition, ALL), edition);
  });

  it('has those whose outcome is asked for, or why they have none', () => {
    assert.deepEqual(idsOf({ outcomes: ['false'] }), ['share', 'lines']);
    assert.deepEqual(idsOf({ outcomes: ['-uncheckable'] }), ['best']);
    assert.deepEqual(idsOf({ outcomes: ['-none'] }), ['arabic']);
    assert.ok(idsOf({ outcomes: ['-stale'] }).includes('rover'));
  });

  it('has those whose work stands as is asked, and fits every question', () => {
    assert.deepEqual(idsOf({ work: ['reopened'] }), ['said']);
    assert.deepEqual(idsOf({ work: ['reopened'], outcomes: ['false'] }), []);
    assert.deepEqual(idsOf({ claims: ['share', 'said', 'head'] }), ['said', 'share'], 'a withdrawn one is in none');
  });

  it('keeps what belongs to them, and nothing of the others', () => {
    const { article } = selectedEdition(richEdition(), { ...ALL, claims: ['share'] });
    assert.deepEqual([...article.evidence.keys()], ['e1', 'e2', 'e3']);
    assert.ok([...article.verdicts.values()].every(({ claim }) => claim === 'share'));
    assert.deepEqual([article.contacts.size, article.work.size, article.rationales.size], [0, 0, 0]);
  });

  it('brings along what a claim rests on: the one that it repeats, and its parts', () => {
    const log = writing('T', [paragraph('The moon is round and grey. It is round.')])
      .mark('una', 'whole', 'The moon is round and grey.')
      .mark('una', 'part', 'grey', { parent: 'whole' })
      .mark('una', 'again', 'It is round.', { sameAs: 'whole' })
      .act('una', verdict('v', 'part', 'true', ''));
    assert.deepEqual(idsOf({ claims: ['again'] }, log.edition()), ['whole', 'part', 'again']);
    assert.deepEqual(idsOf({ claims: ['part'] }, log.edition()), ['part']);
  });

  it('is stated in the file', () => {
    const some = selectedEdition(richEdition(), { ...ALL, outcomes: ['false'] });
    assert.equal(selectionInWords(some), '2 of 11 claims (outcome: false)');
    assert.ok(String(markdown.write(some)).includes('**Claims:** 2 of 11 claims (outcome: false)'));
    assert.equal(String(csv.write(some)).match(/2 of 11 claims/g)?.length, 2);
    const [article] = String(jsonl.write(some)).split('\n');
    assert.deepEqual(JSON.parse(article ?? '').selection, { ...ALL, outcomes: ['false'], shown: 2, of: 11 });
  });
});
