import type { Block, Cell, Holding, Words } from '../reading.ts';
import { type Line, type ListPlace, spansOf, wordsOf } from './line.ts';
import type { Item, WalkedCell } from './written.ts';

/** Blocks, with the lines that their texts are of, in the order of `wordsOfBlock`. */
export interface Laid {
  readonly blocks: readonly Block[];
  readonly texts: readonly Line[];
  /** At which block a line stands; one without words stands at the next. */
  readonly blockOf: ReadonlyMap<Line, number>;
}

const words = (line: Line): Words => {
  const spans = spansOf(line);
  return { text: wordsOf(line), ...(spans.length > 0 && { spans }) };
};

const cellOf = ({ line, heads, colspan }: WalkedCell): Cell => ({
  ...words(line),
  ...(heads && { heads: true as const }),
  ...(colspan > 1 && { colspan }),
});

interface Listed {
  readonly line: Line;
  readonly place: ListPlace;
}

type List = Extract<Block, { kind: 'list' }>;

/** Lines of a list as one, those further in as lists within their items. */
const listOf = (lines: readonly Listed[], startAt: number): List => {
  const [first] = lines;
  const level = first?.place.level ?? 0;
  const items: Holding[] = [];
  let at = 0;
  while (at < lines.length) {
    const { line } = lines[at]!;
    at += 1;
    const from = at;
    while (at < lines.length && lines[at]!.place.level > level) at += 1;
    const inner = lines.slice(from, at);
    items.push({ ...words(line), ...(inner.length > 0 && { rest: [listOf(inner, inner[0]!.place.start)] }) });
  }
  const ordered = first?.place.ordered ?? false;
  return { kind: 'list', ordered, ...(ordered && startAt !== 1 && { start: startAt }), items };
};

const plainBlock = (line: Line): Block => {
  const { kind, level = 1 } = line.style;
  if (kind === 'heading') return { kind, ...words(line), level: Math.min(level + 1, 6) };
  if (kind === 'caption' || kind === 'credit') return { kind, ...words(line) };
  return { kind: 'paragraph', ...words(line) };
};

const lineOf = (item: Item | undefined): Line | undefined => (item && 'line' in item ? item.line : undefined);

/** The blocks of a text; lines without words make none. */
export const blocksOf = (items: readonly Item[]): Laid => {
  const blocks: Block[] = [];
  const texts: Line[] = [];
  const blockOf = new Map<Line, number>();
  const counted = new Map<string, number>();
  const filled = items.filter((item) => {
    const line = lineOf(item);
    return line === undefined || wordsOf(line) !== '';
  });
  const take = (from: number, goesOn: (line: Line) => boolean): readonly Line[] => {
    const lines: Line[] = [];
    for (let line = lineOf(filled[from]); line && goesOn(line); line = lineOf(filled[from + lines.length]))
      lines.push(line);
    return lines;
  };
  const push = (block: Block, lines: readonly Line[]): void => {
    for (const line of lines) blockOf.set(line, blocks.length);
    texts.push(...lines);
    blocks.push(block);
  };
  const pushList = (lines: readonly Listed[]): void => {
    const { list, level, start } = lines[0]!.place;
    const key = `${list} ${level}`;
    const startAt = counted.get(key) ?? start;
    counted.set(key, startAt + lines.filter(({ place }) => place.level <= level).length);
    push(
      listOf(lines, startAt),
      lines.map(({ line }) => line),
    );
  };
  for (let at = 0; at < filled.length; ) {
    const item = filled[at]!;
    if ('rows' in item) {
      const rows = item.rows.filter((row) => row.length > 0);
      if (rows.length > 0)
        push(
          { kind: 'table', rows: rows.map((row) => row.map(cellOf)) },
          rows.flat().map(({ line }) => line),
        );
      at += 1;
      continue;
    }
    const { style } = item.line;
    if (style.list) {
      const { list } = style.list;
      const lines = take(at, (line) => line.style.list?.list === list);
      pushList(lines.flatMap((line) => (line.style.list ? [{ line, place: line.style.list }] : [])));
      at += lines.length;
    } else if (style.kind === 'quote') {
      const lines = take(at, (line) => line.style.kind === 'quote');
      const rest = lines.slice(1).map((line): Block => ({ kind: 'paragraph', ...words(line) }));
      push({ kind: 'quote', ...words(item.line), ...(rest.length > 0 && { rest }) }, lines);
      at += lines.length;
    } else {
      push(plainBlock(item.line), [item.line]);
      at += 1;
    }
  }
  // What stands in no block stands before the next.
  let next = blocks.length;
  for (const item of items.toReversed()) {
    const line = lineOf(item);
    if (!line) continue;
    const place = blockOf.get(line);
    if (place === undefined) blockOf.set(line, next);
    else next = place;
  }
  return { blocks, texts, blockOf };
};
