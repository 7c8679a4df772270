import assert from 'node:assert/strict';
import { columnsOf, moveToState, nextState, whyNotMoved } from '../../client/board.ts';
import type { Effect, Sight } from '../../client/commands.ts';
import { type Article, blankArticle } from '../../shared/article.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { perform } from '../../shared/rebase.ts';
import type { Role } from '../../shared/roles.ts';
import type { WorkState } from '../../shared/work.ts';
import { workOf } from '../../shared/work-now.ts';
import { docOf, marksOf, readNotation } from '../support/notation.ts';

const act = { reviewer: 'ann', at: '2026-01-01T00:00:00.000Z' };
const { text, claims } = readNotation('[a:moon] and [b:sun] and [c:moon]');
const give: AnyPart = {
  kind: 'verdict.give',
  verdict: 'v',
  claim: 'a',
  scale: 'truth@1',
  rating: 'true',
  rationale: '',
};
const start = perform(
  { ...blankArticle(), version: 1, doc: docOf(text) },
  [...marksOf(docOf(text), claims), give, { kind: 'claim.revise', claim: 'c', fields: { sameAs: 'a' } }],
  act,
).article;

const sightOf = (article: Article, reviewer = 'ann', role: Role = 'annotator'): Sight => ({
  ...{ article, claim: undefined, editing: false, newId: () => 'n', selection: { from: 0, to: 0 } },
  reviewer: { id: reviewer, role },
});

const moved = (article: Article, to: WorkState, reviewer = 'ann', reason = ''): Article => {
  let effect: Effect | undefined;
  assert.ok(
    moveToState(
      'a',
      to,
      reason,
    )(sightOf(article, reviewer), (made) => {
      effect = made;
    }),
  );
  return perform(article, effect?.parts ?? [], { ...act, reviewer }).article;
};

const shown = (article: Article): readonly string[] =>
  [...columnsOf(article, [...article.claims.values()])]
    .filter(([, column]) => column.length > 0)
    .map(([state, column]) => `${state} ${column.map(({ id }) => id).join()}`);

describe('the board', () => {
  it('has every claim in the column of its state, and no other occurrence of one', () => {
    assert.deepEqual(shown(start), ['open a,b']);
    assert.deepEqual(shown(moved(start, 'working')), ['open b', 'working a']);
  });
  it('moves a claim where one move leads', () => {
    const ready = moved(moved(start, 'working'), 'ready');
    assert.equal(workOf(ready, 'a').state, 'ready');
    assert.equal(workOf(moved(ready, 'first', 'ben'), 'a').state, 'first');
    assert.equal(workOf(moved(ready, 'reopened', 'ben', 'Look again'), 'a').state, 'reopened');
  });
  it('says why one cannot be moved', () => {
    const ready = moved(start, 'ready');
    assert.equal(whyNotMoved(sightOf(ready), 'a', 'first'), 'own-work');
    assert.equal(whyNotMoved(sightOf(start), 'a', 'signed'), 'moved-on');
    assert.equal(whyNotMoved(sightOf(start, 'vic', 'viewer'), 'a', 'working'), 'not-allowed');
    assert.equal(whyNotMoved(sightOf(start), 'a', 'working'), undefined);
  });
  it('steps to the nearest state that it can be moved to', () => {
    assert.equal(nextState(sightOf(start), 'a', 1), 'working');
    assert.equal(nextState(sightOf(moved(start, 'ready')), 'a', 1), 'reopened');
    assert.equal(nextState(sightOf(moved(start, 'ready'), 'ben'), 'a', 1), 'first');
    assert.equal(nextState(sightOf(moved(start, 'working')), 'a', -1), 'open');
  });
});
