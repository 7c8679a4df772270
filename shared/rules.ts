import { isOrdered, offered, type Rating, type Scale } from './scale.ts';
import type { Rule } from './settings.ts';

/** What one judgement says: a rating on a scale, and whether it holds for what stands there now (T8). */
export interface Vote {
  readonly scale: Scale;
  readonly rating: Rating;
  readonly holds: boolean;
}

/** Why votes come to no outcome: they differ, or it is the lead's to say. */
export type OpenReason = 'disputed' | 'undecided';

/** What votes come to under a rule. While that is open, the rating is the newest vote's. */
export interface Count {
  readonly rating: Rating;
  readonly open?: OpenReason;
  /** Whether those votes alone that still hold would bring it about among all that stand (T8). */
  readonly holds: boolean;
}

/** Votes, oldest first; at least one. */
type Votes = readonly [Vote, ...Vote[]];

type Counting = (votes: Votes) => Count;

const newestOf = (votes: Votes): Vote => votes.at(-1) ?? votes[0];

// Of two versions of a scale, a rating is the same as long as it says the same.
const isSame = (one: Vote, other: Vote): boolean =>
  one.scale.id === other.scale.id && one.rating.id === other.rating.id && one.rating.label === other.rating.label;

const open = (votes: Votes, why: OpenReason): Count => {
  const { rating, holds } = newestOf(votes);
  return { rating, holds, open: why };
};

/** All that stand give the same rating; a dissent stands until whoever gave it thinks otherwise, stale or not. */
const agree: Counting = (votes) => {
  const newest = newestOf(votes);
  if (!votes.every((vote) => isSame(vote, newest))) return open(votes, 'disputed');
  return { rating: newest.rating, holds: votes.some(({ holds }) => holds) };
};

/** More than half of all that stand give the same rating. */
const majority: Counting = (votes) => {
  const isMost = (some: readonly Vote[]): boolean => some.length * 2 > votes.length;
  const won = votes.find((vote) => isMost(votes.filter((each) => isSame(each, vote))));
  if (!won) return open(votes, 'disputed');
  const winners = votes.filter((each) => isSame(each, won));
  return { rating: won.rating, holds: isMost(winners.filter(({ holds }) => holds)) };
};

/** The rating nearest to a mean; of two as near, the one nearer to the middle of the scale, and then the lower one. */
export const nearest = (scale: Scale, mean: number): Rating | undefined => {
  const placed = offered(scale).flatMap((rating) =>
    rating.number === undefined ? [] : [{ rating, number: rating.number }],
  );
  const numbers = placed.map(({ number }) => number);
  const middle = (Math.min(...numbers) + Math.max(...numbers)) / 2;
  const [first] = placed.sort(
    (one, other) =>
      Math.abs(one.number - mean) - Math.abs(other.number - mean) ||
      Math.abs(one.number - middle) - Math.abs(other.number - middle) ||
      one.number - other.number,
  );
  return first?.rating;
};

/**
 * The mean of those that have a place in the order of the newest vote's scale, rounded to a rating of it. Those without one stand apart:
 * where they are as many as the others, there is no mean. On a scale without an order all must agree.
 */
const mean: Counting = (votes) => {
  const { scale } = newestOf(votes);
  const counted = votes.filter((vote) => vote.scale.id === scale.id && vote.rating.number !== undefined);
  const agreed = agree(votes);
  if (agreed.open === undefined || !isOrdered(scale) || counted.length * 2 <= votes.length) return agreed;
  const sum = counted.reduce((total, { rating }) => total + (rating.number ?? 0), 0);
  const rating = nearest(scale, sum / counted.length);
  return rating ? { rating, holds: counted.every(({ holds }) => holds) } : agreed;
};

/** Nothing is decided until the lead does. */
const lead: Counting = (votes) => open(votes, 'undecided');

const COUNTINGS: Readonly<Record<Rule, Counting>> = { agree, majority, mean, lead };

/** What votes, oldest first, come to under a rule; nothing when there are none. */
export const countVotes = (rule: Rule, [first, ...others]: readonly Vote[]): Count | undefined =>
  first && COUNTINGS[rule]([first, ...others]);
