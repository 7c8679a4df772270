/** The index of an item of one row, and of an equal one of the other. */
export type Pair = readonly [one: number, other: number];

/** The most differences that are looked for between two rows at once; beyond it they are cut where items stand in both just once. */
const MOST = 1_000;

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/**
 * The equal items of two rows, in order in both: as many as there can be (Myers, "An O(ND) difference algorithm"), or nearly as many where
 * the rows differ in more than a thousand places.
 */
export const matched = (one: readonly string[], other: readonly string[]): readonly Pair[] => {
  const [left, right] = numbered(one, other);
  const pairs: Pair[] = [];
  const open: Stretch[] = [{ from: 0, to: one.length, otherFrom: 0, otherTo: other.length }];
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const inner = withoutEnds(left, right, stretch, pairs);
    if (inner.from === inner.to || inner.otherFrom === inner.otherTo) continue;
    const found = fewest(left, right, inner);
    if (found) pairs.push(...found);
    else open.push(...between(inner, onceInBoth(left, right, inner), pairs));
  }
  return pairs.sort(([first], [second]) => first - second);
};

/** Equal items as equal numbers, which are quicker to compare. */
const numbered = (one: readonly string[], other: readonly string[]): readonly [Int32Array, Int32Array] => {
  const numbers = new Map<string, number>();
  const numberOf = (item: string): number => {
    const known = numbers.get(item);
    if (known !== undefined) return known;
    numbers.set(item, numbers.size);
    return numbers.size - 1;
  };
  return [Int32Array.from(one, numberOf), Int32Array.from(other, numberOf)];
};

/** What is left of a stretch when what is equal at its two ends is paired. */
const withoutEnds = (left: Int32Array, right: Int32Array, stretch: Stretch, pairs: Pair[]): Stretch => {
  let { from, to, otherFrom, otherTo } = stretch;
  while (from < to && otherFrom < otherTo && left[from] === right[otherFrom]) pairs.push([from++, otherFrom++]);
  while (from < to && otherFrom < otherTo && left[to - 1] === right[otherTo - 1]) pairs.push([--to, --otherTo]);
  return { from, to, otherFrom, otherTo };
};

/** The pairs with the fewest differences between them; nothing where there are more than may be looked for. */
const fewest = (left: Int32Array, right: Int32Array, stretch: Stretch): readonly Pair[] | undefined => {
  const { from, otherFrom } = stretch;
  const [rows, columns] = [stretch.to - from, stretch.otherTo - otherFrom];
  const most = Math.min(MOST, rows + columns);
  const middle = most + 1;
  const reached = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let differences = 0; differences <= most; differences += 1) {
    trace.push(reached.slice(middle - differences - 1, middle + differences + 2));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const [less, more] = [reached[middle + diagonal - 1]!, reached[middle + diagonal + 1]!];
      let row = diagonal === -differences || (diagonal !== differences && less < more) ? more : less + 1;
      let column = row - diagonal;
      while (row < rows && column < columns && left[from + row] === right[otherFrom + column]) {
        row += 1;
        column += 1;
      }
      reached[middle + diagonal] = row;
      if (row >= rows && column >= columns) return wayBack(trace, stretch);
    }
  }
  return undefined;
};

/** The equal items on the way that was found, from its end to its beginning. */
const wayBack = (trace: readonly Int32Array[], { from, to, otherFrom, otherTo }: Stretch): readonly Pair[] => {
  const pairs: Pair[] = [];
  let [row, column] = [to - from, otherTo - otherFrom];
  for (let differences = trace.length - 1; differences >= 0; differences -= 1) {
    const reached = trace[differences]!;
    const at = (diagonal: number): number => reached[diagonal + differences + 1]!;
    const diagonal = row - column;
    const isDown = diagonal === -differences || (diagonal !== differences && at(diagonal - 1) < at(diagonal + 1));
    const before = isDown ? diagonal + 1 : diagonal - 1;
    const beforeRow = differences === 0 ? 0 : at(before);
    const beforeColumn = differences === 0 ? 0 : beforeRow - before;
    while (row > beforeRow && column > beforeColumn) pairs.push([from + --row, otherFrom + --column]);
    [row, column] = [beforeRow, beforeColumn];
  }
  return pairs;
};

/** The items that stand in each of two stretches just once, as many of them as are in one order (patience). */
const onceInBoth = (left: Int32Array, right: Int32Array, stretch: Stretch): readonly Pair[] => {
  const ones = placesOf(left, stretch.from, stretch.to);
  const others = placesOf(right, stretch.otherFrom, stretch.otherTo);
  const pairs: Pair[] = [];
  for (const [item, at] of ones) {
    const place = others.get(item);
    if (at >= 0 && place !== undefined && place >= 0) pairs.push([at, place]);
  }
  return rising(pairs);
};

/** Where each item stands; -1 where it stands in several places. */
const placesOf = (row: Int32Array, from: number, to: number): ReadonlyMap<number, number> => {
  const places = new Map<number, number>();
  for (let at = from; at < to; at += 1) places.set(row[at]!, places.has(row[at]!) ? -1 : at);
  return places;
};

/** As many as there can be of pairs that rise in one, so that they rise in the other too. */
export const rising = (pairs: readonly Pair[]): readonly Pair[] => {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, [, other]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]![1] < other) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = index;
  }
  const risen: Pair[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index]!) risen.push(pairs[index]!);
  return risen.reverse();
};

/** What lies between pairs, which are added to those found; nothing where there are none: there it is all another. */
const between = (stretch: Stretch, cuts: readonly Pair[], pairs: Pair[]): readonly Stretch[] => {
  if (cuts.length === 0) return [];
  pairs.push(...cuts);
  const ends = [...cuts, [stretch.to, stretch.otherTo] as const];
  return ends.map(([to, otherTo], index) => {
    const [before, otherBefore] = cuts[index - 1] ?? [stretch.from - 1, stretch.otherFrom - 1];
    return { from: before + 1, to, otherFrom: otherBefore + 1, otherTo };
  });
};
