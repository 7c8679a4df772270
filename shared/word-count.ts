import type { Node } from 'prosemirror-model';

// Blocks are never changed, only replaced: each is counted once, however often its article changes elsewhere.
const counted = new WeakMap<Node, number>();

const wordsIn = (block: Node): number => {
  const known = counted.get(block);
  if (known !== undefined) return known;
  const count = block.textBetween(0, block.content.size, ' ', ' ').match(/\S+/g)?.length ?? 0;
  counted.set(block, count);
  return count;
};

/** How many words a text has: runs of anything but white space. */
export const wordCount = (doc: Node): number => doc.children.reduce((sum, block) => sum + wordsIn(block), 0);
