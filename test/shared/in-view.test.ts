import assert from 'node:assert/strict';
import type { Article } from '../../shared/article.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { staleness } from '../../shared/outcome.ts';
import { perform } from '../../shared/rebase.ts';
import type { Role } from '../../shared/roles.ts';
import { seenArticle, sightOf } from '../../shared/sight.ts';
import { seenTask, tasksOf } from '../../shared/task.ts';
import { workOf } from '../../shared/work-now.ts';
import { Desk } from '../support/acting-desk.ts';

const gives = (verdict: string): AnyPart => ({
  ...{ kind: 'verdict.give', verdict, claim: 'c', scale: 'truth@1', rating: 'true', rationale: '' },
});
const source = (id: string): AnyPart => ({ kind: 'source.add', source: id, fields: { title: id } });
const attach = (evidence: string, visibility: readonly string[] | 'public' | 'desk'): AnyPart => ({
  ...{ kind: 'evidence.attach', evidence, claim: 'c', source: 's' },
  fields: { stance: 'supports', visibility },
});
const revise = (evidence: string, fields: object): AnyPart => ({ kind: 'evidence.revise', evidence, fields });
const moves = (move: 'ready' | 'first' | 'start'): AnyPart => ({ kind: 'work.move', claim: 'c', move });

/** Ann has evidence that she shows to una alone; both she and ben have judged. */
const judged = (): Desk =>
  new Desk('inflation fell to [c:3 percent] last year')
    .does('ann', source('s'), attach('secret', ['una']))
    .does('ben', attach('open', 'public'))
    .does('ann', gives('va'))
    .does('ben', gives('vb'));

const seenBy = (article: Article, id: string, role: Role = 'annotator'): Article => {
  const sight = sightOf(article, { id, role });
  return sight ? seenArticle(article, sight) : article;
};

const stale = (article: Article, verdict: string): string => {
  const found = article.verdicts.get(verdict);
  assert.ok(found);
  return staleness(article, found) ?? 'holds';
};

describe('a verdict where not everyone sees all evidence', () => {
  it('judges what its own reviewer sees: no more, though the log holds more', () => {
    const { article } = judged();
    assert.deepEqual(article.verdicts.get('va')?.judged.evidence, ['open#0', 'secret#0']);
    assert.deepEqual(article.verdicts.get('vb')?.judged.evidence, ['open#0']);
    assert.deepEqual([stale(article, 'va'), stale(article, 'vb')], ['holds', 'holds']);
  });

  it('goes stale by what its reviewer sees, and for those alone who see that', () => {
    const { article } = judged().does('ann', revise('secret', { note: 'it is otherwise' }));
    assert.deepEqual([stale(article, 'va'), stale(article, 'vb')], ['evidence', 'holds']);
    assert.equal(stale(seenBy(article, 'una'), 'va'), 'evidence');
    assert.equal(stale(seenBy(article, 'ben'), 'va'), 'holds');
  });

  it('is told without the evidence that is closed, as if there had been none', () => {
    const seen = seenBy(judged().article, 'ben');
    assert.deepEqual(seen.verdicts.get('va')?.judged.evidence, ['open#0']);
    assert.equal(JSON.stringify([...seen.evidence, ...seen.verdicts]).includes('secret'), false);
  });

  it('goes stale when evidence comes into its reviewer’s sight, and not by being shown to others', () => {
    const { article } = judged().does('ann', revise('secret', { visibility: ['una', 'zoe'] }));
    assert.equal(article.evidence.get('secret')?.revision, 0);
    assert.deepEqual([stale(article, 'va'), stale(article, 'vb')], ['holds', 'holds']);
    const shown = judged().does('ann', revise('secret', { visibility: 'desk' })).article;
    assert.deepEqual([stale(shown, 'va'), stale(shown, 'vb')], ['holds', 'evidence']);
  });

  it('holds on when evidence goes out of its reviewer’s sight', () => {
    const { article } = judged().does('ben', revise('open', { visibility: [] }));
    assert.deepEqual([stale(article, 'va'), stale(article, 'vb')], ['holds', 'holds']);
  });
});

describe('the work where not everyone sees all evidence', () => {
  const checked = (): Desk =>
    judged()
      .does('ann', moves('ready'))
      .does('ann', revise('secret', { note: 'no' }));
  const doing = (article: Article, id: string, part: AnyPart, role: Role = 'annotator') =>
    perform(article, [part], { reviewer: id, at: '2026-02-01T00:00:00.000Z' }, { authority: { id, role } });

  it('is open again for those who see what changed, and goes on for who does not', () => {
    const { article } = checked();
    assert.deepEqual(
      [
        workOf(article, 'c').state,
        workOf(seenBy(article, 'una'), 'c').state,
        workOf(seenBy(article, 'cid'), 'c').state,
      ],
      ['reopened', 'reopened', 'ready'],
    );
  });

  it('is moved by what its mover sees: no refusal tells of more', () => {
    const { article } = checked();
    assert.deepEqual(doing(article, 'cid', moves('first')).dropped, []);
    assert.deepEqual(doing(article, 'una', moves('first')).dropped, [{ part: 0, reason: 'moved-on' }]);
    assert.deepEqual(doing(article, 'una', moves('start')).dropped, []);
  });

  it('is the same on the page of who sees less, whatever made others move it', () => {
    const whole = doing(checked().article, 'una', moves('start'));
    const seen = seenBy(checked().article, 'cid');
    const replayed = perform(seen, [moves('start')], { reviewer: 'una', at: '2026-02-01T00:00:00.000Z' });
    assert.deepEqual([whole.dropped, replayed.dropped], [[], []]);
    assert.equal(workOf(replayed.article, 'c').state, workOf(whole.article, 'c').state);
  });

  it('stands in a viewer’s list as it stands by what is public', () => {
    const desk = judged()
      .does('ann', revise('secret', { visibility: 'desk' }))
      .does('ben', gives('vb2'));
    const { article } = desk.does('ann', moves('ready')).does('ann', revise('secret', { note: 'no' }));
    const [task] = tasksOf(article);
    assert.ok(task);
    assert.deepEqual([seenTask(task, 'annotator')?.state, seenTask(task, 'viewer')?.state], ['reopened', 'ready']);
    assert.equal(JSON.stringify(seenTask(task, 'annotator')).includes('publicly'), false);
  });
});
