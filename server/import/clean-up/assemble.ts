import type { Block, Reading, Removal, RemovalReason } from '../reading.ts';
import { type Fate, isKept } from './fate.ts';
import { kindOf } from './kinds.ts';
import type { Line } from './line.ts';
import { markedRunAt } from './marked-runs.ts';

/** For each line the nearest kept line above and below it. */
const keptNeighbours = (
  lines: readonly Line[],
  fates: readonly Fate[],
): { above: (Line | undefined)[]; below: (Line | undefined)[] } => {
  const above: (Line | undefined)[] = [];
  const below: (Line | undefined)[] = [];
  let last: Line | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    above[at] = last;
    if (isKept(fates[at])) last = lines[at];
  }
  last = undefined;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    below[at] = last;
    if (isKept(fates[at])) last = lines[at];
  }
  return { above, below };
};

/** Where a removal ends that begins at `from`: short lines of one reason go together until a blank line, paragraphs one by one. */
const endOfRemoval = (lines: readonly Line[], fates: readonly Fate[], from: number): number => {
  let to = from + 1;
  if (lines[from]!.prose) return to;
  while (to < lines.length && fates[to] === fates[from] && !lines[to]!.gap && !lines[to]!.prose) to += 1;
  return to;
};

/** The reading that the fates of all lines come to, in the order of the text; `headings` has the levels of lines that are known to be some. */
export const assemble = (
  lines: readonly Line[],
  fates: readonly Fate[],
  headings: ReadonlyMap<number, number> = new Map(),
): Reading => {
  const blocks: Block[] = [];
  const removed: Removal[] = [];
  const title = fates.indexOf('title');
  const { above, below } = keptNeighbours(lines, fates);
  const remove = (text: string, reason: RemovalReason, at: number): void => {
    removed.push({ text, reason, before: at < title ? -1 : blocks.length });
  };
  let at = 0;
  while (at < lines.length) {
    const from = at;
    const line = lines[at]!;
    const fate = fates[at]!;
    at += 1;
    if (fate === 'title') continue;
    if (!isKept(fate)) {
      at = endOfRemoval(lines, fates, from);
      remove(
        lines
          .slice(from, at)
          .map(({ text }) => text)
          .join('\n'),
        fate,
        from,
      );
      continue;
    }
    const level = headings.get(from);
    if (level !== undefined) {
      blocks.push({ kind: 'heading', level, text: line.text });
      continue;
    }
    const marked = fate === 'keep' ? markedRunAt(lines, fates, from) : undefined;
    if (marked) {
      at = from + marked.length;
      remove(marked.marks, 'marks', from);
      blocks.push(...marked.blocks);
    } else
      blocks.push({ kind: fate === 'caption' ? 'caption' : kindOf(line, above[from], below[from]), text: line.text });
  }
  return { title: lines[title]?.text ?? '', blocks, removed };
};
