/** A stretch of text with its id. */
export interface Stretch {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** How many levels there are: three lines can stand under each other between two lines of text, the last is drawn as there is room. */
export const LEVELS = 4;

/**
 * A level for each stretch such that no two that overlap share one while there are levels left: the shorter has the lower, so
 * that the line of an inner claim stands nearer to its words than the line of the outer one.
 */
export const levelsOf = (stretches: readonly Stretch[]): ReadonlyMap<string, number> => {
  const levels = new Map<string, number>();
  const byStart = [...stretches].sort((one, other) => one.from - other.from);
  const place = new Map(byStart.map((each, index) => [each.id, index]));
  const overlapping = overlaps(byStart);
  for (const each of [...stretches].sort((one, other) => one.to - one.from - (other.to - other.from))) {
    const taken = new Set(
      (overlapping[place.get(each.id) ?? 0] ?? []).map((index) => levels.get(byStart[index]?.id ?? '')),
    );
    let level = 0;
    while (taken.has(level) && level < LEVELS - 1) level += 1;
    levels.set(each.id, level);
  }
  return levels;
};

const overlaps = (byStart: readonly Stretch[]): readonly (readonly number[])[] => {
  const found: number[][] = byStart.map(() => []);
  byStart.forEach((each, index) => {
    for (let next = index + 1; next < byStart.length && (byStart[next]?.from ?? 0) < each.to; next += 1) {
      found[index]?.push(next);
      found[next]?.push(index);
    }
  });
  return found;
};
