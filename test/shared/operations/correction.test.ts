import assert from 'node:assert/strict';
import { correctingSteps } from '../../../client/correcting.ts';
import { type Article, wordsOf } from '../../../shared/article.ts';
import { changeOf } from '../../../shared/change.ts';
import { correctionsIn, isExplained } from '../../../shared/corrected.ts';
import { correctionState } from '../../../shared/correction.ts';
import { type AnyPart, invertPart, parsePart } from '../../../shared/operations/index.ts';
import { staleness } from '../../../shared/outcome.ts';
import { Invalid } from '../../../shared/parsing.ts';
import { perform, stepsOf } from '../../../shared/rebase.ts';
import { Desk } from '../../support/acting-desk.ts';
import { cut, type Edit, insert, put, write } from '../../support/notation.ts';

const suggest = (exact: string, to: string, claim?: string): AnyPart => ({
  kind: 'correction.suggest',
  correction: 'k',
  ...(claim !== undefined && { claim }),
  quote: { exact, prefix: '', suffix: '' },
  to,
  why: 'The almanac says so',
});

const accepting = (article: Article): readonly AnyPart[] => {
  const correction = article.corrections.get('k');
  assert.ok(correction);
  return [
    { kind: 'text', target: 'body', steps: correctingSteps(article, correction) },
    { kind: 'correction.accept', correction: 'k' },
  ];
};

const LINE = 'the [c:moon is 80 percent] cheese';
const cheese = (to = '85 percent', from = '80 percent'): Desk => new Desk(LINE).does('ann', suggest(from, to));
const stateIn = ({ article }: Desk): string => {
  const correction = article.corrections.get('k');
  assert.ok(correction);
  return correctionState(article, correction);
};
const accepted = (desk: Desk): Desk => desk.does('eva', ...accepting(desk.article));

/** What comes of an acceptance that was made before somebody else's edit and gets its place after it. */
const acceptedOver = (desk: Desk, edit: Edit) => {
  const parts = accepting(desk.article);
  const steps = edit(desk.article.doc);
  const over = steps.map((step) => ({ target: 'body' as const, change: changeOf(step, undefined) }));
  desk.edits('ben', edit);
  const act = { reviewer: 'eva', at: '2026-01-01T09:00:00.000Z' };
  return perform(desk.article, parts, act, { over, atomic: true, authority: { id: 'eva', role: 'editor' } });
};

describe('a suggested correction', () => {
  it('waits, on an open text as a suggestion and on a locked one as a request to the writer', () => {
    assert.equal(stateIn(cheese()), 'suggested');
    const locked = cheese().does('lea', { kind: 'article.lock' });
    assert.equal(stateIn(locked), 'requested');
    locked.refuses('eva', 'editor', { kind: 'correction.accept', correction: 'k' }, 'locked');
    assert.equal(stateIn(accepted(locked.does('lea', { kind: 'article.unlock' }))), 'accepted');
  });

  it('is declined with a reason by an editor, withdrawn by who made it, and waits again when that is taken back', () => {
    const decline: AnyPart = { kind: 'correction.decline', correction: 'k', reason: 'It is 80' };
    const desk = cheese();
    desk.refuses('ben', 'annotator', decline, 'not-allowed');
    desk.does('eva', decline);
    assert.equal(desk.article.corrections.get('k')?.declined?.reason, 'It is 80');
    desk.refuses('ann', 'annotator', { kind: 'correction.withdraw', correction: 'k' }, 'answered');
    desk.refuses('ann', 'annotator', { kind: 'correction.reinstate', correction: 'k' }, 'not-allowed');
    desk.takesBack('eva', { kind: 'correction.reinstate', correction: 'k' });
    assert.equal(desk.article.corrections.get('k')?.declined?.reason, 'It is 80');
    assert.equal(stateIn(cheese().takesBack('eva', decline)), 'suggested');
    assert.equal(stateIn(cheese().takesBack('ann', { kind: 'correction.withdraw', correction: 'k' })), 'suggested');
    cheese().refuses('ben', 'editor', { kind: 'correction.withdraw', correction: 'k' }, 'not-allowed');
  });

  it('is of words on one line, and says something else than stands there', () => {
    const refused = (part: AnyPart): void => assert.throws(() => parsePart(part, 'part'), Invalid);
    refused(suggest('two\nlines', 'x'));
    refused(suggest('80', 'eighty\nfive'));
    refused(suggest('80', '80'));
    refused(suggest('80', ' 85'));
    assert.ok(parsePart(suggest('80', ''), 'part'));
  });

  it('is overtaken when its words change or go, and no longer when they are back (T4)', () => {
    const desk = cheese().edits('ben', put(12, 14, '90'));
    assert.equal(stateIn(desk), 'overtaken');
    assert.equal(stateIn(desk.edits('ben', put(12, 14, '80'))), 'suggested');
    assert.equal(stateIn(desk.edits('ben', cut(12, 22))), 'overtaken');
  });
});

describe('accepting a correction', () => {
  for (const [to, expected] of [
    ['85 percent', 'the [c~:moon is 85 percent] cheese'],
    ['80 percent of it', 'the [c~:moon is 80 percent of it] cheese'],
    ['almost 80 percent', 'the [c~:moon is almost 80 percent] cheese'],
    ['80', 'the [c~:moon is 80] cheese'],
    ['', 'the [c~:moon is] cheese'],
    ['four fifths', 'the [c~:moon is four fifths] cheese'],
  ] as const)
    it(`changes the words to "${to}" and moves the claim to them`, () => {
      const desk = accepted(cheese(to));
      assert.equal(write(desk.article).replace(/ ?\{.*\}/, ''), expected);
      assert.equal(wordsOf(desk.article, 'k'), to);
    });

  it('makes the verdict on the claim stale (T8), and its claim know why its words changed', () => {
    const desk = new Desk(LINE).does('ann', {
      ...{ kind: 'verdict.give', verdict: 'v', claim: 'c', scale: 'truth@1', rating: 'true', rationale: '' },
    } as AnyPart);
    const { article } = accepted(desk.does('ann', suggest('80 percent', '85 percent')));
    const verdict = article.verdicts.get('v');
    assert.equal(verdict && staleness(article, verdict), 'words');
    const by = correctionsIn(article, 'c');
    assert.deepEqual(
      by.map(({ id, accepted: { reviewer } }) => [id, reviewer]),
      [['k', 'eva']],
    );
    assert.ok(isExplained(article, 'c', by));
  });

  it('explains no other change of the claim: that one is still told (T4)', () => {
    const desk = accepted(cheese()).edits('ben', put(4, 8, 'sun'));
    assert.equal(isExplained(desk.article, 'c', correctionsIn(desk.article, 'c')), false);
  });

  it('keeps the marks and the claims of the words that stay', () => {
    const desk = new Desk('the [c:moon] is 80 percent cheese').does(
      'ann',
      suggest('moon is 80 percent', 'moon is 85 percent'),
    );
    assert.equal(write(accepted(desk).article).replace(/ ?\{.*\}/, ''), 'the [c:moon] is 85 percent cheese');
  });

  for (const [what, edit] of [
    ['a digit of them was changed', put(13, 14, '5')],
    ['something was typed among them', insert(14, '.5')],
    ['they were taken away', cut(12, 22)],
    ['some of them were taken away and typed anew in other words', put(12, 22, 'most of it')],
  ] as const)
    it(`refuses, and changes nothing, when ${what} a moment before (T4)`, () => {
      const desk = cheese();
      const { dropped, parts, article } = acceptedOver(desk, edit);
      assert.ok(dropped.some(({ reason }) => reason === 'words-changed' || reason === 'conflict'));
      assert.deepEqual(parts, []);
      assert.equal(write(article), write(desk.article));
    });

  it('goes where its words went when something else was typed a moment before', () => {
    const { article, dropped } = acceptedOver(cheese(), insert(0, 'Look: '));
    assert.deepEqual(dropped, []);
    assert.match(write(article), /^Look: the \[c~:moon is 85 percent\] cheese/);
  });

  it('vouches for the text: alone, or beside another change than its own, it takes no effect', () => {
    const accept: AnyPart = { kind: 'correction.accept', correction: 'k' };
    cheese().refuses('eva', 'editor', accept, 'words-changed');
    const desk = cheese();
    const steps = put(12, 14, '95')(desk.article.doc);
    const { parts, article } = perform(desk.article, [{ kind: 'text', target: 'body', steps }, accept], {
      ...{ reviewer: 'eva', at: '2026-01-01T09:00:00.000Z' },
    });
    assert.deepEqual([parts, article], [[], desk.article]);
  });

  it('is for editors and above', () =>
    cheese().refuses('ann', 'annotator', { kind: 'correction.accept', correction: 'k' }, 'not-allowed'));

  it('is taken back with its text, and can be done again', () => {
    const desk = cheese();
    const before = desk.article;
    const [text, accept] = accepting(before);
    assert.ok(text?.kind === 'text' && accept);
    accepted(desk);
    const inverse = text.steps.map((step, index) => {
      const doc = text.steps.slice(0, index).reduce((at, each) => each.apply(at).doc ?? at, before.doc);
      return step.invert(doc);
    });
    const back = invertPart(before, accept, { reviewer: 'eva', at: '' }) ?? [];
    desk.does('eva', ...back, { kind: 'text', target: 'body', steps: inverse.reverse() });
    assert.equal(stateIn(desk), 'suggested');
    assert.equal(write(desk.article), write(before));
    assert.equal(stateIn(desk.does('eva', ...accepting(desk.article))), 'accepted');
    assert.ok(stepsOf([text], 'body').length > 0);
  });
});
