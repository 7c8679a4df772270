import assert from 'node:assert/strict';
import type { Article } from '../../shared/article.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { judgedNow, outcomeLabel, outcomeOf } from '../../shared/outcome.ts';
import { perform } from '../../shared/rebase.ts';
import { begin } from '../support/anchored-article.ts';
import { put } from '../support/notation.ts';

const does = (article: Article, reviewer: string, ...parts: readonly AnyPart[]): Article => {
  const { article: after, dropped } = perform(article, parts, {
    reviewer,
    at: `2026-01-01T00:00:0${article.verdicts.size}.000Z`,
  });
  assert.deepEqual(dropped, []);
  return after;
};

const gives = (verdict: string, rating: string, more: object = {}): AnyPart => ({
  ...{ kind: 'verdict.give', verdict, claim: 'c', scale: 'truth@1', rating, rationale: '' },
  ...more,
});

const start = begin('inflation fell to [c:3 percent] last year');
const thirty = (article: Article): Article =>
  does(article, 'ed', { kind: 'text', target: 'body', steps: put(18, 19, '30')(article.doc) });

describe('the outcome of a claim', () => {
  it('is the rating that its reviewers agree on', () => {
    const outcome = outcomeOf(does(does(start, 'ann', gives('v1', 'true')), 'mara', gives('v2', 'true')), 'c');
    assert.deepEqual([outcome?.rating.id, outcome?.disputed, outcome?.stale], ['true', undefined, undefined]);
  });

  it('is disputed while they do not, whoever spoke last', () => {
    const both = does(does(start, 'ann', gives('v1', 'true')), 'mara', gives('v2', 'mixed'));
    const outcome = outcomeOf(both, 'c');
    assert.ok(outcome);
    assert.equal(outcomeLabel(outcome), 'Disputed');
    assert.equal(outcomeOf(does(both, 'mara', gives('v3', 'true')), 'c')?.disputed, undefined);
  });

  it('is stale when the words change after the verdict (T8)', () => {
    assert.equal(outcomeOf(thirty(does(start, 'ann', gives('v1', 'true'))), 'c')?.stale, 'words');
  });

  it('is stale from the start when its reviewer judged words that were no longer there (T8)', () => {
    const judged = judgedNow(start, 'c');
    assert.equal(judged.words, '3 percent');
    assert.equal(outcomeOf(does(thirty(start), 'ann', gives('v1', 'true', { judged })), 'c')?.stale, 'words');
  });
});
