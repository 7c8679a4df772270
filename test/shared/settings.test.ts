import assert from 'node:assert/strict';
import { type Article, articleFromJson, articleToJson, blankArticle } from '../../shared/article.ts';
import { claimFieldsOf, isCheckable } from '../../shared/claim-types.ts';
import { type AnyPart, invertPart, parsePart, whyNot } from '../../shared/operations/index.ts';
import { outcomeOf } from '../../shared/outcome.ts';
import { Invalid } from '../../shared/parsing.ts';
import { perform } from '../../shared/rebase.ts';
import type { Scale } from '../../shared/scale.ts';
import { SHIPPED, TRUTH_SCALE } from '../../shared/scales.ts';
import { allSettings, parseSettings, type Settings, settingsOf } from '../../shared/settings.ts';
import { begin } from '../support/anchored-article.ts';
import { creation } from '../support/newsroom.ts';

const act = { reviewer: 'lea', at: '2026-01-01T00:00:00.000Z' };
const doing = (article: Article, ...parts: readonly AnyPart[]) => perform(article, parts, act);
const does = (article: Article, ...parts: readonly AnyPart[]): Article => {
  const { article: after, dropped } = doing(article, ...parts);
  assert.deepEqual(dropped, []);
  return after;
};
const refuses = (article: Article, part: AnyPart, reason: string): void => {
  assert.deepEqual(doing(article, part).dropped, [{ part: 0, reason }]);
};

const configure = (settings: Partial<Settings>): AnyPart => ({ kind: 'article.configure', settings });
const give = (rating: string, scale = 'truth@1', verdict = `v-${scale}-${rating}`): AnyPart => ({
  ...{ kind: 'verdict.give', verdict, claim: 'c', scale, rating, rationale: '' },
});

const start = begin('inflation fell to [c:3 percent] last year');
const magazine = SHIPPED.find(({ id }) => id === 'magazine')!;
const rumour = { id: 'rumour', label: 'Rumour', checkable: false };

const second: Scale = {
  ...TRUTH_SCALE,
  version: 2,
  ratings: TRUTH_SCALE.ratings.map((rating) =>
    rating.id === 'mixed'
      ? { ...rating, retired: true }
      : rating.id === 'true'
        ? { ...rating, label: 'Correct' }
        : rating,
  ),
};

describe('the settings of an article', () => {
  it('are those of before there were any where a log says nothing', () => {
    assert.deepEqual(settingsOf(start), allSettings());
    assert.equal(settingsOf(start).scale, TRUTH_SCALE);
    assert.equal(JSON.stringify(articleToJson(start)).includes('scales'), false);
  });

  it('come with the article when it is made, the scale whole', () => {
    const settings = allSettings({ scale: magazine, checks: 2 });
    const made = does(blankArticle(), parsePart(JSON.parse(JSON.stringify({ ...creation('x'), settings })), ''));
    assert.deepEqual(settingsOf(made), settings);
    assert.deepEqual(articleFromJson(JSON.parse(JSON.stringify(articleToJson(made)))).scales, made.scales);
  });

  it('are changed one by one, by a lead, and changed back', () => {
    const part = configure({ rule: 'majority' });
    const after = does(start, part);
    assert.deepEqual(settingsOf(after), { ...settingsOf(start), rule: 'majority' });
    assert.deepEqual(settingsOf(does(after, ...(invertPart(start, part, act) ?? []))), settingsOf(start));
    refuses(after, part, 'no-change');
    for (const role of ['annotator', 'editor'] as const)
      assert.deepEqual(whyNot(start, part, { id: 'x', role }), { refused: 'not-allowed' });
    assert.equal(whyNot(start, part, { id: 'x', role: 'lead' }), undefined);
  });

  it('take verdicts on their scale alone, with a rating that it offers', () => {
    refuses(start, give('confirmed', 'magazine@1'), 'other-scale');
    const after = does(start, configure({ scale: magazine }));
    refuses(after, give('true'), 'other-scale');
    refuses(after, give('true', 'magazine@1'), 'no-rating');
    assert.equal(outcomeOf(does(after, give('confirmed', 'magazine@1')), 'c')?.rating.label, 'Confirmed');
  });

  it('leave a verdict its words when the scale changes, and offer no retired rating', () => {
    const judged = does(start, give('true'), configure({ scale: second }));
    assert.equal(outcomeOf(judged, 'c')?.rating.label, 'True');
    refuses(judged, give('mixed', 'truth@2'), 'retired');
    assert.equal(outcomeOf(does(judged, give('true', 'truth@2')), 'c')?.rating.label, 'Correct');
  });

  it('never have two scales of one name', () => {
    refuses(start, configure({ scale: { ...TRUTH_SCALE, name: 'Another' } }), 'exists');
    const after = does(start, configure({ scale: second }));
    refuses(after, configure({ scale: { ...second, name: 'Another' } }), 'exists');
    assert.equal(settingsOf(does(after, configure({ scale: TRUTH_SCALE }))).scale.version, 1);
  });

  it('give claims types of their own, that stay with the claims that have them', () => {
    const revise = (kind: string): AnyPart => ({ kind: 'claim.revise', claim: 'c', fields: { kind } });
    refuses(start, revise('rumour'), 'no-type');
    const typed = does(start, configure({ types: [rumour] }), revise('rumour'));
    assert.equal(claimFieldsOf(typed).kind.show('rumour'), 'Rumour');
    assert.ok(Object.hasOwn(claimFieldsOf(typed).kind.choices ?? {}, 'rumour'));
    assert.equal(isCheckable(typed, typed.claims.get('c')!), false);
    const retired = does(typed, configure({ types: [] }));
    assert.equal(claimFieldsOf(retired).kind.show('rumour'), 'Rumour');
    assert.ok(!Object.hasOwn(claimFieldsOf(retired).kind.choices ?? {}, 'rumour'));
    assert.equal(isCheckable(retired, retired.claims.get('c')!), false);
    refuses(does(retired, revise('event')), revise('rumour'), 'no-type');
  });

  it('have no type of their own under the id of one that every desk has', () => {
    const types = [rumour, { ...rumour, id: 'event' }];
    assert.throws(
      () => parseSettings({ types }, 'settings'),
      new Invalid('settings.types[1].id', '"event" is a type that every desk has'),
    );
    assert.deepEqual(parseSettings({ types: [rumour] }, 'settings'), { types: [rumour] });
  });
});
