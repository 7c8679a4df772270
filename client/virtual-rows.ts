/** Lists that are no longer than this are on the page as a whole. */
export const WHOLE = 60;

/** A row of a long list by its index, or empty space of so many pixels in the place of rows that are not on the page. */
export type Piece = { readonly row: number } | { readonly gap: number; readonly after: number };

/** Where rows begin and end, in pixels from the list's start; one more than there are rows. */
export const offsetsOf = (heights: readonly number[]): readonly number[] => {
  const offsets = [0];
  for (const height of heights) offsets.push((offsets.at(-1) ?? 0) + height);
  return offsets;
};

/** The last row that begins at or before a place; the first for a place before the list. */
export const rowAt = (offsets: readonly number[], place: number): number => {
  let [low, high] = [0, Math.max(0, offsets.length - 2)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** A stretch of the list, in pixels from its start. */
export interface View {
  readonly top: number;
  readonly bottom: number;
}

/** So many rows before and after one that is kept are on the page too: what stands beside it is seen as soon as it is. */
const BESIDE = 5;

/**
 * The rows that are on the page, those in view and those kept wherever they are with their neighbours, and the space between them:
 * all pieces together are as high as the whole list.
 */
export const piecesOf = (offsets: readonly number[], view: View, kept: readonly number[]): readonly Piece[] => {
  const count = offsets.length - 1;
  if (count <= 0) return [];
  const wanted = new Set<number>();
  const want = (first: number, last: number): void => {
    for (let row = Math.max(0, first); row <= Math.min(count - 1, last); row += 1) wanted.add(row);
  };
  want(rowAt(offsets, view.top), rowAt(offsets, view.bottom));
  for (const row of kept) want(row - BESIDE, row + BESIDE);
  const pieces: Piece[] = [];
  let next = 0;
  const skipTo = (row: number): void => {
    if (row > next) pieces.push({ gap: (offsets[row] ?? 0) - (offsets[next] ?? 0), after: next });
    next = row;
  };
  for (const row of [...wanted].sort((one, other) => one - other)) {
    skipTo(row);
    pieces.push({ row });
    next = row + 1;
  }
  skipTo(count);
  return pieces;
};
