import type { Segment } from './segments.ts';

/** A line as it is read: one segment of running text, or the cells of a table's row. */
export interface Row {
  readonly cells: readonly Segment[];
  /** The right edge of the column it stands in: a line that ends well before it ends a paragraph. */
  readonly edge: number;
}

/** A column has so many lines at least, of so many characters, over so much of its width; a table's has not. */
const COLUMN = { lines: 3, characters: 16, filled: 0.5 } as const;

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

const isColumn = (segments: readonly Segment[]): boolean => {
  if (segments.length < COLUMN.lines) return false;
  const width = edgeOf(segments) - Math.min(...segments.map(({ left }) => left));
  return (
    median(segments.map(({ length }) => length)) >= COLUMN.characters &&
    median(segments.map(({ left, right }) => right - left)) >= COLUMN.filled * width
  );
};

const edgeOf = (segments: readonly Segment[]): number => Math.max(...segments.map(({ right }) => right));

interface Split {
  readonly left: readonly Segment[];
  readonly right: readonly Segment[];
}

const sides = (segments: readonly Segment[], at: number): Split => ({
  left: segments.filter(({ right }) => right <= at),
  right: segments.filter(({ right }) => right > at),
});

/** Bands of a page from the top down: those where a gutter runs at a place, and the lines across it. */
const bandsAt = (segments: readonly Segment[], at: number): readonly (readonly Segment[])[] => {
  const bands: Segment[][] = [];
  let isAcross: boolean | undefined;
  for (const segment of segments) {
    const across = segment.left < at && segment.right > at;
    if (across !== isAcross) bands.push([]);
    isAcross = across;
    bands.at(-1)?.push(segment);
  }
  return bands;
};

/** Where most lines begin that are not the leftmost: the gutters before these are tried, the likeliest first. */
const gutters = (segments: readonly Segment[]): readonly number[] => {
  const begins = new Map<number, number>();
  for (const { left } of segments) {
    const place = Math.round(left / 3);
    begins.set(place, (begins.get(place) ?? 0) + 1);
  }
  return [...begins]
    .filter(([, count]) => count >= COLUMN.lines)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 8)
    .map(([place]) => place * 3 - 3);
};

const areColumns = ({ left, right }: Split): boolean => isColumn(left) && isColumn(right);

/** So many lines up and down are looked at for where a block of text ends. */
const NEAR = 24;

const isOfOneBlock = (one: Segment, other: Segment | undefined): boolean =>
  other !== undefined &&
  Math.abs(one.size - other.size) <= 0.12 * other.size &&
  Math.abs(one.left - other.left) <= 3 * other.size;

const inRows = (segments: readonly Segment[]): readonly Row[] => {
  const rows: Segment[][] = [];
  for (const segment of segments) {
    const last = rows.at(-1)?.at(-1);
    const isBeside = last && Math.abs(last.base - segment.base) <= 0.3 * Math.max(last.size, segment.size);
    if (isBeside && segment.left >= last.right) rows.at(-1)?.push(segment);
    else rows.push([segment]);
  }
  return rows.map((cells, index) => {
    const near = rows.slice(Math.max(0, index - NEAR), index + NEAR).flatMap((each) => (each[1] ? [] : each));
    return { cells, edge: edgeOf([...near.filter((each) => isOfOneBlock(each, cells[0])), ...cells]) };
  });
};

/**
 * The lines of a page in the order in which they are read: columns of running text one after the other, whatever spans them where it
 * stands, tables row by row. Columns of a page in a script that is written from the right begin there.
 */
export const rowsInOrder = (segments: readonly Segment[], fromRight: boolean, depth = 0): readonly Row[] => {
  if (segments.length === 0) return [];
  const at =
    depth < 4 &&
    gutters(segments).find((place) => bandsAt(segments, place).some((band) => areColumns(sides(band, place))));
  if (!at) return inRows(segments);
  return bandsAt(segments, at).flatMap((band) => {
    const split = sides(band, at);
    if (!areColumns(split)) return inRows(band);
    const [first, second] = fromRight ? [split.right, split.left] : [split.left, split.right];
    return [...rowsInOrder(first, fromRight, depth + 1), ...rowsInOrder(second, fromRight, depth + 1)];
  });
};
