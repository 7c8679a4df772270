import type { Node } from 'prosemirror-model';
import { endsSentence } from './sentence-ends.ts';
import { countWords } from './words.ts';

/** A sentence of a block, without the white space around it. */
export interface Sentence {
  /** Counted from the start of the block's content, as positions of the article are. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly words: number;
}

/** A sentence where it stands in an article. */
export interface PlacedSentence extends Sentence {
  /** The text block it stands in. */
  readonly block: Node;
}

// Everything that the standard calls the end of a sentence, in any script, with the quotes and brackets that close after it;
// French sets a space before its closing quotes.
const CANDIDATE = /(?:[\p{Sentence_Terminal}…]+(?:[\p{Pe}\p{Pf}\p{Pi}"']|[\u00a0\u202f]»| »(?=\s|$))*|\n)/gu;

/** The sentences of a plain text, in order; a line end always ends one. */
export const sentencesOfText = (text: string): readonly Sentence[] => {
  const sentences: Sentence[] = [];
  let start = 0;
  const close = (end: number): void => {
    const whole = text.slice(start, end);
    const trimmed = whole.trim();
    const from = start + whole.length - whole.trimStart().length;
    if (trimmed !== '') {
      sentences.push({ from, to: from + trimmed.length, text: trimmed, words: countWords(trimmed) });
    }
    start = end;
  };
  for (const { 0: mark, index } of text.matchAll(CANDIDATE)) {
    if (mark === '\n' || endsSentence(text, start, index, index + mark.length)) close(index + mark.length);
  }
  close(text.length);
  return sentences;
};

// Blocks are never changed, only replaced: an edit costs the one block it is in.
const known = new WeakMap<Node, readonly Sentence[]>();

/** The sentences of a block of text, in order; between them they hold all its words. */
export const sentencesOf = (block: Node): readonly Sentence[] => {
  const before = known.get(block);
  if (before) return before;
  const sentences = sentencesOfText(block.textBetween(0, block.content.size, undefined, '\n'));
  known.set(block, sentences);
  return sentences;
};

/** A block of text and where its content begins in the article. */
export interface PlacedBlock {
  readonly block: Node;
  readonly start: number;
}

const inside = new WeakMap<Node, readonly PlacedBlock[]>();

const textBlocksIn = (node: Node): readonly PlacedBlock[] => {
  if (node.isTextblock) return [{ block: node, start: 1 }];
  const before = inside.get(node);
  if (before) return before;
  const blocks: PlacedBlock[] = [];
  node.forEach((child, offset) => {
    for (const { block, start } of textBlocksIn(child)) blocks.push({ block, start: 1 + offset + start });
  });
  inside.set(node, blocks);
  return blocks;
};

/** The blocks of text of an article, in order. */
export const textBlocks = (doc: Node): readonly PlacedBlock[] => {
  const blocks: PlacedBlock[] = [];
  doc.forEach((child, offset) => {
    for (const { block, start } of textBlocksIn(child)) blocks.push({ block, start: offset + start });
  });
  return blocks;
};

/** All sentences of an article where they stand, in order. */
export const sentencesIn = (doc: Node): readonly PlacedSentence[] =>
  textBlocks(doc).flatMap(({ block, start }) =>
    sentencesOf(block).map((sentence) => ({
      ...sentence,
      block,
      from: start + sentence.from,
      to: start + sentence.to,
    })),
  );
