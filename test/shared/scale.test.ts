import assert from 'node:assert/strict';
import { Invalid } from '../../shared/parsing.ts';
import { isOrdered, offered, parseScale, type Scale } from '../../shared/scale.ts';
import { SHIPPED, TRUTH_SCALE } from '../../shared/scales.ts';

const refused = (change: object, where: RegExp): void => {
  assert.throws(
    () => parseScale({ ...TRUTH_SCALE, ...change }, 'scale'),
    (error) => error instanceof Invalid && where.test(error.message),
  );
};

const ordered = (scale: Scale): readonly number[] => scale.ratings.flatMap(({ number }) => number ?? []);

describe('a scale', () => {
  it('comes in five that every desk has, each as a parser takes it', () => {
    for (const scale of SHIPPED) assert.deepEqual(parseScale(JSON.parse(JSON.stringify(scale)), ''), scale);
    assert.deepEqual(
      SHIPPED.map(({ id, ratings }) => [id, ratings.length]),
      [
        ['truth', 6],
        ['six-steps', 6],
        ['credibility', 5],
        ['magazine', 4],
        ['averitec', 4],
      ],
    );
  });

  it('has numbers only where it has an order, and those rise or are none', () => {
    assert.deepEqual(
      SHIPPED.filter(isOrdered).map(({ id }) => id),
      ['truth', 'six-steps', 'credibility'],
    );
    for (const scale of SHIPPED)
      assert.deepEqual(
        ordered(scale),
        [...ordered(scale)].sort((a, b) => a - b),
      );
    assert.deepEqual(ordered(SHIPPED[2]!), [-2, -1, 0, 1, 2]);
  });

  it('draws each of its ratings in its own way', () => {
    for (const { ratings } of SHIPPED) assert.equal(new Set(ratings.map(({ tone }) => tone)).size, ratings.length);
  });

  it('is refused with two ratings of one id, label or number, with none to choose from, and with more than there are keys', () => {
    const [one, two] = [TRUTH_SCALE.ratings[0]!, TRUTH_SCALE.ratings[1]!];
    refused({ ratings: [one, { ...two, id: one.id }] }, /ratings: two ratings have the id "false"/);
    refused({ ratings: [one, { ...two, label: ' FALSE' }] }, /ratings: two ratings have the label/);
    refused({ ratings: [one, { ...two, number: one.number }] }, /ratings: two ratings have the number "1"/);
    refused({ ratings: [one] }, /offers 2 to 9/);
    refused({ ratings: [one, { ...two, retired: true }] }, /offers 2 to 9/);
    refused(
      { ratings: Array.from({ length: 10 }, (_, id) => ({ id: `${id}`, label: `${id}`, tone: 'true' })) },
      /2 to 9/,
    );
    refused({ ratings: [one, { ...two, tone: 'purple' }] }, /ratings\[1\]\.tone: one of absurd, false/);
  });

  it('offers what is not retired, in order', () => {
    const ratings = TRUTH_SCALE.ratings.map((rating) =>
      rating.id === 'mixed' ? { ...rating, retired: true as const } : rating,
    );
    assert.deepEqual(
      offered({ ...TRUTH_SCALE, ratings }).map(({ id }) => id),
      ['false', 'mostly-false', 'mostly-true', 'true', 'unproven'],
    );
  });
});
