import { type Line, lineOf } from './line.ts';

const NARROWEST = 40;
const FEWEST = 2;
const WIDEST = 100;
const MARKED = /^(?:[-–—*•·▪◦‣●○>]|\d{1,3}[.)]\s)/u;
const CAPITAL = /^[\p{Lu}"“«„]/u;
const IDEOGRAPH = /^[\u2e80-\u9fff\uff00-\uff60]/;

const firstWord = (text: string): number => {
  if (IDEOGRAPH.test(text)) return 1;
  const space = text.indexOf(' ');
  return space < 0 ? text.length : space;
};

// A line is full when the next word would not have fitted: that is how a program wraps, and not how verse or a menu breaks.
const isFull = (line: Line, next: Line, margin: number): boolean =>
  line.text.length + 1 + firstWord(next.text) > margin;

const follows = (line: Line): boolean => !line.gap && !MARKED.test(line.text);

const tight = (above: string, below: string): boolean =>
  (IDEOGRAPH.test(below) && IDEOGRAPH.test(above.at(-1)!)) || /\p{L}[-\u00ad]$/u.test(above);

const joined = (parts: readonly string[]): string =>
  parts.map((part, at) => (at === 0 || tight(parts[at - 1]!, part) ? part : ` ${part}`)).join('');

/** Lines without a blank line or a mark between them. */
const groupsOf = (lines: readonly Line[]): readonly (readonly Line[])[] => {
  const groups: Line[][] = [];
  for (const line of lines) {
    if (groups.length > 0 && follows(line)) groups.at(-1)!.push(line);
    else groups.push([line]);
  }
  return groups;
};

const fullIn = (group: readonly Line[], margin: number): number =>
  group.filter((next, at) => at > 0 && isFull(group[at - 1]!, next, margin)).length;

// A headline or an address may be longer than the margin, but not many lines are; and verse begins its lines with capitals.
const isWrapped = (lines: readonly Line[], groups: readonly (readonly Line[])[], margin: number): boolean => {
  if (margin < NARROWEST || margin > WIDEST) return false;
  if (lines.filter((line) => line.text.length > margin).length > Math.max(1, lines.length / 20)) return false;
  const above = groups.flatMap((group) => group.slice(0, -1));
  const below = groups.flatMap((group) => group.slice(1));
  const full = groups.reduce((sum, group) => sum + fullIn(group, margin), 0);
  return (
    full >= FEWEST &&
    full >= above.length * 0.6 &&
    above.filter((line) => line.ends).length <= above.length * 0.5 &&
    below.filter((line) => CAPITAL.test(line.text)).length <= below.length * 0.6
  );
};

/** Paragraphs that a program broke at a margin are joined again; lines that their author broke stay as they are. */
export const unwrap = (lines: readonly Line[]): readonly Line[] => {
  const groups = groupsOf(lines);
  const margin = groups.reduce(
    (most, group) => group.slice(0, -1).reduce((longest, line) => Math.max(longest, line.text.length), most),
    0,
  );
  if (!isWrapped(lines, groups, margin)) return lines;
  return groups.flatMap((group) => {
    const wrapped = group.length > 1 && fullIn(group, margin) >= (group.length - 1) * 0.85;
    return wrapped ? [lineOf(joined(group.map((line) => line.text)), group[0]!.gap)] : group;
  });
};
