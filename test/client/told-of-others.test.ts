import assert from 'node:assert/strict';
import { fetchTheRest } from '../../client/language.ts';
import { standingsKeeper } from '../../client/standing.ts';
import { type Moment, toldOfOthers } from '../../client/told-of-others.ts';
import type { Article } from '../../shared/article.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { perform } from '../../shared/rebase.ts';
import { begin } from '../support/anchored-article.ts';

const NAMES: Readonly<Record<string, string>> = { A: 'Ann', B: 'Ben' };

const momentOf = (article: Article): Moment => ({ article, standings: standingsKeeper()(article) });

/** What Ann is told of what these do, one after the other. */
const told = (article: Article, ...deeds: readonly (readonly [by: string, ...parts: AnyPart[]])[]): string => {
  const after = deeds.reduce((now, [reviewer, ...parts], index) => {
    const done = perform(now, parts, { reviewer, at: `2026-01-01T00:00:0${index}.000Z` });
    assert.deepEqual(done.dropped, []);
    return done.article;
  }, article);
  const nameOf = (reviewer: string): string => NAMES[reviewer] ?? reviewer;
  return toldOfOthers(momentOf(article), momentOf(after), { reviewer: 'A', nameOf }).join(' ');
};

const marks = (claim: string, exact: string): AnyPart => ({
  ...{ kind: 'claim.mark', claim, fields: {} },
  quote: { exact, prefix: '', suffix: '' },
});
const gives = (verdict: string, claim: string, rating: string): AnyPart => ({
  ...{ kind: 'verdict.give', verdict, claim, scale: 'truth@1' },
  ...{ rating, rationale: '' },
});

describe('what a screen reader is told of the others', () => {
  before(fetchTheRest);
  const article = begin('the [c:moon] is far from the old sea and the sun');

  it('is what they marked and judged, by their names', () => {
    assert.equal(told(article, ['B', marks('d', 'old sea')]), 'Ben marked a claim: old sea.');
    assert.equal(told(article, ['B', gives('v', 'c', 'true')]), 'Ben gave a verdict on “moon”: True.');
  });

  it('is nothing of what one did oneself', () => {
    const lock: AnyPart = { kind: 'article.lock' };
    assert.equal(told(article, ['A', marks('d', 'old sea'), gives('v', 'c', 'true'), lock]), '');
  });

  it('is a sum where it is much', () => {
    const many = ['old', 'sea', 'sun'].map((words) => marks(words, words));
    assert.equal(told(article, ['B', ...many]), '3 claims were marked by others.');
  });

  it('is what a claim has come to where that is not what the verdict says', () => {
    const judged = perform(article, [gives('v', 'c', 'true')], {
      reviewer: 'A',
      at: '2026-01-01T00:00:00.000Z',
    }).article;
    assert.equal(
      told(judged, ['B', gives('w', 'c', 'false')]),
      'Ben gave a verdict on “moon”: False. “moon” is now: Disputed.',
    );
  });

  it('is that a claim is to be looked at again, that the text is locked, and what was written', () => {
    const judged = perform(article, [gives('v', 'c', 'true')], {
      reviewer: 'A',
      at: '2026-01-01T00:00:00.000Z',
    }).article;
    const source: AnyPart = { kind: 'source.add', source: 's', fields: { title: 'Almanac' } };
    const attach: AnyPart = { kind: 'evidence.attach', evidence: 'e', claim: 'c', source: 's', fields: {} };
    assert.equal(told(judged, ['B', source, attach]), '“moon” is now: Check again.');
    assert.equal(told(article, ['B', { kind: 'article.lock' }]), 'Ben locked the text.');
    const thread: AnyPart = {
      kind: 'thread.open',
      thread: 't',
      message: 'm',
      claim: 'c',
      text: 'Which one?',
      mentions: [],
    };
    assert.equal(told(article, ['B', thread]), 'Ben wrote: Which one?');
  });
});
