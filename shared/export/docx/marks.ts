import type { Node } from 'prosemirror-model';
import { plainText } from '../../text.ts';

/** A stretch of the article, by its positions. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A comment with the stretch that it stands on; those that answer it stand there too. */
export interface Ranged extends Span {
  readonly ids: readonly number[];
}

/** Other words for a stretch within one block, as somebody's tracked change. */
export interface Changed extends Span {
  readonly instead: string;
  readonly author: string;
  /** ISO 8601; absent where it is not known. */
  readonly at?: string;
}

/** A function that takes from a stretch the ends that hold no words, so that it begins and ends in a block; nothing where no words are left. */
export const tightly = (doc: Node): ((span: Span) => Span | undefined) => {
  const plain = plainText(doc);
  return ({ from, to }) => {
    const offset = plain.offsetOf(from);
    const covered = plain.text.slice(offset, plain.offsetOf(to));
    const words = covered.replace(/^\n+|\n+$/g, '');
    if (words === '') return undefined;
    const start = offset + covered.indexOf(words);
    return { from: plain.positionOf(start), to: plain.positionOf(start + words.length - 1) + 1 };
  };
};

/** What happens between the words, by position. */
export interface Marks {
  /** Where words are to be cut within a block that reaches from one position to another, in order. */
  readonly cutsIn: (from: number, to: number) => readonly number[];
  /** What stands at a position: the ends and the beginnings of comments, and what a tracked change puts in. */
  readonly at: (position: number) => string;
  /** The change that takes out the words that begin at a position. */
  readonly changeAt: (position: number) => Changed | undefined;
}

/** How what happens is written. */
export interface MarksXml {
  readonly start: (id: number) => string;
  readonly end: (id: number) => string;
  readonly inserted: (changed: Changed) => string;
}

/** Comments, outer ones first, and changes, of which no two share words, as they stand between the words. */
export const marksOf = (comments: readonly Ranged[], changes: readonly Changed[], xml: MarksXml): Marks => {
  const starts = Map.groupBy(comments, ({ from }) => from);
  const ends = Map.groupBy(comments.toReversed(), ({ to }) => to);
  const inserts = Map.groupBy(changes, ({ to }) => to);
  const sorted = changes.toSorted((one, other) => one.from - other.from);
  const cuts = [...new Set([...comments, ...changes].flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const firstAfter = (position: number): number => {
    let [low, high] = [0, cuts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cuts[middle]! <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  let next = 0;
  return {
    cutsIn: (from, to) => {
      const within: number[] = [];
      for (let at = firstAfter(from); at < cuts.length && cuts[at]! < to; at += 1) within.push(cuts[at]!);
      return within;
    },
    at: (position) =>
      [
        ...(inserts.get(position) ?? []).map(xml.inserted),
        ...(ends.get(position) ?? []).flatMap(({ ids }) => ids.map(xml.end)),
        ...(starts.get(position) ?? []).flatMap(({ ids }) => ids.map(xml.start)),
      ].join(''),
    changeAt: (position) => {
      // Words are asked for in order.
      while (next < sorted.length && sorted[next]!.to <= position) next += 1;
      const change = sorted[next];
      return change && change.from <= position ? change : undefined;
    },
  };
};
