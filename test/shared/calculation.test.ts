import assert from 'node:assert/strict';
import { type Article, articleFromJson, articleToJson } from '../../shared/article.ts';
import { type Calculation, calculationWords, filledFormula, resultWords } from '../../shared/calculation.ts';
import { noticesBetween } from '../../shared/notice.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { judgedNow, outcomeOf } from '../../shared/outcome.ts';
import { perform } from '../../shared/rebase.ts';
import { SOURCE_FIELDS } from '../../shared/source.ts';
import { aCalculation, anInput } from '../support/a-calculation.ts';
import { begin } from '../support/anchored-article.ts';
import { assertSame } from '../support/newsroom.ts';

const does = (article: Article, ...parts: AnyPart[]): Article => {
  const done = perform(article, parts, { reviewer: 'ann', at: '2026-01-01T00:00:00.000Z' });
  assert.deepEqual(done.dropped, []);
  return done.article;
};

const cited = anInput('hit', '49', { evidence: 'e1' });
const share = aCalculation('hit / all', [cited, anInput('all', '64')], { unit: '%', low: '76.6', high: '76.6' });

/** A claim with a source for its numbers, a calculation from these, and a verdict on it all. */
const judged = (calculation: Calculation = share): Article =>
  does(
    begin('[c:Almost 80 percent] of it'),
    { kind: 'source.add', source: 's1', fields: { title: 'The list' } },
    { kind: 'evidence.attach', evidence: 'e1', claim: 'c', source: 's1', fields: { stance: 'context', passage: '49' } },
    { kind: 'source.add', source: 's2', fields: { title: 'Share', kind: 'calculation', calculation } },
    { kind: 'evidence.attach', evidence: 'e2', claim: 'c', source: 's2', fields: { stance: 'refutes' } },
    { kind: 'verdict.give', verdict: 'v', claim: 'c', scale: 'truth@1', rating: 'false' },
  );

const revised = (fields: Partial<Calculation>): AnyPart => ({
  kind: 'source.revise',
  source: 's2',
  fields: { calculation: { ...share, ...fields } },
});

describe('a calculation', () => {
  it('is read from a field of its source, and refused where it is none', () => {
    const read = (value: unknown) => SOURCE_FIELDS.calculation.parse(value, 'calculation');
    assert.deepEqual(read(share), share);
    assert.equal(read(''), '');
    for (const [change, where] of [
      [{ formula: ' ' }, /formula/],
      [{ formula: 'x'.repeat(501) }, /formula/],
      [{ inputs: [cited, cited] }, /same name/],
      [{ inputs: [{ ...cited, name: '2 b' }] }, /inputs\[0\]\.name/],
      [{ inputs: [{ ...cited, value: '1e9' }] }, /inputs\[0\]\.value/],
      [{ inputs: [{ ...cited, value: '2015-02-30' }] }, /inputs\[0\]\.value/],
      [{ inputs: [{ ...cited, bound: 'surely' }] }, /inputs\[0\]\.bound/],
      [{ digits: 13 }, /digits/],
      [{ low: 'Infinity' }, /low/],
    ] as const)
      assert.throws(() => read({ ...share, ...change }), where);
  });

  it('is said with the numbers in place of the names, and its result as far as it is bound', () => {
    assert.equal(calculationWords(share), '49 / 64 = 76.6 %');
    assert.equal(resultWords({ low: '76.6', high: '', unit: '%' }), 'at least 76.6 %');
    assert.equal(resultWords({ low: '', high: '3', unit: 'km' }), 'at most 3 km');
    assert.equal(resultWords({ low: '3', high: '4', unit: '' }), '3 to 4');
    const names = aCalculation('a + aa / sum(a, b)', [anInput('a', '1'), anInput('aa', '2')]);
    assert.equal(filledFormula(names), '1 + 2 / sum(1, b)');
  });

  it('makes the verdicts on it stale when it is changed, and tells those who judged it', () => {
    const before = judged();
    assert.equal(outcomeOf(before, 'c')?.stale, undefined);
    const after = does(before, revised({ inputs: [cited, anInput('all', '65')], low: '75.4', high: '75.4' }));
    assert.equal(outcomeOf(after, 'c')?.stale, 'evidence');
    assert.deepEqual(
      noticesBetween(before, after).map(({ kind }) => kind),
      ['stale'],
    );
    assert.deepEqual(after.sources.get('s2')?.worked, { revision: 1, before: [share] });
  });

  it('leaves them alone when it is written again as it was, or its title is changed', () => {
    const same = does(judged(), revised({}), { kind: 'source.revise', source: 's2', fields: { title: 'The share' } });
    assert.equal(outcomeOf(same, 'c')?.stale, undefined);
  });

  it('makes the verdicts on it stale when what an input is from is changed or withdrawn', () => {
    const changed = does(judged(), { kind: 'evidence.revise', evidence: 'e1', fields: { passage: '48' } });
    assert.equal(outcomeOf(changed, 'c')?.stale, 'evidence');
    const gone = does(judged(), { kind: 'evidence.withdraw', evidence: 'e1' });
    assert.equal(outcomeOf(gone, 'c')?.stale, 'evidence');
    assert.equal(outcomeOf(does(gone, { kind: 'evidence.reinstate', evidence: 'e1' }), 'c')?.stale, undefined);
  });

  it('also when that is evidence of another claim, or of another calculation, in a circle too', () => {
    const two = does(
      begin('[c:Almost 80 percent] of [d:it]'),
      {
        kind: 'source.add',
        source: 's1',
        fields: { title: 'One', calculation: { ...share, inputs: [{ ...cited, evidence: 'e2' }] } },
      },
      { kind: 'evidence.attach', evidence: 'e1', claim: 'd', source: 's1', fields: { stance: 'context' } },
      { kind: 'source.add', source: 's2', fields: { title: 'Two', calculation: share } },
      { kind: 'evidence.attach', evidence: 'e2', claim: 'c', source: 's2', fields: { stance: 'supports' } },
    );
    assert.deepEqual(judgedNow(two, 'c', 'una').evidence, ['e1#0', 'e2#0', 's1@0', 's2@0']);
  });

  it('is written out and read back with what it was before; a source of an earlier day has none', () => {
    const article = does(judged(), revised({ formula: 'hit / 65' }));
    assertSame(articleFromJson(JSON.parse(JSON.stringify(articleToJson(article)))), article);
    const json = JSON.parse(JSON.stringify(articleToJson(article)));
    delete json.sources.s1.calculation;
    assertSame(articleFromJson(json), article);
  });

  it('is kept with its last 20 versions', () => {
    const changes = Array.from({ length: 25 }, (_, index) => revised({ formula: `hit / ${index + 1}` }));
    const { worked } = does(judged(), ...changes).sources.get('s2') ?? {};
    assert.equal(worked?.revision, 25);
    assert.deepEqual(
      worked?.before.map(({ formula }) => formula),
      Array.from({ length: 20 }, (_, index) => `hit / ${index + 5}`),
    );
  });
});
