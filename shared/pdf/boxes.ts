/** Words that a PDF paints at one go, as pdf.js tells of them (`TextItem`). */
export interface PdfItem {
  readonly str: string;
  /** How far it reaches along its line, in points. */
  readonly width: number;
  /** From the item's own space to the page's: six numbers, as a PDF has them (ISO 32000-2, 8.3.3). */
  readonly transform: readonly number[];
}

/** An item where it stands on the page, in points from its top left corner. */
export interface Box {
  /** Which item of the page it is. */
  readonly item: number;
  readonly str: string;
  readonly left: number;
  readonly right: number;
  /** Where its letters stand. */
  readonly base: number;
  /** The size of its type. */
  readonly size: number;
  /** White space was painted just before it. */
  readonly isSpaced: boolean;
}

/** Two transforms after one another (ISO 32000-2, 8.3.4). */
const through = (outer: readonly number[], inner: readonly number[]): readonly number[] => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
};

/** What is painted twice, a hair apart, to look bold, is read once. */
const isPaintedAgain = (one: Box, other: Box): boolean =>
  one.str === other.str &&
  Math.abs(one.left - other.left) < one.size * 0.25 &&
  Math.abs(one.base - other.base) < one.size * 0.25;

/** The boxes of a page's items that are read across, in the order in which they are painted, and the items that are not. */
export const boxesOf = (
  items: readonly PdfItem[],
  view: readonly number[],
): { readonly across: readonly Box[]; readonly askew: readonly Box[] } => {
  const across: Box[] = [];
  const askew: Box[] = [];
  let isSpaced = false;
  for (const [item, { str, width, transform }] of items.entries()) {
    if (str.trim() === '') {
      isSpaced ||= str !== '';
      continue;
    }
    const [a = 1, b = 0, c = 0, d = 1, left = 0, base = 0] = through(view, transform);
    const size = Math.hypot(c, d) || 1;
    const box: Box = { item, str, left, right: left + width, base, size, isSpaced };
    isSpaced = false;
    if (Math.abs(b) > Math.abs(a) * 0.2 || a < 0) askew.push(box);
    else if (!across.slice(-3).some((each) => isPaintedAgain(each, box))) across.push(box);
  }
  return { across, askew };
};
