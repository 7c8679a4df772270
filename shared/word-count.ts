import type { Node } from 'prosemirror-model';
import { sentencesOf } from './sentences.ts';

// Nodes are never changed, only replaced: each is counted once, however often its article changes elsewhere.
const counted = new WeakMap<Node, number>();

const countIn = (node: Node): number => {
  if (node.isTextblock) return sentencesOf(node).reduce((sum, { words }) => sum + words, 0);
  return node.children.reduce((sum, child) => sum + wordsIn(child), 0);
};

const wordsIn = (node: Node): number => {
  const known = counted.get(node);
  if (known !== undefined) return known;
  const count = countIn(node);
  counted.set(node, count);
  return count;
};

/** How many words a text has; asked again after an edit it costs little more than the block of the edit. */
export const wordCount = (doc: Node): number => countIn(doc);
