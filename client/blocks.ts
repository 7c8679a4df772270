import type { Node } from 'prosemirror-model';

/** A numbered paragraph of the text. */
export interface Block {
  /** 1 for the first after the title. */
  readonly number: number;
  /** Where the block itself stands, for a decoration. */
  readonly from: number;
  readonly to: number;
}

/** Blocks that are numbered as a whole; what holds other blocks is looked into. */
const LOOKED_INTO = new Set(['blockquote', 'bullet_list', 'ordered_list', 'list_item']);
const UNNUMBERED = new Set(['title', 'horizontal_rule']);

/** The numbered paragraphs of a text, in order: what people mean by "paragraph 7". */
export const blocksOf = (doc: Node): readonly Block[] => {
  const blocks: Block[] = [];
  const visit = (node: Node, position: number): void => {
    if (LOOKED_INTO.has(node.type.name)) {
      node.forEach((child, offset) => {
        visit(child, position + 1 + offset);
      });
    } else if (!UNNUMBERED.has(node.type.name) && node.content.size > 0) {
      blocks.push({ number: blocks.length + 1, from: position, to: position + node.nodeSize });
    }
  };
  doc.forEach(visit);
  return blocks;
};

/** The block at a position; nothing in the title. */
export const blockAt = (blocks: readonly Block[], position: number): Block | undefined => {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.to ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low];
  return block && block.from <= position ? block : undefined;
};
