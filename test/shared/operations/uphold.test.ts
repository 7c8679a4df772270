import assert from 'node:assert/strict';
import { isUpheld, type Look, marksOf } from '../../../shared/look.ts';
import type { AnyPart } from '../../../shared/operations/index.ts';
import { outcomeOf, staleness } from '../../../shared/outcome.ts';
import { Desk } from '../../support/acting-desk.ts';

const URL = 'https://a.example/';
const cited: readonly AnyPart[] = [
  { kind: 'source.add', source: 's', fields: { title: 'Almanac', url: URL } },
  { kind: 'evidence.attach', evidence: 'e', claim: 'c', source: 's', fields: { stance: 'supports', passage: 'far' } },
  { kind: 'verdict.give', verdict: 'v', claim: 'c', scale: 'truth@1', rating: 'true', rationale: '' },
];
const uphold: AnyPart = {
  kind: 'evidence.uphold',
  evidence: 'e',
  ...{ state: 'changed', words: 'It is near.', capture: 'k', sha256: '0'.repeat(64) },
};
const desk = (): Desk => new Desk('the [c:moon] is far').does('ann', ...cited);

const look = (after = 'It is near.', revision = 0): Look => ({
  ...{ source: 's', address: URL, at: '2026-01-02T00:00:00.000Z', by: '', came: 'other', failed: 0 },
  findings: [
    { evidence: 'e', revision, state: 'changed', before: 'It is far.', after, capture: 'k', sha256: '0'.repeat(64) },
  ],
});
const marked = (at: Desk, seen = look()): readonly string[] => marksOf(at.article, seen).map(({ claim }) => claim);

describe('a claim whose source changed', () => {
  it('is marked, with those whose work rests on it; its verdict judged the frozen copy and is not stale', () => {
    const at = desk().does('ann', { kind: 'claim.revise', claim: 'c', fields: { assignee: 'ben' } });
    const [mark] = marksOf(at.article, look());
    assert.deepEqual([mark?.words, mark?.source, mark?.holders], ['moon', 'Almanac', ['ben', 'ann']]);
    assert.equal(outcomeOf(at.article, 'c')?.stale, undefined);
  });

  it('is marked no more once somebody has said that it makes no difference, and again when the page is another again', () => {
    const at = desk().does('ben', uphold);
    assert.deepEqual([marked(at), marked(at, look('It is very near.'))], [[], ['c']]);
    const verdict = at.article.verdicts.get('v');
    assert.equal(verdict && staleness(at.article, verdict), undefined);
  });

  it('is marked no more when its evidence is revised, withdrawn or of another address, or the claim is withdrawn', () => {
    for (const part of [
      { kind: 'evidence.revise', evidence: 'e', fields: { note: 'So' } },
      { kind: 'evidence.withdraw', evidence: 'e' },
      { kind: 'source.revise', source: 's', fields: { url: 'https://b.example/' } },
      { kind: 'claim.withdraw', claim: 'c' },
    ] as const)
      assert.deepEqual(marked(desk().does('ann', part)), [], part.kind);
  });

  it('is upheld for the words that were seen: revised evidence is not', () => {
    const at = desk()
      .does('ben', uphold)
      .does('ann', { kind: 'evidence.revise', evidence: 'e', fields: { note: 'So' } });
    assert.equal(at.article.evidence.get('e')?.upheld, undefined);
    assert.deepEqual(marked(at, look('It is near.', 1)), ['c']);
  });

  it('is as it was after upholding is taken back, and what was upheld before stands again', () => {
    const at = desk().takesBack('ben', uphold);
    assert.deepEqual(marked(at), ['c']);
    at.does('ben', uphold).takesBack('ben', { ...uphold, words: 'It is very near.' });
    assert.deepEqual(marked(at), []);
    at.does('ben', { kind: 'evidence.unuphold', evidence: 'e' });
    assert.deepEqual(marked(at), ['c']);
  });

  it('is upheld by annotators and above; what another upheld is taken back by a lead alone', () => {
    const at = desk();
    at.refuses('vic', 'viewer', uphold, 'not-allowed');
    at.does('ben', uphold).refuses('ann', 'annotator', { kind: 'evidence.unuphold', evidence: 'e' }, 'not-allowed');
    at.does('ann', { kind: 'evidence.withdraw', evidence: 'e' }).refuses('ben', 'annotator', uphold, 'unknown');
  });

  it('of which much of the page changed is upheld for the copy that was seen', () => {
    const [finding] = look('').findings;
    assert.ok(finding);
    const page = { ...finding, state: 'page' as const };
    const upheld = { ...{ state: 'page' as const, words: '', sha256: '' }, reviewer: 'ben', at: '', capture: 'k' };
    assert.deepEqual([isUpheld({ upheld }, page), isUpheld({ upheld }, { ...page, capture: 'k2' })], [true, false]);
  });
});
