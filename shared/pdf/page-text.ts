import { type Box, boxesOf, type PdfItem } from './boxes.ts';
import { type Row, rowsInOrder } from './columns.ts';
import { joinedSegment, type Segment, segmentsOf } from './segments.ts';

/** Characters of an item that stand in the text as they are. */
export interface Piece {
  readonly item: number;
  /** In the item's words, and in the page's text; both in UTF-16 units. */
  readonly from: number;
  readonly at: number;
  readonly length: number;
}

/** A line of a page, in points from its top left corner. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Where it begins in the page's text, in UTF-16 units. */
  readonly at: number;
}

/** A page of a PDF as it is read. */
export interface PdfPage {
  /** A paragraph a line, the cells of a table's row with a tab between them; words that a line's end divides are whole. */
  readonly text: string;
  readonly lines: readonly PdfLine[];
  /** By their place in the text. */
  readonly pieces: readonly Piece[];
}

const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;
const CLOSE_SET = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]/u;
const BULLET = /^(?:[•‣◦▪●■–—*-]|\(?\d{1,2}[.)])(?:\s|$)/;
const HYPHEN = /\p{L}[-\u2010\u00ad]$/u;

/** Gaps of so many sizes of type are spaces. */
const SPACE = 0.16;

const wordsOf = ({ boxes }: Segment): string => boxes.map(({ str }) => str).join(' ');

const isFromRight = (text: string): boolean =>
  (text.match(FROM_RIGHT)?.length ?? 0) * 2 > (text.match(/\p{L}/gu)?.length ?? 0);

/** A text that grows by the words of boxes, and knows where each came from. */
const growing = () => {
  const pieces: Piece[] = [];
  let text = '';
  return {
    pieces,
    text: () => text,
    say: (words: string): void => {
      if (words !== ' ' || !/\s$/.test(text)) text += words;
    },
    add: ({ item, str }: Box): void => {
      let from = 0;
      for (const { 0: run, index } of str.matchAll(/[^\s\f]+/g)) {
        if (index > from && text !== '' && !/\s$/.test(text)) text += ' ';
        pieces.push({ item, from: index, at: text.length, length: run.length });
        text += run;
        from = index + run.length;
      }
    },
    /** Takes the last character back: the hyphen of a word that goes on. */
    dropLast: (): void => {
      const last = pieces.at(-1);
      if (!last) return;
      text = text.slice(0, -1);
      if (last.length > 1) pieces[pieces.length - 1] = { ...last, length: last.length - 1 };
      else pieces.pop();
    },
  };
};

type Growing = ReturnType<typeof growing>;

const addCell = (page: Growing, cell: Segment): void => {
  const boxes = isFromRight(wordsOf(cell)) ? cell.boxes.toReversed() : cell.boxes;
  let before: Box | undefined;
  for (const box of boxes) {
    const gap = before && (box.left >= before.left ? box.left - before.right : before.left - box.right);
    const isApart = gap !== undefined && gap > SPACE * box.size;
    const endsInSpace = before !== undefined && /\s$/.test(before.str);
    if (before && (isApart || box.isSpaced || endsInSpace || /^\s/.test(box.str))) page.say(' ');
    page.add(box);
    before = box;
  }
};

const addRow = (page: Growing, { cells }: Row): void => {
  const inOrder = isFromRight(cells.map(wordsOf).join(' ')) ? cells.toReversed() : cells;
  for (const [index, cell] of inOrder.entries()) {
    if (index > 0) page.say('\t');
    addCell(page, cell);
  }
};

/** Whether a line goes on with what the one before began. */
const goesOn = (before: Row, row: Row): boolean => {
  const [last, next] = [before.cells[0], row.cells[0]];
  if (!last || !next || before.cells.length > 1 || row.cells.length > 1) return false;
  const step = next.base - last.base;
  const isNear = step > 0 && step <= 1.75 * Math.max(last.size, next.size);
  const isOneColumn = Math.abs(before.edge - row.edge) <= last.size;
  const isAlike = Math.abs(next.size - last.size) <= 0.12 * last.size;
  const indent = next.left - last.left;
  const isAligned = indent <= 0.4 * last.size || isFromRight(wordsOf(next));
  const room = isFromRight(wordsOf(last)) ? 0 : before.edge - last.right;
  const isFull = room <= Math.max(6 * last.size, 0.22 * (before.edge - last.left));
  return isNear && isOneColumn && isAlike && isAligned && isFull && !BULLET.test(wordsOf(next));
};

/** How the words of one line go on in the next: a word that the line's end divided is one again, unless it has its hyphen elsewhere too. */
const join = (page: Growing, next: string, all: string): void => {
  const text = page.text();
  if (HYPHEN.test(text) && /^\p{Ll}/u.test(next)) {
    const [head = ''] = /[\p{L}-]+.$/u.exec(text) ?? [];
    const [tail = ''] = /^\p{L}+/u.exec(next) ?? [];
    if (!all.includes(head.slice(0, -1) + text.slice(-1) + tail)) page.dropLast();
    return;
  }
  if (/[-\u2010/]$/.test(text)) return;
  if (CLOSE_SET.test(text.slice(-1)) && CLOSE_SET.test(next.slice(0, 1))) return;
  page.say(' ');
};

const lineOf = ({ cells }: Row, at: number, text: string): PdfLine => {
  const { left, right, base, size } = joinedSegment(cells.flatMap(({ boxes }) => boxes));
  return { text, at, left, top: base - size * 0.85, width: right - left, height: size * 1.1 };
};

/** No more items of one page are looked at. */
const MANY = 20_000;

/**
 * A page of a PDF as it is read, of the items that pdf.js finds on it. `view` leads from the PDF's space to the page's, as the transform of
 * pdf.js' viewport does. The same on every machine, so that what is seen on a page can be found in its text.
 */
export const pageText = (items: readonly PdfItem[], view: readonly number[]): PdfPage => {
  const { across, askew } = boxesOf(items.slice(0, MANY), view);
  const page = growing();
  const lines: PdfLine[] = [];
  const all = items.map(({ str }) => str).join(' ');
  let before: Row | undefined;
  for (const row of rowsInOrder(segmentsOf(across), isFromRight(all))) {
    const first = wordsOf(row.cells[0]!).trim();
    if (before) {
      if (goesOn(before, row)) join(page, first, all);
      else page.say('\n');
    }
    const at = page.text().length;
    addRow(page, row);
    lines.push(lineOf(row, at, page.text().slice(at)));
    before = row;
  }
  for (const box of askew) {
    if (page.text() !== '') page.say('\n');
    page.add(box);
  }
  return { text: page.text(), lines, pieces: page.pieces };
};
