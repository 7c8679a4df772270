import type { Node } from 'prosemirror-model';
import { sentencesOf, textBlocks } from './sentences.ts';

// Blocks are never changed, only replaced: each is counted once, however often its article changes elsewhere.
const counted = new WeakMap<Node, number>();

const wordsIn = (block: Node): number => {
  const known = counted.get(block);
  if (known !== undefined) return known;
  const count = sentencesOf(block).reduce((sum, { words }) => sum + words, 0);
  counted.set(block, count);
  return count;
};

/** How many words a text has. */
export const wordCount = (doc: Node): number => textBlocks(doc).reduce((sum, { block }) => sum + wordsIn(block), 0);
