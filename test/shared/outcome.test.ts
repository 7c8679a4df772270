import assert from 'node:assert/strict';
import type { Article } from '../../shared/article.ts';
import { type AnyPart, invertPart, whyNot } from '../../shared/operations/index.ts';
import { judgedNow, outcomeLabel, outcomeOf } from '../../shared/outcome.ts';
import { perform } from '../../shared/rebase.ts';
import type { Settings } from '../../shared/settings.ts';
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

  for (const [at, typed, now] of [
    [18, '1', '13 percent'],
    [18, '1,00', '1,003 percent'],
    [18, '−', '−3 percent'],
    [18, '-1', '-13 percent'],
  ] as const)
    it(`is stale when its number grows to ${now} by what is typed before it, until it is given again (T4, T8)`, () => {
      const grows: AnyPart = { kind: 'text', target: 'body', steps: put(at, at, typed)(start.doc) };
      const grown = does(does(start, 'ann', gives('v1', 'true')), 'ed', grows);
      assert.equal(outcomeOf(grown, 'c')?.stale, 'words');
      const again = does(grown, 'ann', gives('v2', 'false'));
      assert.deepEqual([outcomeOf(again, 'c')?.stale, again.verdicts.get('v2')?.judged.words], [undefined, now]);
    });

  it('is stale when its number grows at its end, and no other words beside it count (T4, T8)', () => {
    const marked = begin('it cost [c:80] euro, or 90.');
    const judged = does(marked, 'ann', gives('v1', 'true'));
    const typed = (text: string) =>
      outcomeOf(does(judged, 'ed', { kind: 'text', target: 'body', steps: put(10, 10, text)(marked.doc) }), 'c')?.stale;
    assert.deepEqual(['0', '.5', ',000', ' million', '%', '. '].map(typed), [
      ...['words', 'words', 'words'],
      ...[undefined, undefined, undefined],
    ]);
  });

  it('is stale from the start when its reviewer judged words that were no longer there (T8)', () => {
    const judged = judgedNow(start, 'c', 'ann');
    assert.equal(judged.words, '3 percent');
    assert.equal(outcomeOf(does(thirty(start), 'ann', gives('v1', 'true', { judged })), 'c')?.stale, 'words');
  });
});

const lead = { id: 'lea', role: 'lead' } as const;
const decides = (decision: string, rating: string, more: object = {}): AnyPart => ({
  ...{ kind: 'outcome.decide', decision, claim: 'c', scale: 'truth@1', rating, rationale: 'So it is.' },
  ...more,
});
const configured = (article: Article, settings: Partial<Settings>): Article =>
  does(article, 'lea', { kind: 'article.configure', settings });
const labelled = (article: Article, claim = 'c'): string => {
  const outcome = outcomeOf(article, claim);
  return outcome ? `${outcome.stale ? 'stale ' : ''}${outcomeLabel(outcome)} by ${outcome.by}` : 'nothing';
};

describe('a decision of the lead', () => {
  const disputed = does(does(start, 'ann', gives('v1', 'true')), 'mara', gives('v2', 'mixed'));

  it('stands over every rule, with the verdicts kept as they are', () => {
    for (const rule of ['agree', 'majority', 'mean', 'lead'] as const) {
      const decided = does(configured(disputed, { rule, checks: 2 }), 'lea', decides('d1', 'false'));
      assert.equal(labelled(decided), 'False by decision');
      assert.deepEqual(decided.verdicts, disputed.verdicts);
    }
  });

  it('goes stale when the words or the evidence change after it (T8)', () => {
    const decided = does(disputed, 'lea', decides('d1', 'false'));
    assert.equal(labelled(thirty(decided)), 'stale False by decision');
    assert.equal(labelled(does(thirty(decided), 'lea', decides('d2', 'true'))), 'True by decision');
  });

  it('is the lead’s alone to make and to take back, and then the rule counts again', () => {
    for (const role of ['annotator', 'editor'] as const)
      assert.deepEqual(whyNot(disputed, decides('d1', 'true'), { ...lead, role }), {
        refused: 'not-allowed',
      });
    const decided = does(disputed, 'lea', decides('d1', 'false'));
    assert.equal(labelled(does(decided, 'lea', { kind: 'outcome.undecide', decision: 'd1' })), 'Disputed by agree');
  });

  it('gives way to a newer one, and stands again when that is undone', () => {
    const act = { reviewer: 'lea', at: '2026-01-01T00:01:00.000Z' };
    const one = does(disputed, 'lea', decides('d1', 'false'));
    const two = does(one, 'lea', decides('d2', 'true'));
    assert.equal(labelled(two), 'True by decision');
    assert.equal(
      labelled(does(two, 'lea', ...(invertPart(one, decides('d2', 'true'), act) ?? []))),
      'False by decision',
    );
    assert.deepEqual(perform(two, [{ kind: 'outcome.reinstate', decision: 'd1' }], act).dropped, [
      { part: 0, reason: 'newer' },
    ]);
  });

  it('is waited for where the lead decides', () => {
    assert.equal(labelled(does(configured(start, { rule: 'lead' }), 'ann', gives('v1', 'true'))), 'Undecided by lead');
  });
});

describe('the outcome of a claim that was split', () => {
  const split = (rule: Settings['rule']): Article => {
    const article = configured(begin('[whole:[one:inflation] fell to [two:3 percent]] [c:last year]'), {
      rule,
      checks: 2,
    });
    const claims = new Map(article.claims);
    for (const id of ['one', 'two']) claims.set(id, { ...claims.get(id)!, ...{ parent: 'whole' } });
    return { ...article, claims };
  };
  const judged = (article: Article, one: string, two: string): Article =>
    does(article, 'ann', gives('v1', one, { claim: 'one' }), gives('v2', two, { claim: 'two' }));

  it('is what its parts come to, once each has an outcome', () => {
    assert.equal(labelled(does(split('agree'), 'ann', gives('v1', 'true', { claim: 'one' })), 'whole'), 'nothing');
    assert.equal(labelled(judged(split('agree'), 'true', 'true'), 'whole'), 'True by parts');
    assert.equal(labelled(judged(split('agree'), 'true', 'false'), 'whole'), 'Disputed by parts');
    assert.equal(labelled(judged(split('mean'), 'true', 'false'), 'whole'), 'Mixed by parts');
    assert.equal(labelled(judged(split('lead'), 'true', 'true'), 'whole'), 'Undecided by parts');
  });

  it('is open while one of them is, and stale when the words of one change', () => {
    const disputed = does(judged(split('agree'), 'true', 'true'), 'mara', gives('v3', 'false', { claim: 'one' }));
    assert.equal(labelled(disputed, 'whole'), 'Disputed by parts');
    const changed = does(judged(split('mean'), 'true', 'true'), 'ed', {
      ...{ kind: 'text', target: 'body', steps: put(18, 19, '30')(split('mean').doc) },
    });
    assert.equal(labelled(changed, 'whole'), 'stale True by parts');
  });
});
