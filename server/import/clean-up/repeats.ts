import type { Line } from './line.ts';

const NARROWEST = 40;
const NARROWEST_UNENDED = 80;
const LONGEST_CAPTION = 300;
const WIDEST_STREWN = 40;

/** Whether a line says again what the one above it says, as a caption does its picture's description; what is said thrice is meant. */
export const isDoubled = (lines: readonly Line[], at: number): boolean => {
  const line = lines[at];
  if (line === undefined || lines[at - 1]?.text !== line.text) return false;
  if (lines[at - 2]?.text === line.text || lines[at + 1]?.text === line.text) return false;
  return line.words >= 4 && line.width >= (line.ends ? NARROWEST : NARROWEST_UNENDED);
};

/** Whether a line is the first of a double and short enough for the caption of a picture. */
export const isCaptionOfDouble = (lines: readonly Line[], at: number): boolean =>
  isDoubled(lines, at + 1) && lines[at]!.text.length <= LONGEST_CAPTION;

/** Short lines that a page strews between the paragraphs: the same words, three times or more. */
export const strewn = (lines: readonly Line[]): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const { folded, width, ends } of lines) {
    if (folded !== '' && width <= WIDEST_STREWN && !ends) counts.set(folded, (counts.get(folded) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([folded]) => folded));
};
