import assert from 'node:assert/strict';
import { articleFromJson, articleToJson } from '../../../shared/article.ts';
import { type AnyPart, tracesOf } from '../../../shared/operations/index.ts';
import { outcomeOf } from '../../../shared/outcome.ts';
import { plainText } from '../../../shared/text.ts';
import { Desk } from '../../support/acting-desk.ts';
import { Newsroom } from '../../support/newsroom.ts';
import { cut, docOf, insert, write } from '../../support/notation.ts';

const LINE = 'the old [c:moon] is far';
const wordsAt = (text: string, words: string): number => {
  const plain = plainText(docOf(text));
  return plain.positionOf(plain.text.indexOf(words));
};
const moon = (): Desk => new Desk(LINE);
const to = (exact: string): AnyPart => ({
  kind: 'claim.adjust',
  claim: 'c',
  quote: { exact, prefix: '', suffix: '' },
});
const give: AnyPart = {
  ...{ kind: 'verdict.give', verdict: 'v', claim: 'c', scale: 'truth@1', rating: 'true', rationale: '' },
};

describe('moving the ends of a claim', () => {
  it('marks it anew: it stands exactly on the new words, and follows them (T4)', () => {
    const desk = moon().does('ben', to('old moon is'));
    assert.equal(write(desk.article), 'the [c:old moon is] far');
    assert.equal(desk.article.claims.get('c')?.quote.exact, 'old moon is');
    assert.equal(desk.article.claims.get('c')?.adjusted?.reviewer, 'ben');
    assert.equal(write(desk.edits('ann', insert(0, 'Look: ')).article), 'Look: the [c:old moon is] far');
    assert.equal(write(desk.edits('ann', cut(10, 14)).article), 'Look: the [c~:moon is] far');
  });

  it('makes the verdicts on the former words stale (T8)', () => {
    const desk = moon().does('ann', give);
    assert.equal(outcomeOf(desk.article, 'c')?.stale, undefined);
    assert.equal(outcomeOf(desk.does('ben', to('moon is far')).article, 'c')?.stale, 'words');
  });

  it('ends a state of being changed, since a person marked the words as they are now', () => {
    const desk = moon().edits('ann', insert(10, 'nn'));
    assert.equal(write(desk.article), 'the old [c~:monnon] is far');
    assert.equal(write(desk.does('ann', to('monnon is')).article), 'the old [c:monnon is] far');
  });

  it('is for words that share some with those where the claim is, and for a claim that has some', () => {
    moon().refuses('ann', 'lead', to('far'), 'elsewhere');
    moon().refuses('ann', 'lead', to('old '), 'elsewhere');
    moon().refuses('ann', 'lead', to('moon'), 'no-change');
    moon().refuses('ann', 'lead', to('sun'), 'not-found');
    moon().refuses('ann', 'viewer', to('moon is'), 'not-allowed');
    moon().edits('ann', cut(8, 12)).refuses('ann', 'lead', to('is far'), 'orphaned');
    moon().does('ann', { kind: 'claim.withdraw', claim: 'c' }).refuses('ann', 'lead', to('moon is'), 'withdrawn');
  });

  it('is taken back where the former words still stand, and done again', () => {
    const desk = moon().takesBack('ann', to('old moon'), (meanwhile) => meanwhile.edits('ben', insert(0, 'Look: ')));
    assert.equal(write(desk.article), 'Look: the old [c:moon] is far');
    assert.equal(write(desk.does('ann', to('old moon')).article), 'Look: the [c:old moon] is far');
  });

  it('has no undo where the former words were changed already: they cannot be marked as they were', () => {
    const desk = moon().edits('ann', insert(10, 'nn')).takesBack('ann', to('monnon is'));
    assert.equal(write(desk.article), 'the old [c:monnon is] far');
  });

  it('leaves the claim where it is when the new words were cut out of it meanwhile', async () => {
    const newsroom = await Newsroom.open('the [c:old moon is] far');
    const ben = newsroom.joins('ben', 'annotator');
    const base = ben.article.version;
    await newsroom.una.edits(cut(8, 13));
    assert.equal(newsroom.text, 'the [c~:old is] far');
    const place = { from: wordsAt('the old moon is far', 'moon'), to: wordsAt('the old moon is far', 'moon') + 4 };
    const quote = { exact: 'moon', prefix: '', suffix: '' };
    const { dropped } = await ben.does([{ kind: 'claim.adjust', claim: 'c', quote, place }], { base });
    assert.deepEqual(dropped, [{ part: 0, reason: 'not-found' }]);
    assert.equal(newsroom.text, 'the [c~:old is] far');
    await newsroom.closes();
  });

  it('is not undone over another’s moving or verdict unasked', () => {
    const desk = moon().does('ben', to('old moon'), give);
    const by = tracesOf(desk.article, [to('moon')]).map(({ reviewer }) => reviewer);
    assert.deepEqual(by, ['ben', 'ben']);
  });

  it('is kept with the article', () => {
    const { article } = moon().does('ben', to('old moon'));
    assert.deepEqual(articleFromJson(articleToJson(article)).claims, article.claims);
  });
});
