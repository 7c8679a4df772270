import type { Node } from 'prosemirror-model';
import type { Spot } from './remarks.ts';

/** Says at which positions of an article's text the places of the reading stand that it was made of: its title, then each block of words from top to bottom, as `wordsOfBlock` counts them. */
export const positionsIn = (doc: Node): ((spot: Spot) => number) => {
  const texts: { start: number; size: number }[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    texts.push({ start: position + 1, size: node.content.size });
    return false;
  });
  return ({ text, at }) => {
    const { start = 0, size = 0 } = texts[text] ?? {};
    return start + Math.max(0, Math.min(at, size));
  };
};
