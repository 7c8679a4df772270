import type { PdfLine } from '../../../shared/pdf/page-text.ts';
import type { Area, SizedPage } from '../../pdf/pdf-pages.ts';
import { type IsOwnHyphen, joinedWords } from './hyphens.ts';

/** A line of a PDF where it stands; lengths are in points, from the page's top left corner. */
export interface PlacedLine {
  /** Counted from 0. */
  readonly page: number;
  readonly line: PdfLine;
  readonly begins: boolean;
  /** All of it leads elsewhere. */
  readonly isLinked: boolean;
  /** The height of its page. */
  readonly of: number;
}

/** Words that belong together, with how they are set. */
export interface Paragraph {
  readonly text: string;
  /** The pages it begins and ends on, counted from 0. */
  readonly page: number;
  readonly lastPage: number;
  /** Where in its text other pages begin, in UTF-16 units. */
  readonly turns?: readonly { readonly page: number; readonly at: number }[];
  /** The size of its type; 0 when it is not read across. */
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Where its last line stands. */
  readonly lastTop: number;
  readonly bottom: number;
  /** Where its last line ends. */
  readonly ends: number;
  /** From the foot of what stands before it, over page ends. */
  readonly gap: number;
  readonly isLinked: boolean;
  /** Running head, foot or page number. */
  readonly isRunning: boolean;
}

/** The size of a line's type (`pageText` makes lines a tenth higher than their type). */
const sizeOf = ({ height }: PdfLine): number => height / 1.1;

/** So much of a line's width is in links when all of it leads elsewhere. */
const LINKED = 0.85;

const isLinked = ({ left, top, width, height }: PdfLine, links: readonly Area[]): boolean => {
  const middle = top + height / 2;
  let covered = 0;
  for (const link of links)
    if (link.top <= middle && link.bottom >= middle)
      covered += Math.max(0, Math.min(link.right, left + width) - Math.max(link.left, left));
  return width > 0 && covered >= LINKED * width;
};

const askewLine = (text: string, page: number, of: number): PlacedLine => {
  const line = { text, at: 0, left: 0, top: 0, width: 0, height: 0 };
  return { page, of, line, begins: true, isLinked: false };
};

/** The lines of all pages in the order in which they are read, and after those of a page the words that stand askew on it. */
export const placedLines = (pages: readonly SizedPage[]): readonly PlacedLine[] =>
  pages.flatMap(({ text, lines, height, links = [] }, page) => {
    const last = lines.at(-1);
    const askew = (last ? text.slice(last.at + last.text.length) : text).split('\n');
    return [
      ...lines.map((line): PlacedLine => {
        const begins = line.at === 0 || text[line.at - 1] === '\n';
        return { page, of: height, line, begins, isLinked: isLinked(line, links) };
      }),
      ...askew.filter((each) => each.trim() !== '').map((each) => askewLine(each, page, height)),
    ];
  });

const ITEM = /^(?:[•‣◦▪●■–*-]|\(?\d{1,2}[.)])\s/;

/** Whether a line is the next of a list's item, the mark of which stands before its text. */
const goesOnInItem = (item: Paragraph, { line, page }: PlacedLine): boolean => {
  const { size, left, lastTop } = item;
  const step = line.top - lastTop;
  const indent = line.left - left;
  return (
    ITEM.test(item.text) &&
    !ITEM.test(line.text) &&
    item.lastPage === page &&
    step > 0 &&
    step <= 1.6 * size &&
    Math.abs(sizeOf(line) - size) <= 0.08 * size &&
    indent > 0.4 * size &&
    indent <= 3 * size
  );
};

/** The paragraphs of lines, those that run through the document by themselves. */
export const paragraphsOf = (
  placed: readonly PlacedLine[],
  running: ReadonlySet<PlacedLine>,
  isOwn: IsOwnHyphen,
): readonly Paragraph[] => {
  const paragraphs: Paragraph[] = [];
  let foot = 0;
  let above: PlacedLine | undefined;
  for (const each of placed) {
    const { line, page } = each;
    const isRunning = running.has(each);
    const [left, right, bottom] = [line.left, line.left + line.width, line.top + line.height];
    const last = paragraphs.at(-1);
    const isRest = last && !last.isRunning && !isRunning && (!each.begins || goesOnInItem(last, each));
    if (isRest) {
      const text = joinedWords(last.text, line.text, isOwn);
      const wider = { left: Math.min(last.left, left), right: Math.max(last.right, right) };
      const whole = { ...last, ...wider, text, bottom, lastTop: line.top, ends: right };
      paragraphs[paragraphs.length - 1] = { ...whole, isLinked: last.isLinked && each.isLinked };
    } else {
      const gap = line.top - foot + (above && above.page !== page ? above.of : 0);
      const place = { page, lastPage: page, left, right, top: line.top, lastTop: line.top, bottom, ends: right };
      paragraphs.push({ text: line.text, size: sizeOf(line), ...place, gap, isLinked: each.isLinked, isRunning });
    }
    if (isRunning || line.height === 0) continue;
    foot = bottom;
    above = each;
  }
  return paragraphs;
};
