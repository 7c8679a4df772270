import type { Node } from 'prosemirror-model';
import type { Removal } from '../../shared/removal.ts';
import { create, schema } from '../../shared/schema.ts';
import { type Block, REMOVAL_REASONS, type Reading } from './reading.ts';

/** An article's first text, and what was cleaned away with the places where it would stand. */
export interface FirstText {
  readonly doc: Node;
  readonly removals: readonly Removal[];
}

/** The text of a block; its line ends are breaks within it. */
const inline = (text: string): readonly Node[] =>
  text
    .toWellFormed()
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [create('hard_break', null, [])] : []),
      ...(line === '' ? [] : [schema.text(line)]),
    ]);

const paragraph = (text: string): Node => create('paragraph', null, inline(text));

const nodeOf = (block: Block): Node => {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(block.text);
    case 'heading':
      return create('heading', { level: 2 }, inline(block.text));
    case 'caption':
      return create('figure', null, [create('caption', null, inline(block.text))]);
    case 'credit':
      return create('credit', null, inline(block.text));
    case 'quote':
      return create('blockquote', null, [paragraph(block.text)]);
    case 'list': {
      const items = block.items.map((item) => create('list_item', null, [paragraph(item)]));
      return create(block.ordered ? 'ordered_list' : 'bullet_list', null, items);
    }
  }
};

const isFilled = (block: Block): boolean => (block.kind === 'list' ? block.items.length > 0 : block.text !== '');

/** The text that a reading comes to. What stood before the title is put back after it, where the schema has room for it. */
export const articleOfReading = (reading: Reading, newId: () => string): FirstText => {
  const title = create('title', null, inline(reading.title.replaceAll('\n', ' ')));
  const starts = [title.nodeSize];
  const blocks: Node[] = [];
  for (const block of reading.blocks) {
    const nodes = isFilled(block) ? [nodeOf(block)] : [];
    blocks.push(...nodes);
    starts.push((starts.at(-1) ?? 0) + (nodes[0]?.nodeSize ?? 0));
  }
  const removals = reading.removed.map(({ text, reason, before }) => ({
    id: newId(),
    text: text.toWellFormed(),
    reason: REMOVAL_REASONS[reason],
    at: starts[Math.max(0, Math.min(before, starts.length - 1))] ?? title.nodeSize,
  }));
  return { doc: create('doc', null, [title, ...(blocks.length > 0 ? blocks : [paragraph('')])]), removals };
};

/** The same reading under another title; the title it had stays as its first line, so that nothing is lost (T10). */
export const withTitle = (reading: Reading, title: string): Reading => {
  if (reading.title === '' || reading.title === title) return { ...reading, title };
  return {
    ...reading,
    title,
    blocks: [{ kind: 'paragraph', text: reading.title }, ...reading.blocks],
    removed: reading.removed.map((each) => ({ ...each, before: Math.max(0, each.before + 1) })),
  };
};
