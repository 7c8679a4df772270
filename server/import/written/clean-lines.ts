import { type Fate, isKept } from '../clean-up/fate.ts';
import { kindOf } from '../clean-up/kinds.ts';
import { lineOf as asLine, type Line as PlainLine } from '../clean-up/line.ts';
import { fatesOf } from '../plain-text.ts';
import { type Line, wordsOf } from './line.ts';
import type { Item } from './written.ts';

/** What is to become of the lines of a text that was written, or pasted, without styles. */
export interface Cleaned {
  readonly title?: Line;
  readonly fates: ReadonlyMap<Line, Fate>;
}

const plain = (line: Line): PlainLine => asLine(wordsOf(line).replaceAll(/\s+/g, ' '), line.gap);

const isUnstyled = (item: Item): item is { readonly line: Line } =>
  'line' in item && item.line.style.kind === 'paragraph' && !item.line.style.list;

/**
 * Looks at a text without any style as at a pasted one: which line is its title, which are captions, credits and headings, and, where a
 * page came along, what is not the article. Lines get their kinds; a text with styles is left as its author made it.
 */
export const cleanLines = (items: readonly Item[], clean: boolean): Cleaned => {
  if (!clean || !items.every(isUnstyled)) return { fates: new Map() };
  const lines = items.flatMap((item) => ('line' in item && wordsOf(item.line) !== '' ? [item.line] : []));
  const plainLines = lines.map(plain);
  const fates = fatesOf(plainLines);
  const kept = lines
    .map((line, at) => ({ line, plain: plainLines[at]!, fate: fates[at]! }))
    .filter(({ fate }) => isKept(fate));
  kept.forEach(({ line, plain, fate }, at) => {
    const kind = fate === 'caption' ? fate : kindOf(plain, kept[at - 1]?.plain, kept[at + 1]?.plain);
    line.style = kind === 'heading' ? { kind, level: 1 } : { kind };
  });
  const title = lines[fates.indexOf('title')];
  return { fates: new Map(lines.map((line, at) => [line, fates[at]!])), ...(title && { title }) };
};
