import type { Box } from './boxes.ts';

/** Words that stand side by side on one line of a column, or in one cell of a table. */
export interface Segment {
  /** From left to right. */
  readonly boxes: readonly Box[];
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
  /** How many characters it has. */
  readonly length: number;
}

/** So many sizes of type apart, words are no neighbours any more. */
const APART = 1.3;

/** Letters whose feet differ by less than this part of their size stand on one line: a note's number is set a little higher. */
const SAME_LINE = 0.42;

/** Segments as one, which spans them. */
export const joinedSegment = (boxes: readonly Box[]): Segment => {
  const largest = boxes.reduce((one, other) => (other.size > one.size ? other : one));
  return {
    boxes,
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    base: largest.base,
    size: largest.size,
    length: boxes.reduce((sum, { str }) => sum + str.length, 0),
  };
};

/** Boxes by the line they stand on, from the top down; columns beside each other share one. */
const rowsOf = (boxes: readonly Box[]): readonly (readonly Box[])[] => {
  const rows: { base: number; size: number; boxes: Box[] }[] = [];
  for (const box of boxes.toSorted((one, other) => one.base - other.base)) {
    const row = rows.findLast(({ base, size }) => Math.abs(base - box.base) <= SAME_LINE * Math.max(size, box.size));
    if (!row) rows.push({ base: box.base, size: box.size, boxes: [box] });
    else {
      row.boxes.push(box);
      if (box.size > row.size) Object.assign(row, { base: box.base, size: box.size });
    }
  }
  return rows.toSorted((one, other) => one.base - other.base).map((row) => row.boxes);
};

/** The segments of a page, line by line from the top, in a line from left to right. */
export const segmentsOf = (boxes: readonly Box[]): readonly Segment[] =>
  rowsOf(boxes).flatMap((row) => {
    const segments: Box[][] = [];
    let edge = Number.NEGATIVE_INFINITY;
    for (const box of row.toSorted((one, other) => one.left - other.left)) {
      if (box.left - edge > APART * box.size) segments.push([box]);
      else segments.at(-1)?.push(box);
      edge = Math.max(edge, box.right);
    }
    return segments.map(joinedSegment);
  });
