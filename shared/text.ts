import type { Fragment, Node } from 'prosemirror-model';

const knownStarts = new WeakMap<Fragment, readonly number[]>();

/** Where each child of a content begins: an article has thousands of blocks, and what is read in it stands in few. */
const startsIn = (content: Fragment): readonly number[] => {
  const known = knownStarts.get(content);
  if (known) return known;
  const starts: number[] = [];
  let at = 0;
  content.forEach(({ nodeSize }) => {
    starts.push(at);
    at += nodeSize;
  });
  knownStarts.set(content, starts);
  return starts;
};

/** The index of the last child that begins at a position or before it. */
const lastStart = (starts: readonly number[], position: number): number => {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
};

/**
 * The text between two positions with exactly one character a position: text as it is, and the line separator U+2028 for
 * each node boundary or leaf. Index and position differ by a constant, so what is found in it is found in the article.
 */
export const tokens = (doc: Node | Fragment, from: number, to: number): string => {
  if (from >= to) return '';
  let out = '';
  let at = from;
  const boundariesTo = (position: number): void => {
    if (position > at) {
      out += BOUNDARY.repeat(position - at);
      at = position;
    }
  };
  const inside = (node: Node, position: number): boolean => {
    if (!node.isText || node.text === undefined) return true;
    const start = Math.max(position, from);
    const end = Math.min(position + node.nodeSize, to);
    boundariesTo(start);
    out += node.text.slice(start - position, end - position);
    at = end;
    return false;
  };
  const content = 'content' in doc && 'type' in doc ? (doc as Node).content : (doc as Fragment);
  const starts = startsIn(content);
  for (let index = lastStart(starts, from); index < starts.length && (starts[index] ?? to) < to; index += 1) {
    const [start, child] = [starts[index] ?? 0, content.child(index)];
    if (!inside(child, start)) continue;
    child.nodesBetween(Math.max(0, from - start - 1), Math.min(child.content.size, to - start - 1), inside, start + 1);
  }
  boundariesTo(to);
  return out;
};

/** What `tokens` writes for a node boundary. */
export const BOUNDARY = '\u2028';

/** Words as a reader has them: boundaries are line ends, one line end between two blocks. */
export const readable = (tokenText: string): string => tokenText.replaceAll(/\u2028+/g, '\n');

/** The words between two positions, blocks separated by one line end. */
export const wordsBetween = (doc: Node, from: number, to: number): string => readable(tokens(doc, from, to));

/** Words with every run of white space as one space: what decides whether two wordings are the same. */
export const collapsed = (words: string): string => words.replaceAll(/\s+/g, ' ').trim();

/** The article as plain text: its title and blocks, one a line; what quotes and offsets of exports refer to. */
export interface PlainText {
  readonly text: string;
  /** Where a position of the article stands in `text`, in UTF-16 units. */
  readonly offsetOf: (position: number) => number;
  /** The position of the article at which the character at an offset of `text` begins. */
  readonly positionOf: (offset: number) => number;
}

/** The plain text of an article with both ways between its offsets and the article's positions. */
export const plainText = (doc: Node): PlainText => {
  const all = tokens(doc, 0, doc.content.size);
  const runs: { readonly position: number; readonly offset: number; readonly length: number }[] = [];
  let text = '';
  for (const run of all.matchAll(/[^\u2028]+/g)) {
    if (text !== '') text += '\n';
    runs.push({ position: run.index, offset: text.length, length: run[0].length });
    text += run[0];
  }
  const lastBefore = (value: number, key: 'position' | 'offset') => {
    let low = 0;
    let high = runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((runs[middle]?.[key] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    return runs[Math.max(0, low - 1)];
  };
  return {
    text,
    offsetOf: (position) => {
      const run = lastBefore(position, 'position');
      if (!run) return 0;
      return run.offset + Math.max(0, Math.min(position - run.position, run.length));
    },
    positionOf: (offset) => {
      const run = lastBefore(offset, 'offset');
      if (!run) return 1;
      return run.position + Math.max(0, Math.min(offset - run.offset, run.length));
    },
  };
};
