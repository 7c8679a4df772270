import { isCaption, isCredit } from '../clean-up/kinds.ts';
import { lineOf } from '../clean-up/line.ts';
import type { Block, Cell, Holding } from '../reading.ts';
import type { Piece } from './pieces.ts';
import { attribute, type Element, elementsOf } from './tree.ts';

/** A kept piece with what becomes of it. */
export interface Kept {
  readonly piece: Piece;
  readonly isCaption: boolean;
}

const headingLevel = ({ path }: Piece, from: number): number | undefined => {
  for (const { tagName } of path.slice(from).toReversed()) {
    const level = /^h([1-6])$/.exec(tagName)?.[1];
    if (level) return Math.max(2, Number(level));
  }
  return undefined;
};

const wordsOf = ({ text, spans }: Piece): Pick<Piece, 'text'> & { readonly spans?: Piece['spans'] } => ({
  text,
  ...(spans.length > 0 && { spans }),
});

const imageOf = ({ path }: Piece): { readonly image?: { readonly src: string; readonly alt: string } } => {
  const figure = path.findLast(({ tagName }) => tagName === 'figure') ?? path.at(-2);
  if (!figure) return {};
  for (const element of elementsOf(figure))
    if (element.tagName === 'img') {
      const alt = attribute(element, 'alt').replaceAll(/\s+/g, ' ').trim();
      return { image: { src: attribute(element, 'src'), alt } };
    }
  return {};
};

const simple = ({ piece, isCaption: under }: Kept, from: number): Block => {
  const words = wordsOf(piece);
  const level = headingLevel(piece, from);
  if (level) return { kind: 'heading', level, ...words };
  if (under) return { kind: 'caption', ...words, ...imageOf(piece) };
  const line = lineOf(piece.text, true);
  if (isCredit(line)) return { kind: 'credit', ...words };
  return isCaption(line) ? { kind: 'caption', ...words } : { kind: 'paragraph', ...words };
};

const hasData = (table: Element): boolean => {
  if (/presentation|none/.test(attribute(table, 'role'))) return false;
  let rows = 0;
  let cells = 0;
  let others = 0;
  for (const { tagName } of elementsOf(table)) {
    if (tagName === 'tr') rows += 1;
    else if (tagName === 'td' || tagName === 'th') cells += 1;
    else if (/^(?:table|h[1-6]|article|section|form|blockquote|figure)$/.test(tagName)) others += 1;
  }
  return rows >= 2 && cells >= rows * 1.5 && others <= 1;
};

const measured = new WeakMap<Element, boolean>();

/** A table that is one, and not a page laid out as one: with several rows and columns of little text. */
export const isOfData = (table: Element): boolean => {
  const known = measured.get(table) ?? hasData(table);
  measured.set(table, known);
  return known;
};

const groupBy = (kept: readonly Kept[], keyOf: (each: Kept) => unknown): readonly (readonly Kept[])[] => {
  const groups: Kept[][] = [];
  let last: unknown;
  kept.forEach((each, at) => {
    const key = keyOf(each);
    if (at > 0 && key === last && key !== undefined) groups.at(-1)!.push(each);
    else groups.push([each]);
    last = key;
  });
  return groups;
};

const heldBy = (blocks: readonly Block[]): Holding => {
  const [first, ...rest] = blocks;
  const more = rest.length > 0 ? { rest } : {};
  if (first && 'text' in first && first.kind !== 'quote')
    return { text: first.text, ...(first.spans && { spans: first.spans }), ...more };
  return { text: '', ...(blocks.length > 0 && { rest: blocks }) };
};

const spanOf = (cell: Element | undefined, name: string): number =>
  Math.trunc(Number(cell && attribute(cell, name))) || 1;

const cellOf = (group: readonly Kept[], cell: Element | undefined): Cell => {
  const [only] = group;
  const words =
    group.length === 1 && only ? wordsOf(only.piece) : { text: group.map(({ piece }) => piece.text).join('\n') };
  const [colspan, rowspan] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
  return {
    ...words,
    ...(cell?.tagName === 'th' && { heads: true as const }),
    ...(colspan > 1 && colspan <= 100 && { colspan }),
    ...(rowspan > 1 && rowspan <= 100 && { rowspan }),
  };
};

const within =
  (tags: RegExp, from: number) =>
  ({ piece }: Kept): Element | undefined =>
    piece.path.slice(from).find(({ tagName }) => tags.test(tagName));

const tableOf = (group: readonly Kept[], table: Element): Block => {
  const inner = new Map<Element, Kept[]>();
  for (const each of group) {
    const from = each.piece.path.indexOf(table) + 1;
    const cell = within(/^t[dh]$/, from)(each);
    if (cell) inner.set(cell, [...(inner.get(cell) ?? []), each]);
  }
  const rows: Cell[][] = [];
  for (const element of elementsOf(table)) {
    if (element.tagName !== 'tr') continue;
    const cells = element.childNodes.filter(
      (node): node is Element => 'tagName' in node && /^t[dh]$/.test(node.tagName),
    );
    if (!cells.some((cell) => inner.has(cell))) continue;
    rows.push(cells.map((cell) => cellOf(inner.get(cell) ?? [], cell)));
  }
  return { kind: 'table', rows };
};

const startOf = (list: Element): number => {
  const start = Number(attribute(list, 'start') || 1);
  return Number.isInteger(start) && start >= 0 ? start : 1;
};

/** The blocks that kept pieces make, of which the elements up to the `from`-th of their path are seen to already. */
export const blocksOf = (kept: readonly Kept[], from: number): readonly Block[] => {
  const structureOf = ({ piece }: Kept): Element | undefined =>
    piece.path.slice(from).find((element) => {
      if (/^(?:ul|ol|blockquote)$/.test(element.tagName)) return true;
      return element.tagName === 'table' && isOfData(element);
    });
  return groupBy(kept, structureOf).flatMap((group): readonly Block[] => {
    const [one] = group;
    if (!one) return [];
    const element = structureOf(one);
    if (!element) return group.map((each) => simple(each, from));
    const next = one.piece.path.indexOf(element) + 1;
    if (element.tagName === 'table') {
      const captions = group.filter((each) => !within(/^t[dh]$/, next)(each)).map((each) => simple(each, next));
      const table = tableOf(group, element);
      return table.kind === 'table' && table.rows.length > 0 ? [...captions, table] : captions;
    }
    if (element.tagName === 'blockquote') return [{ kind: 'quote', ...heldBy(blocksOf(group, next)) }];
    const items = groupBy(group, within(/^li$/, next)).map((item) => {
      const li = item[0] && within(/^li$/, next)(item[0]);
      const inner = li && item[0] ? item[0].piece.path.indexOf(li) + 1 : next;
      return heldBy(blocksOf(item, inner));
    });
    const ordered = element.tagName === 'ol';
    const plain = items.map((item) => (item.spans || item.rest ? item : item.text));
    return [
      { kind: 'list', ordered, ...(ordered && startOf(element) !== 1 && { start: startOf(element) }), items: plain },
    ];
  });
};

/** The outermost element that keeps pieces in one block, if any does. */
export const holderOf = ({ piece }: Kept): Element | undefined =>
  piece.path.find(
    (element) => /^(?:ul|ol|blockquote)$/.test(element.tagName) || (element.tagName === 'table' && isOfData(element)),
  );
