import assert from 'node:assert/strict';
import { type AnyPart, KINDS, tracesOf } from '../../../shared/operations/index.ts';
import { outcomeOf, staleness } from '../../../shared/outcome.ts';
import { Desk } from '../../support/acting-desk.ts';
import { cut, docOf, insert, marksOf, write } from '../../support/notation.ts';

const LINE = 'the [c:moon] is far';
const moon = (): Desk => new Desk(LINE);
const give = (verdict: string, rating: string): AnyPart => ({
  kind: 'verdict.give',
  verdict,
  claim: 'c',
  scale: 'truth@1',
  rating,
  rationale: '',
});
const attach: AnyPart = {
  kind: 'evidence.attach',
  evidence: 'e',
  claim: 'c',
  source: 's',
  fields: { stance: 'supports' },
};
const add: AnyPart = { kind: 'source.add', source: 's', fields: { title: 'Almanac' } };
const onFar: AnyPart = { kind: 'claim.reanchor', claim: 'c', quote: { exact: 'far', prefix: '', suffix: '' } };
const detach: AnyPart = { kind: 'claim.detach', claim: 'c' };

describe('taking back', () => {
  it('a marking withdraws the claim: nothing is deleted (T5)', () => {
    const [mark] = marksOf(docOf('the moon'), [{ id: 'm', from: 4, to: 8 }]);
    assert.ok(mark);
    const { article } = new Desk('the moon').takesBack('ben', mark);
    assert.equal(article.claims.get('m')?.withdrawn?.reviewer, 'ben');
  });

  it('a withdrawal brings the claim back, and the other way round', () => {
    const desk = moon().takesBack('ann', { kind: 'claim.withdraw', claim: 'c' });
    assert.equal(desk.article.claims.get('c')?.withdrawn, undefined);
    desk.does('ann', { kind: 'claim.withdraw', claim: 'c' }).takesBack('ann', { kind: 'claim.reinstate', claim: 'c' });
    assert.ok(desk.article.claims.get('c')?.withdrawn);
  });

  it('what was set aside is taken back and set aside again; nothing is deleted (T5)', () => {
    const set: AnyPart = { kind: 'aside.set', aside: 'a', quote: { exact: 'is far', prefix: '', suffix: '' } };
    const desk = moon().takesBack('ben', set);
    assert.equal(desk.article.asides.get('a')?.withdrawn?.reviewer, 'ben');
    assert.equal(desk.article.anchors.get('a')?.state, 'exact');
    desk.takesBack('ben', { kind: 'aside.reinstate', aside: 'a' });
    assert.ok(desk.article.asides.get('a')?.withdrawn);
    desk.does('ben', { kind: 'aside.reinstate', aside: 'a' }).takesBack('ben', { kind: 'aside.withdraw', aside: 'a' });
    assert.equal(desk.article.asides.get('a')?.withdrawn, undefined);
  });

  it('what was set aside is for who did so, and for a lead', () => {
    const set: AnyPart = { kind: 'aside.set', aside: 'a', quote: { exact: 'is far', prefix: '', suffix: '' } };
    moon().refuses('ben', 'viewer', set, 'not-allowed');
    const desk = moon().does('ben', set);
    const withdraw: AnyPart = { kind: 'aside.withdraw', aside: 'a' };
    desk.refuses('ann', 'editor', withdraw, 'not-allowed');
    desk.refuses('ann', 'lead', { kind: 'aside.reinstate', aside: 'a' }, 'no-change');
    desk.refuses('ann', 'lead', { ...set, aside: 'c' }, 'exists');
    desk.refuses('ann', 'lead', { kind: 'aside.withdraw', aside: 'b' }, 'unknown');
    desk.does('ann', withdraw).refuses('ann', 'lead', withdraw, 'no-change');
  });

  describe('a re-anchoring', () => {
    const orphaned = (): Desk => moon().edits('ann', cut(4, 8));

    it('makes the claim the orphan that it was', () =>
      assert.equal(write(orphaned().takesBack('ann', onFar).article), 'the  is far {c}'));
    it('leaves the claim able to come back to its own words, wherever they stand by then (T5)', () => {
      const desk = orphaned().takesBack('ann', onFar, (meanwhile) => meanwhile.edits('ben', insert(0, 'Look: ')));
      assert.equal(write(desk.edits('ben', insert(10, 'moon')).article), 'Look: the [c:moon] is far');
    });
    it('puts the claim on its own words at once where they came back meanwhile', () => {
      const desk = orphaned().takesBack('ann', onFar, (meanwhile) => meanwhile.edits('ben', insert(4, 'moon')));
      assert.equal(write(desk.article), LINE);
    });
    it('can itself be taken back', () => {
      const desk = orphaned().does('ann', onFar);
      const there = write(desk.article);
      assert.equal(there, 'the  is [c~:far]');
      assert.equal(write(desk.takesBack('ann', detach).article), there);
    });
    it('is refused for a claim that nobody put elsewhere, for one that is withdrawn, and to a viewer', () => {
      moon().refuses('ann', 'lead', detach, 'no-change');
      orphaned().does('ann', onFar).refuses('ann', 'viewer', detach, 'not-allowed');
      const desk = orphaned().does('ann', onFar).does('ann', { kind: 'claim.withdraw', claim: 'c' });
      desk.refuses('ann', 'lead', detach, 'withdrawn');
    });
    it('goes back one re-anchoring, not two', () => {
      const desk = orphaned().does('ann', onFar).edits('ben', cut(8, 11));
      desk.does('ann', { kind: 'claim.reanchor', claim: 'c', quote: { exact: 'the', prefix: '', suffix: '' } });
      desk.does('ann', detach).refuses('ann', 'lead', detach, 'no-change');
    });
  });

  it('a change of fields gives those fields back and leaves the others (claim, source, evidence)', () => {
    const desk = moon().does('ann', add, attach, { kind: 'claim.revise', claim: 'c', fields: { saidAt: 'Rome' } });
    desk.takesBack('ann', { kind: 'claim.revise', claim: 'c', fields: { statement: 'It is far.' } });
    desk.takesBack('ann', {
      kind: 'source.revise',
      source: 's',
      fields: { title: 'Atlas', url: 'https://a.example/' },
    });
    desk.takesBack('ann', { kind: 'evidence.revise', evidence: 'e', fields: { stance: 'refutes', note: 'So' } });
    const { claims, sources, evidence } = desk.article;
    assert.deepEqual([claims.get('c')?.statement, claims.get('c')?.saidAt], ['', 'Rome']);
    assert.deepEqual([sources.get('s')?.title, sources.get('s')?.url], ['Almanac', '']);
    assert.deepEqual([evidence.get('e')?.stance, evidence.get('e')?.note], ['supports', '']);
  });

  it('evidence takes it out of the count; its source stays', () => {
    const { evidence, sources } = moon().does('ann', add).takesBack('ann', attach).article;
    assert.ok(evidence.get('e')?.withdrawn);
    assert.ok(sources.get('s'));
  });

  it('a withdrawal of evidence brings the same piece back: verdicts that judged it hold again (T8)', () => {
    const desk = moon().does('ann', add, attach).does('ben', give('v', 'true'));
    desk.takesBack('ann', { kind: 'evidence.withdraw', evidence: 'e' });
    assert.equal(outcomeOf(desk.article, 'c')?.stale, undefined);
    desk.refuses('ann', 'annotator', { kind: 'evidence.reinstate', evidence: 'e' }, 'no-change');
    desk.refuses('ben', 'annotator', { kind: 'evidence.withdraw', evidence: 'e' }, 'not-allowed');
  });

  describe('a verdict', () => {
    it('withdraws it, and lets the reviewer’s earlier one stand again', () => {
      const desk = moon().does('ann', give('v1', 'true')).takesBack('ann', give('v2', 'false'));
      assert.equal(outcomeOf(desk.article, 'c')?.verdict.id, 'v1');
    });
    it('never signs the earlier one for words that it did not judge (T8)', () => {
      const desk = moon().does('ann', give('v1', 'true')).edits('ben', insert(6, 'xx'));
      const verdict = desk.takesBack('ann', give('v2', 'false')).article.verdicts.get('v1');
      assert.equal(verdict && staleness(desk.article, verdict), 'words');
    });
    it('is brought back by who gave it or took it away, and by nobody else', () => {
      const desk = moon().does('ann', give('v1', 'true')).does('lea', { kind: 'verdict.withdraw', verdict: 'v1' });
      const again: AnyPart = { kind: 'verdict.reinstate', verdict: 'v1' };
      desk.refuses('una', 'admin', again, 'not-allowed');
      desk.refuses('ann', 'viewer', again, 'not-allowed');
      assert.equal(outcomeOf(desk.does('lea', again).article, 'c')?.verdict.id, 'v1');
      desk.refuses('ann', 'annotator', again, 'no-change');
    });
    it('does not come back beside a newer one of the same reviewer', () => {
      const desk = moon().does('ann', give('v1', 'true'), give('v2', 'false'));
      desk.refuses('ann', 'lead', { kind: 'verdict.reinstate', verdict: 'v1' }, 'newer');
    });
  });

  it('a restoration says that the line is out again, and the other way round (T10)', () => {
    const restore: AnyPart = { kind: 'article.restore', removal: 'r' };
    const desk = moon().takesBack('ann', restore);
    assert.equal(desk.article.removals.get('r')?.restored, undefined);
    desk.refuses('ann', 'editor', { kind: 'article.unrestore', removal: 'r' }, 'no-change');
    desk.does('ann', restore).takesBack('ann', { kind: 'article.unrestore', removal: 'r' });
    assert.ok(desk.article.removals.get('r')?.restored);
  });

  it('takes back where the article was published', () => {
    const place = (address: string): AnyPart => ({ kind: 'article.place', address });
    const desk = moon();
    desk.refuses('ann', 'editor', place(''), 'no-change');
    desk.does('ann', place('https://a.example/')).takesBack('ann', place(''));
  });

  it('is there for every kind but the text, which has its steps, what is done to the article as a whole, and what was public', () =>
    assert.deepEqual(
      Object.entries(KINDS).flatMap(([kind, each]) => ('invert' in each ? [] : [kind])),
      ['text', 'article.create', 'article.lock', 'article.unlock', 'article.decline', 'report.publish'],
    ));
});

describe('what withdrawing a claim would set aside', () => {
  const whose = (desk: Desk): readonly string[] =>
    tracesOf(desk.article, [{ kind: 'claim.withdraw', claim: 'c' }]).map(({ reviewer }) => reviewer);

  it('is nothing right after it was marked', () => assert.deepEqual(whose(moon()), []));
  it('is who changed its fields last', () => {
    const revise = (statement: string): AnyPart => ({ kind: 'claim.revise', claim: 'c', fields: { statement } });
    assert.deepEqual(whose(moon().does('ben', revise('a')).does('cem', revise('b'))), ['cem']);
  });
  it('is who put it on other words', () =>
    assert.deepEqual(whose(moon().edits('ann', cut(4, 8)).does('ben', onFar)), ['ben']));
  it('is who attached evidence, who changed it, and who judged', () => {
    const desk = moon().does('ann', add).does('ben', attach).does('una', give('v', 'true'));
    desk.does('cem', { kind: 'evidence.revise', evidence: 'e', fields: { note: 'x' } });
    assert.deepEqual(whose(desk), ['ben', 'cem', 'una']);
  });
});
