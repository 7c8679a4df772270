import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';

/** The text block that two positions are both in, with where it begins. */
const blockAround = (doc: Node, from: number, to: number): { readonly node: Node; readonly at: number } | undefined => {
  const $from = doc.resolve(from);
  if (!$from.parent.isTextblock || !$from.sameParent(doc.resolve(to))) return undefined;
  return { node: $from.parent, at: $from.before() };
};

/**
 * Where the text blocks stand in which a transaction changed words; nothing when it did more: when blocks came or went, were split or
 * joined, or became or ceased to be empty.
 */
export const editedBlocks = ({ docs, doc, mapping }: Transaction): ReadonlySet<number> | undefined => {
  const edited = new Set<number>();
  let onlyWords = true;
  mapping.maps.forEach((map, index) => {
    const [before, after] = [docs[index], docs[index + 1] ?? doc];
    map.forEach((oldFrom, oldTo, newFrom, newTo) => {
      const was = before && blockAround(before, oldFrom, oldTo);
      const is = blockAround(after, newFrom, newTo);
      if (!was || !is || was.node.content.size > 0 !== is.node.content.size > 0) onlyWords = false;
      else edited.add(mapping.slice(index + 1).map(is.at, -1));
    });
  });
  return onlyWords ? edited : undefined;
};
