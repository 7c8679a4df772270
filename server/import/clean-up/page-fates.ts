import type { RemovalReason } from '../reading.ts';
import { bodyOf } from './body.ts';
import type { Fate } from './fate.ts';
import { headlineAbove } from './headline.ts';
import { isCaption, isCredit } from './kinds.ts';
import type { Line } from './line.ts';
import { noticeFrom } from './notice.ts';
import type { Known } from './phrases.ts';
import { isCaptionOfDouble, isDoubled, strewn } from './repeats.ts';

const WIDEST_LABEL = 20;
const TIMETABLE = 8;
// Words that a page uses as a label and an author may use as a heading.
const MAY_HEAD: ReadonlySet<RemovalReason> = new Set(['navigation', 'notice', 'byline', 'related']);

/** Why a line outside the article goes, when its words do not say. */
const outside = (line: Line): RemovalReason => {
  if (line.prose || line.ends) return 'aside';
  return line.words <= 4 ? 'navigation' : 'related';
};

const isStandfirst = (line: Line, underTitle: number): boolean =>
  line.width >= 80 || (line.width >= 40 && (line.ends || underTitle <= 2));

/**
 * What becomes of the lines of a page copied whole: its article is found, and all that is around and between goes with a reason. Which
 * line is its headline is found by its words where nobody has seen it.
 */
export const pageFates = (
  lines: readonly Line[],
  known: readonly (Known | undefined)[],
  headline = -1,
): readonly Fate[] | undefined => {
  const labels = strewn(lines);
  const body = bodyOf(lines, known, labels);
  if (body.from === body.to) return undefined;
  const title = headline >= 0 ? headline : headlineAbove(lines, known, body);
  const titleText = lines[title]?.text;
  const start = title < 0 ? body.from : title;
  const notice = noticeFrom(lines, known, body.to);
  const isTimetable = known.slice(body.from, body.to).filter((what) => what?.reason === 'byline').length >= TIMETABLE;
  const seen = new Set<string>();
  let paragraphs = 0;
  let inRelated = false;

  const fateOfKnown = (line: Line, what: Known, at: number): Fate => {
    if (what.closes || what.reason === 'related') inRelated = true;
    if (what.sure) return what.reason;
    const between = lines[at - 1]?.prose && lines[at + 1]?.prose;
    // A day between two paragraphs may head what happened on it, and many of them are a list.
    if (what.reason === 'byline' && paragraphs > 0 && (between || isTimetable)) return 'keep';
    return between && MAY_HEAD.has(what.reason) && !/[:|»]/.test(line.text) ? 'keep' : what.reason;
  };

  return lines.map((line, at): Fate => {
    const what = known[at];
    if (at === title) return 'title';
    if (line.text === titleText && line.width > WIDEST_LABEL) return 'repeated';
    if (at >= notice && at < body.to) return 'notice';
    if (at < start || at >= body.to) return what?.reason ?? outside(line);
    if (isDoubled(lines, at)) return 'repeated';
    if (isCaptionOfDouble(lines, at)) return 'caption';
    if (isCredit(line) || isCaption(line)) return 'keep';
    if (what) return fateOfKnown(line, what, at);
    if (line.prose) {
      if (seen.has(line.text)) return 'repeated';
      seen.add(line.text);
      paragraphs += 1;
      inRelated = false;
      return 'keep';
    }
    if (labels.has(line.folded)) return 'widget';
    if (at < body.from && !isStandfirst(line, at - title)) return line.words <= 3 ? 'byline' : 'navigation';
    if (inRelated && !line.ends && !(line.gap && lines[at + 1]?.prose)) return 'related';
    return 'keep';
  });
};
