import type { Stretch } from './stretch.ts';

/** Characters of a text node that are those of the readable text. */
export interface Run {
  readonly node: Text;
  readonly from: number;
  readonly at: number;
  readonly length: number;
}

/** A place of a document. */
interface Point {
  readonly node: Node;
  readonly offset: number;
}

/** Where a readable text stands on the screen. */
export interface TextOnScreen {
  /** Where a place of the document is in the text; nothing when nothing of the text stands there. */
  readonly offsetOf: (node: Node, offset: number) => number | undefined;
  /** The place of the document where the character at an offset begins, or the one before ends. */
  readonly pointAt: (offset: number, edge: 'start' | 'end') => Point | undefined;
  /** The ranges of the document that a stretch fills. */
  readonly rangesOf: (stretch: Stretch) => readonly Range[];
}

const clamped = (offset: number, most: number): number => Math.min(Math.max(0, offset), most);

/** Runs in the order of the document; those of a text that has another order may be given so. */
export const textOnScreen = (inDocument: readonly Run[]): TextOnScreen => {
  const inText = inDocument.toSorted((one, other) => one.at - other.at);
  const places = new Map(inDocument.map((run, place) => [run, place]));
  const ofNode = Map.groupBy(inDocument, ({ node }) => node);

  const firstThatEndsAfter = (offset: number): number => {
    let [low, high] = [0, inText.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const { at = 0, length = 0 } = inText[middle] ?? {};
      if (at + length > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  const inNode = (runs: readonly Run[], offset: number): number | undefined => {
    const run = runs.find(({ from, length }) => offset <= from + length) ?? runs.at(-1);
    return run && run.at + clamped(offset - run.from, run.length);
  };

  const offsetOf = (node: Node, offset: number): number | undefined => {
    const runs = ofNode.get(node as Text);
    if (runs) return inNode(runs, offset);
    const range = node.ownerDocument?.createRange();
    if (!range) return undefined;
    range.setStart(node, offset);
    range.collapse(true);
    // The place is between texts: the first that comes after it is meant, else the end of the last.
    const after = inDocument.find((run) => run.node.isConnected && range.comparePoint(run.node, run.from) >= 0);
    const last = inDocument.at(-1);
    return after ? after.at : last && last.at + last.length;
  };

  const pointAt = (offset: number, edge: 'start' | 'end'): Point | undefined => {
    const run = inText[firstThatEndsAfter(edge === 'start' ? offset : offset - 1)] ?? inText.at(-1);
    return (
      run && { node: run.node, offset: Math.min(run.node.length, run.from + clamped(offset - run.at, run.length)) }
    );
  };

  const rangesOf = ({ start, end }: Stretch): readonly Range[] => {
    const ranges: Range[] = [];
    let before: number | undefined;
    for (let index = firstThatEndsAfter(start); index < inText.length; index += 1) {
      const run = inText[index]!;
      if (run.at >= end) break;
      if (run.node.length < run.from + run.length) continue; // it is being drawn anew
      const to = run.from + Math.min(run.length, end - run.at);
      const place = places.get(run);
      const last = ranges.at(-1);
      if (last && before !== undefined && place === before + 1) last.setEnd(run.node, to);
      else {
        const range = run.node.ownerDocument.createRange();
        range.setStart(run.node, run.from + Math.max(0, start - run.at));
        range.setEnd(run.node, to);
        ranges.push(range);
      }
      before = place;
    }
    return ranges;
  };

  return { offsetOf, pointAt, rangesOf };
};

/** The text nodes under an element, in the order of the document. */
export const textNodesIn = (root: Node): readonly Text[] => {
  const nodes: Text[] = [];
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
  return nodes;
};
