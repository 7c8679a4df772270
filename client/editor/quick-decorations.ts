import type { Node } from 'prosemirror-model';
import { DecorationSet, type DecorationSource } from 'prosemirror-view';

/** What a set of decorations holds, which prosemirror-view does not tell of in its types: its own, and those within the blocks. */
interface Held {
  /** Those that stand at this level: of whole blocks, between them, or over several. */
  readonly local: readonly { readonly from: number; readonly to: number; readonly inline: boolean }[];
  /** By threes and in order: where a block begins, where it ends, and the set within it. */
  readonly children: readonly (number | DecorationSet)[];
}

const found = new WeakMap<DecorationSet, DecorationSet>();

/** The set within the block that begins at `offset`, found by halving. */
const within = ({ children }: Held, offset: number): DecorationSet | undefined => {
  let [low, high] = [0, children.length / 3];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((children[middle * 3] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return children[low * 3] === offset ? (children[low * 3 + 2] as DecorationSet) : undefined;
};

/**
 * The same decorations, handed to the view sooner. The view asks for those of each block with every key, and a set looks through all
 * that it holds for each: with 500 paragraphs that is half a million looks a key. Where decorations of words go over several blocks
 * the set looks for itself.
 */
export const quick = (set: DecorationSet | undefined): DecorationSet | undefined => {
  if (!set || set === DecorationSet.empty) return set;
  const known = found.get(set);
  if (known) return known;
  const held = set as unknown as Held;
  const forChild = (offset: number, node: Node): DecorationSource =>
    node.isLeaf ? DecorationSet.empty : (within(held, offset) ?? DecorationSet.empty);
  const made: DecorationSet = held.local.some(({ inline }) => inline)
    ? set
    : Object.create(set, { forChild: { value: forChild } });
  found.set(set, made);
  return made;
};
