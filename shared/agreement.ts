import type { Article } from './article.ts';
import { scaleOf, verdictsOf } from './outcome.ts';
import { mainOf } from './relations.ts';
import { isOrdered, ratingOf } from './scale.ts';
import { settingsOf } from './settings.ts';

/** The values that one unit was given, each by another coder. */
type Unit = readonly number[];

/** How far apart two values are, squared; `counts` says how often each value was given in all. */
type Distance = (one: number, other: number, counts: ReadonlyMap<number, number>) => number;

/** The distances between values that are names, places in an order, or numbers (Krippendorff 2011, step D). */
const DISTANCES = {
  nominal: (one, other) => (one === other ? 0 : 1),
  ordinal: (one, other, counts) => {
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    const within = [...counts].filter(([value]) => value >= low && value <= high);
    const ends = ((counts.get(low) ?? 0) + (counts.get(high) ?? 0)) / 2;
    return (within.reduce((sum, [, count]) => sum + count, 0) - ends) ** 2;
  },
  interval: (one, other) => (one - other) ** 2,
} as const satisfies Readonly<Record<string, Distance>>;

const sumOverPairs = (values: Unit, distance: (one: number, other: number) => number): number =>
  values.reduce(
    (sum, one, at) => sum + values.reduce((more, other, to) => more + (at === to ? 0 : distance(one, other)), 0),
    0,
  );

/**
 * Krippendorff's alpha, 1 − Do / De: 1 when all coders agree, 0 when they agree as often as chance would have it. Do is the mean distance of values
 * within units, De of all values with each other; units with one value do not count (K. Krippendorff, "Computing Krippendorff's
 * Alpha-Reliability", 2011). Nothing when there is no pair, or all values are the same.
 */
export const krippendorffAlpha = (units: readonly Unit[], metric: keyof typeof DISTANCES): number | undefined => {
  const paired = units.filter((unit) => unit.length > 1);
  const counts = new Map<number, number>();
  for (const value of paired.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  const distance = (one: number, other: number): number => DISTANCES[metric](one, other, counts);
  const all = [...counts];
  const total = all.reduce((sum, [, count]) => sum + count, 0);
  const expected = all.reduce(
    (sum, [one, count]) => sum + all.reduce((more, [other, times]) => more + count * times * distance(one, other), 0),
    0,
  );
  if (expected === 0) return undefined;
  const observed = paired.reduce((sum, unit) => sum + sumOverPairs(unit, distance) / (unit.length - 1), 0);
  return 1 - ((total - 1) * observed) / expected;
};

/** How many pairs of verdicts there are, and how many of them give the same rating. */
export interface Pairs {
  readonly all: number;
  readonly same: number;
}

const pairsIn = (unit: readonly string[]): Pairs => {
  const pairs = unit.flatMap((one, at) => unit.slice(at + 1).map((other) => one === other));
  return { all: pairs.length, same: pairs.filter(Boolean).length };
};

/** The ratings of a claim's verdicts that stand and were given on the article's scale, in any of its versions: one of each reviewer. */
const ratingsOf = (article: Article, claim: string): readonly string[] => {
  const { scale } = settingsOf(article);
  return verdictsOf(article, claim).flatMap((verdict) =>
    scaleOf(article, verdict)?.id === scale.id ? [verdict.rating] : [],
  );
};

/** How far those who judged a claim agree. */
export const pairsOn = (article: Article, claim: string): Pairs => pairsIn(ratingsOf(article, claim));

/** How far the reviewers of an article agree. */
export interface Agreement extends Pairs {
  /** The claims that two or more judged. */
  readonly claims: number;
  /** Over all ratings, as names. */
  readonly nominal?: number;
  /** Over the ratings that have a place in the order of the scale. */
  readonly ordinal?: number;
}

/** How far the reviewers of an article agree on its claims that are not withdrawn. */
export const agreementIn = (article: Article): Agreement => {
  const { scale } = settingsOf(article);
  const units = [...article.claims.values()]
    .filter(({ id, withdrawn }) => !withdrawn && mainOf(article.claims, id) === id)
    .map(({ id }) => ratingsOf(article, id))
    .filter((unit) => unit.length > 1);
  const pairs = units.map(pairsIn);
  const nominal = krippendorffAlpha(numbered(units), 'nominal');
  const placed = units.map((unit) => unit.flatMap((rating) => ratingOf(scale, rating)?.number ?? []));
  const ordinal = isOrdered(scale) ? krippendorffAlpha(placed, 'ordinal') : undefined;
  return {
    claims: units.length,
    all: pairs.reduce((sum, { all }) => sum + all, 0),
    same: pairs.reduce((sum, { same }) => sum + same, 0),
    ...(nominal !== undefined && { nominal }),
    ...(ordinal !== undefined && { ordinal }),
  };
};

const numbered = (units: readonly (readonly string[])[]): readonly Unit[] => {
  const names = [...new Set(units.flat())];
  return units.map((unit) => unit.map((name) => names.indexOf(name)));
};
