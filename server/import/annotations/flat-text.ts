import type { Node } from 'prosemirror-model';
import { type PlainText, plainText } from '../../../shared/text.ts';

/** The words of an article with every run of white space as one space, and the ways back into its plain text. */
export interface FlatText {
  readonly plain: PlainText;
  readonly flat: string;
  /** Where the character at an offset of `flat` stands in the plain text, in UTF-16 units. */
  readonly inPlain: (offset: number) => number;
  /** Where a character of the plain text stands in `flat`. */
  readonly inFlat: (offset: number) => number;
  /** The offset in UTF-16 units of a plain text before which so many code points stand; nothing beyond its end. */
  readonly atPoint: (points: number) => number | undefined;
}

/** Flat words of anything, to be found in a flat text. */
export const flatOf = (words: string): string => words.replaceAll(/\s+/g, ' ');

const pointsIn = (text: string): ((points: number) => number | undefined) => {
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) offsets.push(at);
  offsets.push(text.length);
  return (points) => offsets[points];
};

/** The text of an article as annotations are placed in it. */
export const flatText = (doc: Node): FlatText => {
  const plain = plainText(doc);
  const inPlain: number[] = [];
  const inFlat = new Uint32Array(plain.text.length + 1);
  let flat = '';
  for (const { 0: run, index } of plain.text.matchAll(/\s+|\S+/g)) {
    const isSpace = /^\s/.test(run);
    for (let at = 0; at < run.length; at += 1) {
      inFlat[index + at] = inPlain.length;
      if (!isSpace || at === run.length - 1) inPlain.push(index + (isSpace ? 0 : at));
    }
    flat += isSpace ? ' ' : run;
  }
  inFlat[plain.text.length] = inPlain.length;
  inPlain.push(plain.text.length);
  let points: ReturnType<typeof pointsIn> | undefined;
  return {
    plain,
    flat,
    inPlain: (offset) => inPlain[offset] ?? plain.text.length,
    inFlat: (offset) => inFlat[Math.min(offset, plain.text.length)] ?? 0,
    atPoint: (at) => {
      points ??= pointsIn(plain.text);
      return points(at);
    },
  };
};
