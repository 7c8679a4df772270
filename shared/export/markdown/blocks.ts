import type { Node } from 'prosemirror-model';
import { linkAddress } from '../web-address.ts';
import { escapedInOne, linked } from './escaped.ts';
import { type Behind, inlineMarkdown } from './inline.ts';

type Lines = readonly string[];

/** Blocks with an empty line between each two. */
export const apart = (blocks: readonly Lines[]): Lines =>
  blocks.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));

/** Lines as those of a quotation. */
export const quoted = (lines: Lines): Lines => lines.map((line) => (line === '' ? '>' : `> ${line}`));

/** Lines as those of an item of a list. */
export const item = (sign: string, lines: Lines): Lines => {
  if (lines.length === 0) return [sign];
  const indent = ' '.repeat(sign.length + 1);
  return lines.map((line, index) => (index === 0 ? `${sign} ${line}` : line && indent + line));
};

const inline = (node: Node, at: number, behind: Behind): string => inlineMarkdown(node, at, behind);

const inOneLine = (markdown: string): string => markdown.replaceAll('\\\n', ' ').trim();

const linesOf = (markdown: string): Lines => (markdown === '' ? [] : markdown.split('\n'));

/** `at` is the position before the first child. */
type Write = (node: Node, at: number, behind: Behind) => Lines;

const children = (node: Node, at: number, behind: Behind): readonly Lines[] => {
  const blocks: Lines[] = [];
  // Two lists that follow each other are one, unless their signs differ (CommonMark §5.3).
  let turn = 0;
  node.forEach((child, offset, index) => {
    turn = index > 0 && node.child(index - 1).type === child.type ? 1 - turn : 0;
    blocks.push(blockLines(child, at + offset, behind, turn === 1));
  });
  return blocks;
};

const list =
  (sign: (index: number) => string): Write =>
  (node, at, behind) => {
    const items: Lines[] = [];
    node.forEach((child, offset, index) => {
      items.push(item(sign(index), apart(children(child, at + offset + 1, behind))));
    });
    return apart(items);
  };

const cellLine = (cell: Node, at: number, behind: Behind): string =>
  apart(children(cell, at, behind))
    .map(inOneLine)
    .join(' ')
    .replaceAll('\\ ', ' ')
    .trim();

const table: Write = (node, at, behind) => {
  const rows: string[][] = [];
  node.forEach((row, rowOffset) => {
    const cells: string[] = [];
    row.forEach((cell, offset) => {
      cells.push(cellLine(cell, at + rowOffset + 1 + offset + 1, behind));
    });
    rows.push(cells);
  });
  const width = Math.max(...rows.map((cells) => cells.length));
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), `|${' --- |'.repeat(width)}`, ...rest.map(line)];
};

const figure: Write = (node, at, behind) => {
  const { src, alt } = node.attrs;
  const picture = linked(escapedInOne(String(alt)) || 'Picture', linkAddress(String(src)));
  const caption = node.firstChild ? linesOf(inline(node.firstChild, at + 1, behind)) : [];
  return apart([src === '' && alt === '' ? [] : [picture], caption]);
};

const words: Write = (node, at, behind) => linesOf(inline(node, at, behind));

const WRITE: Readonly<Record<string, Write>> = {
  title: (node, at, behind) => [`# ${inOneLine(inline(node, at, behind))}`.trim()],
  heading: (node, at, behind) => [`${'#'.repeat(node.attrs.level)} ${inOneLine(inline(node, at, behind))}`.trim()],
  paragraph: words,
  credit: words,
  caption: words,
  blockquote: (node, at, behind) => quoted(apart(children(node, at, behind))),
  figure,
  table,
  horizontal_rule: () => ['***'],
};

const blockLines = (node: Node, at: number, behind: Behind, isOther: boolean): Lines => {
  const { name } = node.type;
  const within = at + 1;
  if (name === 'bullet_list') return list(() => (isOther ? '+' : '-'))(node, within, behind);
  if (name === 'ordered_list')
    return list((index) => `${node.attrs.start + index}${isOther ? ')' : '.'}`)(node, within, behind);
  const write = WRITE[name];
  if (!write) throw new Error(`Markdown has nothing for a ${name}`);
  return write(node, within, behind);
};

/** A text as the lines of CommonMark, with what is put behind positions of it. Tables are those of GitHub. */
export const blocksMarkdown = (doc: Node, behind: Behind = new Map()): Lines => apart(children(doc, 0, behind));
