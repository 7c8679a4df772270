import type { Block } from '../reading.ts';
import type { Fate } from './fate.ts';
import type { Line } from './line.ts';

/** Lines that carry the marks of a list or a quotation, as blocks without them, and the marks themselves. */
export interface MarkedRun {
  readonly length: number;
  readonly blocks: readonly Block[];
  readonly marks: string;
}

const BULLET = /^([•·▪◦‣●○*-]) (?=\S)/u;
// A hyphen may open speech and an asterisk a footnote; these signs open nothing but an item.
const SURE_BULLET = /^[•▪◦‣●]/u;
const NUMBER = /^(\d{1,3}[.)]) (?=\S)/u;
const QUOTED = /^((?:> ?)+)/u;
// "- Yes, - he said": a dash that opens speech, as in Russian prose.
const SPEECH_TAG = /[,.!?…] [-–—] /u;

const run = (
  lines: readonly Line[],
  fates: readonly Fate[],
  from: number,
  goesOn: (line: Line, nth: number) => boolean,
): readonly Line[] => {
  let to = from;
  while (fates[to] === 'keep' && goesOn(lines[to]!, to - from)) to += 1;
  return lines.slice(from, to);
};

const unmarked = (lines: readonly Line[], mark: RegExp): readonly string[] =>
  lines.map((line) => line.text.replace(mark, ''));
const marksOf = (lines: readonly Line[], mark: RegExp): string =>
  lines.map((line) => mark.exec(line.text)![1]!.trim()).join(' ');

const listAt = (lines: readonly Line[], fates: readonly Fate[], at: number): MarkedRun | undefined => {
  const ordered = NUMBER.test(lines[at]!.text);
  const mark = ordered ? NUMBER : BULLET;
  const items = run(lines, fates, at, ({ text }, nth) =>
    ordered
      ? Number.parseInt(NUMBER.exec(text)?.[1] ?? '', 10) === nth + 1
      : BULLET.test(text) && !SPEECH_TAG.test(text.slice(2, 2000)),
  );
  if (items.length === 0 || (items.length === 1 && !SURE_BULLET.test(items[0]!.text))) return undefined;
  const list: Block = { kind: 'list', ordered, items: unmarked(items, mark) };
  return { length: items.length, blocks: [list], marks: marksOf(items, mark) };
};

const quoteAt = (lines: readonly Line[], fates: readonly Fate[], at: number): MarkedRun | undefined => {
  const quoted = run(lines, fates, at, (line, nth) => QUOTED.test(line.text) && (nth === 0 || !line.gap));
  if (quoted.length === 0) return undefined;
  const paragraphs: string[][] = [[]];
  for (const text of unmarked(quoted, QUOTED)) {
    if (text === '') paragraphs.push([]);
    else paragraphs.at(-1)!.push(text);
  }
  const blocks = paragraphs
    .filter((parts) => parts.length > 0)
    .map((parts): Block => ({ kind: 'quote', text: parts.join(' ') }));
  return { length: quoted.length, blocks, marks: marksOf(quoted, QUOTED) };
};

/** The list or quotation that begins at a kept line, if one does; the lines of a quoted paragraph are joined, as in mail and Markdown. */
export const markedRunAt = (lines: readonly Line[], fates: readonly Fate[], at: number): MarkedRun | undefined =>
  quoteAt(lines, fates, at) ?? listAt(lines, fates, at);
