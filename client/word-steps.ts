import type { Node } from 'prosemirror-model';
import { sentencesIn } from '../shared/sentences.ts';
import { tokens } from '../shared/text.ts';
import type { Words } from './words-selected.ts';

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

const AROUND = 200;

/** Where words begin and end in a stretch of an article, in any language; Chinese and Japanese words too. */
const edgesIn = (doc: Node, from: number, to: number): readonly Words[] =>
  [...words.segment(tokens(doc, from, to))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ from: from + index, to: from + index + segment.length }));

/** The end of the next word after a position, or of the one before the last one; nothing at the end of the text. */
export const endMoved = (doc: Node, at: number, step: 1 | -1): number | undefined => {
  if (step === 1) return edgesIn(doc, at, Math.min(doc.content.size, at + AROUND))[0]?.to;
  return edgesIn(doc, Math.max(0, at - AROUND), at).at(-2)?.to;
};

/** The start of the word before a position, or of the next one after the first; nothing at the start of the text. */
export const startMoved = (doc: Node, at: number, step: 1 | -1): number | undefined => {
  if (step === -1) return edgesIn(doc, Math.max(0, at - AROUND), at).at(-1)?.from;
  return edgesIn(doc, at, Math.min(doc.content.size, at + AROUND))[1]?.from;
};

/** The sentence after a selection, or before it; the one where the caret stands when nothing is selected yet. */
export const sentenceFrom = (doc: Node, { from, to }: Words, step: 1 | -1): Words | undefined => {
  const sentences = sentencesIn(doc);
  if (from === to) {
    const here = sentences.find((each) => each.from <= from && from < each.to);
    if (here) return here;
  }
  return step === 1 ? sentences.find((each) => each.from >= to) : sentences.findLast((each) => each.to <= from);
};
