import type { Mark, Node } from 'prosemirror-model';
import type { PageStart } from '../../shared/pages.ts';
import { isSafeAddress } from '../../shared/parsing.ts';
import type { Removal } from '../../shared/removal.ts';
import { create, schema } from '../../shared/schema.ts';
import {
  type Block,
  type Cell,
  type Holding,
  REMOVAL_REASONS,
  type Reading,
  type Span,
  type Words,
} from './reading.ts';
import type { Spot } from './remarks.ts';
import { positionsIn } from './spots.ts';

/** An article's first text, and what was cleaned away with the places where it would stand. */
export interface FirstText {
  readonly doc: Node;
  readonly removals: readonly Removal[];
  /** Where the pages of the file begin; absent where it has none. */
  readonly pages?: readonly PageStart[];
}

const markOf = (span: Span): Mark | undefined => {
  if (span.mark !== 'link') return schema.mark(span.mark);
  return isSafeAddress(span.href) && span.href.length <= 4_000 ? schema.mark('link', { href: span.href }) : undefined;
};

/** The words of a block with what is marked in them; its line ends are breaks within it. */
const inline = ({ text, spans = [] }: Words): readonly Node[] => {
  const ends = new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to])]);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.add(at).add(at + 1);
  const cuts = [...ends].filter((at) => at >= 0 && at <= text.length).sort((one, other) => one - other);
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? 0;
    if (text.slice(from, to) === '\n') return create('hard_break', null, []);
    const over = spans.filter((span) => span.from <= from && span.to >= to);
    const marks = over.reduce<readonly Mark[]>((set, span) => markOf(span)?.addToSet(set) ?? set, []);
    return schema.text(text.slice(from, to).toWellFormed(), marks);
  });
};

const paragraph = (words: Words): Node => create('paragraph', null, inline(words));

const holding = (held: string | Holding): readonly Node[] => {
  if (typeof held === 'string') return [paragraph({ text: held })];
  return [paragraph(held), ...nodesOf(held.rest ?? [])];
};

const SPAN_LIMIT = 1_000;

const cellOf = ({ heads, colspan = 1, rowspan = 1, ...words }: Cell): Node => {
  const within = (span: number): number => Math.min(Math.max(1, Math.trunc(span) || 1), SPAN_LIMIT);
  const attrs = { colspan: within(colspan), rowspan: within(rowspan) };
  return create(heads ? 'table_header' : 'table_cell', attrs, [paragraph(words)]);
};

const figureOf = ({ image, ...words }: Extract<Block, { kind: 'caption' }>): Node => {
  const src = image && isSafeAddress(image.src) && image.src.length <= 4_000 ? image.src : '';
  const attrs = { src, alt: (image?.alt ?? '').slice(0, 2_000).toWellFormed() };
  return create('figure', attrs, [create('caption', null, inline(words))]);
};

const nodeOf = (block: Block): Node => {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(block);
    case 'heading':
      return create('heading', { level: Math.min(Math.max(block.level ?? 2, 2), 6) }, inline(block));
    case 'caption':
      return figureOf(block);
    case 'credit':
      return create('credit', null, inline(block));
    case 'quote':
      return create('blockquote', null, holding(block));
    case 'list': {
      const items = block.items.map((item) => create('list_item', null, holding(item)));
      if (!block.ordered) return create('bullet_list', null, items);
      return create('ordered_list', { start: Math.min(Math.max(block.start ?? 1, 0), 1_000_000) }, items);
    }
    case 'table':
      return create(
        'table',
        null,
        block.rows.filter((row) => row.length > 0).map((row) => create('table_row', null, row.map(cellOf))),
      );
    case 'rule':
      return create('horizontal_rule', null, []);
  }
};

const isFilled = (block: Block): boolean => {
  if (block.kind === 'list') return block.items.length > 0;
  if (block.kind === 'table') return block.rows.some((row) => row.length > 0);
  return block.kind === 'rule' || block.text !== '';
};

const nodesOf = (blocks: readonly Block[]): readonly Node[] => blocks.filter(isFilled).map(nodeOf);

const pagesIn = (doc: Node, pages: NonNullable<Reading['pages']>): readonly PageStart[] => {
  const positionOf = positionsIn(doc);
  return pages
    .map(({ page, at }) => ({ page, at: positionOf(at) }))
    .toSorted((one, other) => one.at - other.at || one.page - other.page);
};

/** The text that a reading comes to. What stood before the title is put back after it, where the schema has room for it. */
export const articleOfReading = (reading: Reading, newId: () => string): FirstText => {
  const title = create('title', null, inline({ text: reading.title.replaceAll('\n', ' ') }));
  const starts = [title.nodeSize];
  const blocks: Node[] = [];
  for (const block of reading.blocks) {
    const nodes = nodesOf([block]);
    blocks.push(...nodes);
    starts.push((starts.at(-1) ?? 0) + (nodes[0]?.nodeSize ?? 0));
  }
  const removals = reading.removed.map(({ text, reason, before }) => ({
    id: newId(),
    text: text.toWellFormed(),
    reason: REMOVAL_REASONS[reason],
    at: starts[Math.max(0, Math.min(before, starts.length - 1))] ?? title.nodeSize,
  }));
  const doc = create('doc', null, [title, ...(blocks.length > 0 ? blocks : [paragraph({ text: '' })])]);
  return { doc, removals, ...(reading.pages && { pages: pagesIn(doc, reading.pages) }) };
};

/** The same places where one text stands above all. */
const further = (spot: Spot): Spot => ({ ...spot, text: spot.text + 1 });

const withRemarksFurther = ({
  remarks,
  suggestions,
  pages,
}: Reading): Pick<Reading, 'remarks' | 'suggestions' | 'pages'> => ({
  ...(pages && { pages: pages.map((each) => ({ ...each, at: further(each.at) })) }),
  ...(remarks && { remarks: remarks.map((each) => ({ ...each, from: further(each.from), to: further(each.to) })) }),
  ...(suggestions && { suggestions: suggestions.map((each) => ({ ...each, text: each.text + 1 })) }),
});

/** The same reading under another title; the title it had stays as its first line, so that nothing is lost (T10). */
export const withTitle = (reading: Reading, title: string): Reading => {
  if (reading.title === '' || reading.title === title) return { ...reading, title };
  return {
    ...reading,
    title,
    blocks: [{ kind: 'paragraph', text: reading.title }, ...reading.blocks],
    removed: reading.removed.map((each) => ({ ...each, before: Math.max(0, each.before + 1) })),
    ...withRemarksFurther(reading),
  };
};
