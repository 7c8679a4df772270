import assert from 'node:assert/strict';
import { agreementIn, krippendorffAlpha, pairsOn } from '../../shared/agreement.ts';
import type { Article } from '../../shared/article.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { perform } from '../../shared/rebase.ts';
import { begin } from '../support/anchored-article.ts';

/** Units of values, from one line a coder with one sign a unit; a point where a coder gave none. */
const unitsOf = (...coders: readonly string[]): readonly (readonly number[])[] => {
  const rows = coders.map((row) => row.split(' '));
  return (rows[0] ?? []).map((_, unit) =>
    rows.flatMap((row) => (row[unit] === '.' ? [] : [Number.parseInt(row[unit] ?? '', 36)])),
  );
};

// The worked examples of Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), sections A, B and C to E.
const BINARY = unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
const NAMES = unitsOf('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
const MANY = unitsOf(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
);

const EXAMPLES = [
  ['two coders and two values', BINARY, 'nominal', 0.095],
  ['two coders and names', NAMES, 'nominal', 0.692],
  ['many coders, some silent, names', MANY, 'nominal', 0.743],
  ['many coders, some silent, an order', MANY, 'ordinal', 0.815],
  ['many coders, some silent, numbers', MANY, 'interval', 0.849],
] as const;

const give = (reviewer: string, claim: string, rating: string) => (article: Article) => {
  const part: AnyPart = {
    ...{
      kind: 'verdict.give',
      verdict: `${reviewer}-${claim}-${rating}`,
      claim,
      scale: 'truth@1',
      rating,
      rationale: '',
    },
  };
  return perform(article, [part], { reviewer, at: '2026-01-01T00:00:00.000Z' }).article;
};
const judged = (...verdicts: readonly ReturnType<typeof give>[]): Article =>
  verdicts.reduce((article, verdict) => verdict(article), begin('[a:one] [b:two] [c:three] four'));

describe("Krippendorff's alpha", () => {
  for (const [says, units, metric, alpha] of EXAMPLES)
    it(`is what was published, for ${says}`, () => {
      assert.equal(krippendorffAlpha(units, metric)?.toFixed(3), alpha.toFixed(3));
    });

  it('is 1 when all agree, below 0 when they differ more than by chance, and nothing where nothing can differ', () => {
    assert.equal(
      krippendorffAlpha(
        [
          [1, 1],
          [2, 2],
        ],
        'ordinal',
      ),
      1,
    );
    assert.ok(
      (krippendorffAlpha(
        [
          [1, 2],
          [2, 1],
        ],
        'nominal',
      ) ?? 0) < 0,
    );
    assert.equal(
      krippendorffAlpha(
        [
          [1, 1],
          [1, 1],
        ],
        'nominal',
      ),
      undefined,
    );
    assert.equal(krippendorffAlpha([[1], [2]], 'nominal'), undefined);
  });
});

describe('how far reviewers agree', () => {
  const article = judged(
    ...[give('ann', 'a', 'true'), give('ben', 'a', 'true'), give('cho', 'a', 'mixed')],
    ...[give('ann', 'b', 'false'), give('ben', 'b', 'false'), give('ann', 'c', 'true')],
  );

  it('is told of a claim by the pairs of its verdicts', () => {
    assert.deepEqual(pairsOn(article, 'a'), { all: 3, same: 1 });
    assert.deepEqual(pairsOn(article, 'c'), { all: 0, same: 0 });
  });

  it('is told of an article by those claims that two or more judged', () => {
    const { claims, all, same, nominal, ordinal } = agreementIn(article);
    assert.deepEqual([claims, all, same], [2, 4, 2]);
    assert.deepEqual([nominal?.toFixed(3), ordinal?.toFixed(3)], ['0.500', '0.800']);
  });

  it('counts the newest verdict of each reviewer, and a rating without a place in no order', () => {
    const again = judged(give('ann', 'a', 'true'), give('ann', 'a', 'unproven'), give('ben', 'a', 'unproven'));
    assert.deepEqual(agreementIn(again), { claims: 1, all: 1, same: 1 });
    const apart = judged(give('ann', 'a', 'true'), give('ben', 'a', 'unproven'));
    assert.deepEqual(agreementIn(apart), { claims: 1, all: 1, same: 0, nominal: 0 });
  });
});
