import { Invalid, optional, type Parse, record } from './parsing.ts';

/** How far a figure may be off under a word: `below` as in "almost", `near` as in "about", `above` as in "more than". */
export interface Reach {
  readonly below: number;
  readonly near: number;
  readonly above: number;
}

/** What a desk lets words of a figure say: in percent of the figure; of percentages in percentage points where `points` is there. */
export interface HedgeRule extends Reach {
  readonly points?: Reach;
}

/** "Almost 80" is from 72 to below 80, "about 80" from 73.6 to 86.4, "more than 80" up to 92. */
export const HEDGE_RULE: HedgeRule = { below: 10, near: 8, above: 15 };

const share: Parse<number> = (value, where) => {
  if (typeof value !== 'number' || !(value >= 0 && value <= 100))
    throw new Invalid(where, 'a number from 0 to 100 is expected');
  return value;
};

const parseReach: Parse<Reach> = (value, where) => {
  const fields = record(value, where);
  return {
    below: share(fields.below, `${where}.below`),
    near: share(fields.near, `${where}.near`),
    above: share(fields.above, `${where}.above`),
  };
};

/** Reads a rule. */
export const parseHedgeRule: Parse<HedgeRule> = (value, where) => {
  const points = optional(parseReach)(record(value, where).points, `${where}.points`);
  return { ...parseReach(value, where), ...(points && { points }) };
};
