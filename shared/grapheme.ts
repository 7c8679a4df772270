import type { Node } from 'prosemirror-model';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Only around such characters can a position lie inside what a reader sees as one character. */
const joins =
  /[\p{M}\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\p{Surrogate}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]|\u200c|\u200d|\r\n/u;

const AROUND = 64;

const boundaries = (doc: Node, position: number): readonly [number, number] => {
  const $position = doc.resolve(position);
  if (!$position.parent.isTextblock) return [position, position];
  const offset = $position.parentOffset;
  const start = Math.max(0, offset - AROUND);
  const around = $position.parent.textBetween(
    start,
    Math.min($position.parent.content.size, offset + AROUND),
    undefined,
    '\n',
  );
  if (!joins.test(around)) return [position, position];
  const inside = segmenter.segment(around).containing(offset - start);
  if (!inside || inside.index === offset - start) return [position, position];
  return [position - offset + start + inside.index, position - offset + start + inside.index + inside.segment.length];
};

/** The same range widened so that it never starts or ends inside a grapheme (Unicode Standard Annex 29). */
export const snapToGraphemes = (doc: Node, from: number, to: number): readonly [number, number] => {
  if (from >= to) return [from, to];
  return [boundaries(doc, from)[0], boundaries(doc, to)[1]];
};
