import { isCaption } from './kinds.ts';
import type { Line } from './line.ts';
import type { Known } from './phrases.ts';

const TRUNCATED = /(?:\.\.\.|…)[\])]?$/;
const LONGEST_TEASER = 400;
const COMMENTS_TRUST = 0.3;
const PROSE_BEFORE_COMMENTS = 100;

/** Whether a line breaks off as teasers of other articles do. */
export const isTruncated = (line: Line): boolean => line.width < LONGEST_TEASER && TRUNCATED.test(line.text);

const speaks = (line: Line | undefined): boolean =>
  line !== undefined && (line.prose || (line.ends && line.width >= 40));

/** Whether the text sets its paragraphs off with blank lines, so that a paragraph without one is a teaser or a comment. */
export const hasGaps = (lines: readonly Line[]): boolean => {
  let prose = 0;
  let gaps = 0;
  for (const line of lines) {
    if (!line.prose) continue;
    prose += line.width;
    if (line.gap) gaps += line.width;
  }
  return gaps > prose * 0.6;
};

const PASSED: ReadonlySet<string> = new Set(['advertisement', 'widget', 'invisible']);

// For each line, whether it speaks and its nearest neighbour on either side does, too; what is strewn between, and pictures, do not count.
const inCompany = (
  lines: readonly Line[],
  known: readonly (Known | undefined)[],
  strewn: ReadonlySet<string>,
): readonly boolean[] => {
  const company: boolean[] = lines.map(() => false);
  let last = -1;
  lines.forEach((line, at) => {
    const reason = known[at]?.reason;
    if (strewn.has(line.folded) || (reason && PASSED.has(reason)) || isCaption(line)) return;
    if (speaks(line) && speaks(lines[last])) {
      company[last] = true;
      company[at] = true;
    }
    last = at;
  });
  return company;
};

const weightOfKnown = ({ reason, closes }: Known): number => {
  if (reason === 'invisible') return 0;
  if (closes) return reason === 'related' ? -1.5 : -4;
  if (reason === 'advertisement') return -0.1;
  if (reason === 'related') return -0.3;
  return reason === 'byline' ? -1.5 : -0.6;
};

const weightOfProse = (width: number): number =>
  0.8 + Math.min(width, 400) / 150 + Math.min(Math.max(width - 400, 0), 6000) / 600;

/** How much each line speaks for standing in an article: paragraphs among paragraphs for, labels, teasers and furniture against. */
export const weightsOf = (
  lines: readonly Line[],
  known: readonly (Known | undefined)[],
  strewn: ReadonlySet<string>,
): readonly number[] => {
  const gappy = hasGaps(lines);
  const company = inCompany(lines, known, strewn);
  let trust = 1;
  let prose = 0;
  return lines.map((line, at) => {
    const what = known[at];
    if (what?.closes && what.reason === 'comments' && prose > PROSE_BEFORE_COMMENTS) trust = COMMENTS_TRUST;
    if (what?.closes || (what && !strewn.has(line.folded))) return weightOfKnown(what);
    if (strewn.has(line.folded)) return -0.05;
    if (line.prose) {
      prose += line.width;
      if (isTruncated(line)) return 0.1;
      return weightOfProse(line.width) * trust * (company[at] ? 1 : 0.4) * (gappy && !line.gap ? 0.4 : 1);
    }
    if (isTruncated(line)) return -0.3;
    if (line.ends) return line.width >= 40 ? 0.5 : line.width >= 20 ? 0.1 : 0;
    if (gappy && line.gap) return line.width >= 40 ? -0.1 : -0.4;
    return -0.6;
  });
};
