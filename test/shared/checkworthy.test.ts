import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { knowsLanguage, scoreSentence } from '../../shared/checkworthy.ts';
import { SIGNS } from '../../shared/checkworthy-signs.ts';
import { unpackTerms } from '../../shared/checkworthy-terms.ts';
import { WEIGHTS } from '../../shared/checkworthy-weights.ts';

const score = (sentence: string) => scoreSentence(WEIGHTS, sentence);

/** What a sentence shows, by the name of the sign. */
const seen = (sentence: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(score(sentence).reasons.map((reason) => [reason.seen, reason.words]));

const worth = (sentence: string): void => {
  it(`suggests “${sentence}”`, () => assert.ok(score(sentence).score >= WEIGHTS.threshold));
};

const notWorth = (sentence: string): void => {
  it(`does not suggest “${sentence}”`, () => assert.ok(score(sentence).score < WEIGHTS.threshold));
};

describe('the scorer of what is worth checking', () => {
  worth('Unemployment fell from 9.1 percent to 4.8 percent in six years.');
  worth('The senator voted against the bill 14 times.');
  worth('Exports to Turkey have doubled since 2011.');
  notWorth('Thank you, it is good to be here tonight.');
  notWorth('I hope we can find the right answer together.');
  notWorth('Why would anybody want that?');

  it('says what it saw and in which words', () => {
    const reasons = seen('Kim Osei said that almost 80 percent of Reuters staff earned more than $40,000.');
    assert.deepEqual(reasons.percent, ['80 percent']);
    assert.deepEqual(reasons.money, ['$40,000']);
    assert.deepEqual(reasons.says, ['said']);
    assert.deepEqual(reasons.compares, ['more']);
    assert.deepEqual(reasons.name, ['Osei']);
  });

  it('lowers what is opinion, a question or a wish, and says so', () => {
    const { reasons } = score('I think we should ask: will it be fair?');
    for (const sign of ['opinion', 'firstPerson', 'ought', 'question', 'future'] as const) {
      assert.ok((reasons.find((reason) => reason.seen === sign)?.weight ?? 0) < 0, sign);
    }
  });

  it('gives every reason: with the bias they come to the score', () => {
    for (const sentence of [
      'Prices rose by 3 percent last year, he said.',
      'Well, thank you!',
      '價格上漲了3%。',
      '…',
    ]) {
      const { score: given, reasons } = score(sentence);
      const odds = WEIGHTS.bias + reasons.reduce((sum, { weight }) => sum + weight, 0);
      assert.ok(Math.abs(given - 1 / (1 + Math.exp(-odds))) < 1e-12, sentence);
    }
  });

  it('names the reasons that weigh most first', () => {
    const weights = score('The mayor signed 12 contracts worth 4 million euros.').reasons.map(({ weight }) =>
      Math.abs(weight),
    );
    assert.deepEqual(
      weights,
      weights.toSorted((one, other) => other - one),
    );
  });

  it('reads curly apostrophes as straight ones', () => {
    assert.equal(score('They don’t pay taxes.').score, score("They don't pay taxes.").score);
  });

  it('sees figures in any script', () => {
    assert.deepEqual(seen('ارتفعت الأسعار بنسبة ٨٠٪ هذا العام').percent, ['٨٠٪']);
  });

  it('knows the language it learnt from others', () => {
    assert.ok(knowsLanguage(WEIGHTS, 'The bridge was built in four years and cost less than the old one.'));
    assert.ok(!knowsLanguage(WEIGHTS, 'Die Brücke wurde in vier Jahren gebaut und kostete weniger als die alte.'));
    assert.ok(!knowsLanguage(WEIGHTS, 'Мост построили за четыре года.'));
    assert.ok(!knowsLanguage(WEIGHTS, ''));
  });
});

describe('the table of weights', () => {
  it('has a weight for most signs and is small enough to be sent to a browser', () => {
    const weighed = Object.keys(SIGNS).filter((sign) => Object.hasOwn(WEIGHTS.signs, sign));
    assert.ok(weighed.length >= 0.9 * Object.keys(SIGNS).length);
    assert.ok(statSync(join(import.meta.dirname, '../../shared/checkworthy-weights.ts')).size <= 40_000);
  });

  it('is packed by weight', () => {
    assert.deepEqual(
      [...unpackTerms('-12:maybe,i guess;7:voted')],
      [
        ['maybe', -0.12],
        ['i guess', -0.12],
        ['voted', 0.07],
      ],
    );
  });
});
