import assert from 'node:assert/strict';
import { claimsLeaningOn, retractedBehind } from '../../../shared/leaning.ts';
import { invertPart, parsePart } from '../../../shared/operations/index.ts';
import { outcomeOf } from '../../../shared/outcome.ts';
import { workOf } from '../../../shared/work-now.ts';
import { evidence, paragraph, verdict, type Writing, writing } from '../../support/edition.ts';

/** A claim judged on a study, one judged on a paper that quotes the study, and one on something else. */
const judged = (): Writing =>
  writing('T', [paragraph('One is so. Two is so. Three is so.')])
    .mark('una', 'one', 'One is so.')
    .mark('una', 'two', 'Two is so.')
    .mark('una', 'three', 'Three is so.')
    .act('una', { kind: 'source.add', source: 'study', fields: { title: 'The study' } })
    .act('una', {
      ...{ kind: 'source.add', source: 'paper' },
      fields: { title: 'The paper', derivesFrom: [{ source: 'study', manner: 'quotes' }] },
    })
    .act('una', { kind: 'source.add', source: 'other', fields: { title: 'Another' } })
    .act('una', evidence('e1', 'one', 'study', { stance: 'supports' }))
    .act('una', evidence('e2', 'two', 'paper', { stance: 'supports' }))
    .act('una', evidence('e3', 'three', 'other', { stance: 'supports' }))
    .act('una', verdict('v1', 'one', 'true', 'So it is.'))
    .act('una', verdict('v2', 'two', 'true', 'So it is.'))
    .act('una', verdict('v3', 'three', 'true', 'So it is.'))
    .act('una', { kind: 'work.move', claim: 'one', move: 'ready' });

const RETRACT = { kind: 'source.retract', source: 'study', reason: 'Its authors withdrew it.' };

describe('a source that is retracted', () => {
  it('opens again what was judged on it, and nothing else (T8)', () => {
    const { article } = judged().act('ben', RETRACT);
    assert.equal(outcomeOf(article, 'one')?.stale, 'evidence');
    assert.equal(workOf(article, 'one').state, 'reopened');
    assert.equal(outcomeOf(article, 'three')?.stale, undefined);
  });

  it('is found behind every claim that leaned on it, at first hand and further back', () => {
    const { article } = judged().act('ben', RETRACT);
    assert.deepEqual(claimsLeaningOn(article, 'study'), ['one', 'two']);
    assert.deepEqual(
      ['one', 'two', 'three'].map((claim) => retractedBehind(article, claim)),
      [['study'], ['study'], []],
    );
  });

  it('says who retracted it and why, and can stand again', () => {
    const log = judged().act('ben', RETRACT);
    const { retracted } = log.article.sources.get('study')!;
    assert.deepEqual([retracted?.reviewer, retracted?.reason], ['ben', 'Its authors withdrew it.']);
    const part = parsePart(RETRACT, '');
    const [back] = invertPart(judged().article, part, { reviewer: 'ben', at: '' }) ?? [];
    assert.equal(log.act('ben', back).article.sources.get('study')?.retracted, undefined);
  });

  it('lets a claim be judged anew all the same', () => {
    const { article } = judged()
      .act('ben', RETRACT)
      .act('una', verdict('v4', 'one', 'unproven', 'The study is gone.'));
    assert.equal(outcomeOf(article, 'one')?.stale, undefined);
  });
});
