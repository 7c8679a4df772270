import { isCredit } from './kinds.ts';
import type { Line } from './line.ts';
import type { Known } from './phrases.ts';
import { hasGaps, isTruncated, weightsOf } from './weights.ts';

/** Lines `from` up to, not including, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const EARLIER_IS_ENOUGH = 0.5;
const PROSE_BEFORE_COMMENTS = 400;
const LONGEST_LABEL = 3;
const ADDRESS = /^https?:\/\/\S+$/;
const FARTHEST_OPENING = 8;
const SHORT = 1_500;
const MOST_LABELS = 1;
const FARTHEST_CREDIT = 4;
const PASSING: ReadonlySet<string> = new Set(['byline', 'advertisement', 'widget', 'invisible']);

/**
 * The run of lines with the greatest sum of weights, found in one pass; one that begins earlier is taken when it comes to
 * half as much, for what follows an article are comments and teasers.
 */
const heaviestRun = (weights: readonly number[]): Span => {
  const runs: { from: number; to: number; peak: number }[] = [];
  let sum = 0;
  weights.forEach((weight, at) => {
    if (sum <= 0) {
      if (weight <= 0) return;
      runs.push({ from: at, to: at + 1, peak: 0 });
      sum = 0;
    }
    sum += weight;
    const run = runs.at(-1)!;
    if (sum > run.peak) {
      run.peak = sum;
      run.to = at + 1;
    }
  });
  const most = runs.reduce((peak, run) => Math.max(peak, run.peak), 0);
  return runs.find((run) => run.peak >= most * EARLIER_IS_ENOUGH) ?? { from: 0, to: 0 };
};

/** Where the comments begin within a run, once there is an article above them; else its end. */
const commentsIn = (lines: readonly Line[], known: readonly (Known | undefined)[], { from, to }: Span): number => {
  const prose = (line: Line): number => (line.prose ? line.width : 0);
  const total = lines.slice(from, to).reduce((sum, line) => sum + prose(line), 0);
  const enough = Math.min(PROSE_BEFORE_COMMENTS, total / 2);
  let above = 0;
  for (let at = from; at < to; at += 1) {
    if (known[at]?.closes && known[at]?.reason === 'comments' && above > 0 && above >= enough) return at;
    above += prose(lines[at]!);
  }
  return to;
};

// Losing a last line is worse than keeping a link: the end moves on to the first furniture, teaser or label.
const carriesOn = (line: Line, what: Known | undefined): boolean =>
  (what === undefined || PASSING.has(what.reason)) &&
  !isTruncated(line) &&
  (line.prose || line.ends || line.words > LONGEST_LABEL || ADDRESS.test(line.text));

// A first paragraph may be cut off from the others by a few links or an advertisement.
const openingOf = (lines: readonly Line[], known: readonly (Known | undefined)[], start: number): number => {
  const gappy = hasGaps(lines);
  let from = start;
  for (let at = from - 1; at >= Math.max(0, from - FARTHEST_OPENING); at -= 1) {
    const what = known[at];
    const line = lines[at]!;
    if (what?.closes && what.reason !== 'related') break;
    if (line.prose && !what && !isTruncated(line) && (line.gap || !gappy)) from = at;
  }
  return from;
};

const FARTHEST_BYLINE = 40;
const WORDS_OF_TEXT = 4;
const FEWEST_OF_TEXT = 3;

/**
 * Where a text begins that is no prose at first (a list, a programme, questions): below the byline above it, when most of what stands between
 * says something; else at `from`.
 */
const belowByline = (lines: readonly Line[], known: readonly (Known | undefined)[], from: number): number => {
  const byline = known.slice(0, from).findLastIndex((what) => what?.reason === 'byline');
  if (byline < Math.max(0, from - FARTHEST_BYLINE)) return from;
  let begin = byline + 1;
  while (begin < from && known[begin]) begin += 1;
  const between = lines.slice(begin, from).filter((_, at) => !known[begin + at]);
  const says = between.filter(({ words }) => words >= WORDS_OF_TEXT).length;
  const isClosed = known.slice(begin, from).some((what) => what?.closes);
  return !isClosed && says >= FEWEST_OF_TEXT && says * 2 > between.length ? begin : from;
};

/** The lines of a page that most look like its article; an empty span when none do. */
export const bodyOf = (
  lines: readonly Line[],
  known: readonly (Known | undefined)[],
  strewn: ReadonlySet<string>,
): Span => {
  const run = heaviestRun(weightsOf(lines, known, strewn));
  let to = commentsIn(lines, known, run);
  if (to === run.to) {
    const prose = lines.slice(run.from, run.to).reduce((sum, line) => sum + (line.prose ? line.width : 0), 0);
    const most = prose < SHORT ? MOST_LABELS : 0;
    for (let at = to, labels = 0; at < lines.length && labels <= most; at += 1) {
      const what = known[at];
      if (what && !PASSING.has(what.reason)) break;
      if (carriesOn(lines[at]!, what)) {
        to = at + 1;
        labels = 0;
      } else labels += 1;
    }
  }
  const credit = lines.slice(to, to + FARTHEST_CREDIT).findIndex(isCredit);
  if (to >= run.to && credit >= 0) to += credit + 1;
  return { from: belowByline(lines, known, openingOf(lines, known, run.from)), to };
};
