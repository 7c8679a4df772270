import assert from 'node:assert/strict';
import { comesFrom, differences, doubtOf, judgedCalculation } from '../../../client/calculation/checks.ts';
import type { Article } from '../../../shared/article.ts';
import { resultWords } from '../../../shared/calculation.ts';
import type { AnyPart } from '../../../shared/operations/index.ts';
import { judgedNow } from '../../../shared/outcome.ts';
import { perform } from '../../../shared/rebase.ts';
import { aCalculation, anInput } from '../../support/a-calculation.ts';
import { begin } from '../../support/anchored-article.ts';

const does = (article: Article, ...parts: AnyPart[]): Article => {
  const done = perform(article, parts, { reviewer: 'ann', at: '2026-01-01T00:00:00.000Z' });
  assert.deepEqual(done.dropped, []);
  return done.article;
};

const all = anInput('all', '1064', { evidence: 'e1' });
const share = aCalculation('hit / all', [anInput('hit', '49'), all], { unit: '%', low: '4.6', high: '4.6' });

const start = does(
  begin('[c:Almost 80 percent] of it'),
  { kind: 'source.add', source: 's1', fields: { title: 'The list' } },
  {
    ...{ kind: 'evidence.attach', evidence: 'e1', claim: 'c', source: 's1' },
    fields: { stance: 'context', passage: 'There were 1,064 of them.' },
  },
  { kind: 'source.add', source: 's2', fields: { title: 'Share', calculation: share } },
  { kind: 'evidence.attach', evidence: 'e2', claim: 'c', source: 's2', fields: { stance: 'supports' } },
);

describe('an input that is from evidence', () => {
  it('is not doubted where the evidence is as it was and has its number', () => {
    assert.equal(doubtOf(start, all), undefined);
    assert.equal(doubtOf(start, anInput('hit', '49')), undefined);
  });

  it('is doubted where its number is not in the passage, and where the evidence was changed or withdrawn', () => {
    assert.equal(doubtOf(start, { ...all, value: '1065' }), 'not-there');
    const changed = does(start, { kind: 'evidence.revise', evidence: 'e1', fields: { note: 'Again' } });
    assert.equal(doubtOf(changed, all), 'revised');
    assert.equal(doubtOf(does(start, { kind: 'evidence.withdraw', evidence: 'e1' }), all), 'withdrawn');
    assert.equal(doubtOf(start, { ...all, evidence: 'e9' }), 'unseen');
  });
});

describe('what a calculation comes from', () => {
  it('is the sources that its inputs are from, each once, beside those that are known', () => {
    const twice = { ...share, inputs: [all, { ...all, name: 'again' }, anInput('gone', '1', { evidence: 'e9' })] };
    assert.deepEqual(comesFrom(start, twice), [{ source: 's1', manner: 'data' }]);
    const known = [{ source: 's1', manner: 'copy' }] as const;
    assert.deepEqual(comesFrom(start, twice, known), known);
  });
});

describe('a calculation that was changed after a verdict', () => {
  const revise = (calculation: typeof share): AnyPart => ({
    kind: 'source.revise',
    source: 's2',
    fields: { calculation },
  });
  const judged = judgedNow(start, 'c', 'ann');
  const later = does(
    start,
    revise({ ...share, formula: 'all / hit' }),
    revise({ ...share, inputs: [anInput('hit', '50'), all], low: '4.7', high: '4.7' }),
  );
  const source = (article: Article) => article.sources.get('s2')!;

  it('is told from what the verdict judged, however often it was changed', () => {
    assert.deepEqual(judgedCalculation(source(later), judged), share);
    assert.equal(judgedCalculation(source(start), judged), undefined);
    assert.equal(judgedCalculation(source(later), { words: '', evidence: ['e1#0'] }), undefined);
  });

  it('says which inputs are otherwise, and the result', () => {
    const { calculation } = source(later);
    assert.ok(calculation);
    const found = differences(share, calculation, { input: ({ value }) => value, result: resultWords });
    assert.deepEqual(
      found.map(({ of, name, before, after }) => `${of} ${name}: ${before} → ${after}`),
      ['input hit: 49 → 50', 'result : 4.6 % → 4.7 %'],
    );
    assert.deepEqual(differences(share, share, { input: ({ value }) => value, result: resultWords }), []);
  });
});
