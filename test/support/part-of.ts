/** The seed that says which part of a matrix is run: `SEED`, or the number of today, so that every part has its day. */
const SEED = Number(process.env.SEED ?? Math.floor(Date.now() / 86_400_000));

/** `npm run test:long` runs all parts in one. */
export const IS_WHOLE = process.env.WHOLE !== undefined;

/** A part of a matrix, as large as may be run each time, and what says which part it is. */
export interface PartOf<T> {
  readonly items: readonly T[];
  /** As in `part 3 of 6, SEED=20786`: with that in front of `npx mocha` and the path of the file it is run again. */
  readonly says: string;
  /** How often all parts have had their turn before: what is to be other from one time to the next goes by it. */
  readonly turn: number;
}

/**
 * At most `size` of the items, taken at even distances, for a seed. Seeds that follow one another give other parts, until after as many
 * as there are parts every item has been among them once.
 */
export const partOf = <T>(items: readonly T[], size: number, seed = SEED): PartOf<T> => {
  const parts = IS_WHOLE ? 1 : Math.max(1, Math.ceil(items.length / size));
  const which = seed % parts;
  return {
    items: items.filter((_, index) => index % parts === which),
    says: parts === 1 ? 'all' : `part ${which + 1} of ${parts}, SEED=${seed}`,
    turn: Math.floor(seed / parts),
  };
};
