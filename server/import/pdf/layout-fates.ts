import type { Fate } from '../clean-up/fate.ts';
import { isCredit } from '../clean-up/kinds.ts';
import type { Line } from '../clean-up/line.ts';
import { isAlike } from './joined.ts';
import type { Paragraph } from './paragraphs.ts';

/** A picture leaves so much room above its caption, in sizes of type. */
const PICTURE = 4;
const LONGEST_CAPTION = 300;
const CREDITED = /[([][^()[\]]{2,60}[)\]]\.?$/;
const LONGEST_BYLINE = 120;
const MARKED = /^(?:[-–—*•·▪◦‣●○>]|\(?\d{1,3}[.)]\s)/u;

/** A column holds so much of the text at least. */
const COLUMN = 0.15;

/** Where the columns of a text begin from the left, in points. */
const columnsOf = (paragraphs: readonly Paragraph[], size: number): readonly number[] => {
  const lengths = new Map<number, number>();
  for (const each of paragraphs) {
    if (!isAlike(each.size, size) || each.text.length < 100) continue;
    const left = Math.round(each.left);
    lengths.set(left, (lengths.get(left) ?? 0) + each.text.length);
  }
  const all = [...lengths.values()].reduce((sum, length) => sum + length, 0);
  return [...lengths].filter(([, length]) => length >= COLUMN * all).map(([left]) => left);
};

const isSmaller = ({ size }: Paragraph, body: number): boolean => size < body * 0.95;

/** Whether each paragraph belongs to a picture: it stands outside the column, or smaller, below room for one, or names who took it. */
const captions = (paragraphs: readonly Paragraph[], lines: readonly Line[], body: number): readonly boolean[] => {
  const columns = columnsOf(paragraphs, body);
  const isAside = (at: number): boolean => {
    const left = paragraphs[at]?.left;
    return left !== undefined && columns.every((column) => Math.abs(left - column) > 1.2 * body);
  };
  let wasCaption = false;
  return paragraphs.map((paragraph, at) => {
    const line = lines[at]!;
    const isSmall = isSmaller(paragraph, body);
    const [aside, isSingle] = [isAside(at), !isAside(at - 1) && !isAside(at + 1)];
    const isBelowPicture = paragraph.gap >= PICTURE * body || (wasCaption && isSmall && paragraph.gap < 2 * body);
    const stands = aside
      ? isBelowPicture || isSmall || (isSingle && paragraph.gap >= 2 * body) || CREDITED.test(line.text)
      : isSmall && isBelowPicture;
    const canBe = line.words >= 3 && line.text.length <= LONGEST_CAPTION && !MARKED.test(line.text);
    wasCaption = canBe && stands && paragraph.size > 0 && paragraph.size <= body * 1.08;
    return wasCaption;
  });
};

/** What becomes of paragraphs when it is seen how they are set, and not only what they say: captions, bylines and links to elsewhere. */
export const layoutFates = (
  paragraphs: readonly Paragraph[],
  lines: readonly Line[],
  fates: readonly Fate[],
  body: number,
): readonly Fate[] => {
  const isCaption = captions(paragraphs, lines, body);
  const title = fates.indexOf('title');
  const isText = (at: number): boolean => lines[at]!.prose && isAlike(paragraphs[at]!.size, body) && !isCaption[at];
  const first = lines.findIndex((_, at) => at > title && isText(at));
  const last = lines.findLastIndex((line, at) => fates[at] === 'keep' && (line.prose || line.ends || isCredit(line)));
  return fates.map((fate, at): Fate => {
    if (fate !== 'keep') return fate;
    const [paragraph, line] = [paragraphs[at]!, lines[at]!];
    const isOpen = !line.ends && line.text.length <= LONGEST_BYLINE;
    if (title >= 0 && at > title && at < first && isOpen && isSmaller(paragraph, body)) return 'byline';
    if (isCaption[at] && at > title) return 'caption';
    if (paragraph.isLinked && isOpen && !line.prose) return 'related';
    if (paragraph.size === 0) return 'aside';
    return at > last && at > first && first >= 0 && !isAlike(paragraph.size, body) ? 'related' : fate;
  });
};
