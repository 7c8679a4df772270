import { Invalid, identifier, own, type Parse, record } from './parsing.ts';

/** A text that steps can go to: the article's own, or the rationale of a claim. */
export type Target = 'body' | { readonly rationale: string };

/** Something that concerns one text. */
export interface Targeted {
  readonly target: Target;
}

/** The same for equal targets: what tables by target are looked up with. */
export const keyOf = (target: Target): string => (target === 'body' ? 'body' : `rationale ${target.rationale}`);

export const parseTarget: Parse<Target> = (value, where) => {
  if (value === 'body') return value;
  if (typeof value !== 'object') throw new Invalid(where, '"body" or {"rationale": CLAIM} is expected');
  return { rationale: identifier(own(record(value, where), 'rationale'), `${where}.rationale`) };
};

/** Two places in a sequence, of which the second brings back what the first takes back. */
export type Mirror = readonly [away: number, again: number];

/** What of a sequence concerns one text, in order, with the mirrors as places in it. */
export interface Lane<T> extends Targeted {
  readonly items: readonly T[];
  readonly mirrors: readonly Mirror[];
}

/** A sequence over several texts as one lane for each, by the key of its target. Mirrors never tie two texts. */
export const lanesOf = <T extends Targeted>(
  all: readonly T[],
  mirrors: readonly Mirror[] = [],
): ReadonlyMap<string, Lane<T>> => {
  const lanes = new Map<string, { target: Target; items: T[]; mirrors: Mirror[] }>();
  const places: number[] = [];
  const laneOf = (item: T) => {
    const key = keyOf(item.target);
    const lane = lanes.get(key) ?? { target: item.target, items: [], mirrors: [] };
    lanes.set(key, lane);
    return lane;
  };
  for (const item of all) places.push(laneOf(item).items.push(item) - 1);
  for (const [away, again] of mirrors) {
    const [item, from, to] = [all[away], places[away], places[again]];
    if (item && from !== undefined && to !== undefined) laneOf(item).mirrors.push([from, to]);
  }
  return lanes;
};
