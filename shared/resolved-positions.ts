import { type Node, ResolvedPos } from 'prosemirror-model';

/** As ProseMirror has it: public in all but the types. */
const internals = ResolvedPos as unknown as {
  resolve(doc: Node, position: number): ResolvedPos;
  resolveCached(doc: Node, position: number): ResolvedPos;
};

interface Resolved {
  readonly doc: Node;
  readonly positions: ResolvedPos[];
}

/** So many texts are remembered, and positions of each; ProseMirror remembers as many positions, of every text that lives. */
const TEXTS = 4;
const POSITIONS = 12;

const recent: Resolved[] = [];

const recentOf = (doc: Node): Resolved => {
  const known = recent.find((each) => each.doc === doc);
  if (known) return known;
  const fresh = { doc, positions: [] };
  recent.unshift(fresh);
  recent.length = Math.min(recent.length, TEXTS);
  return fresh;
};

/**
 * Resolved positions are remembered for the latest texts only. ProseMirror remembers them for every text, in a `WeakMap`; what
 * such a map holds outlives V8's quick collections, and each position holds its whole text, so every key left one behind
 * (decision 10).
 */
internals.resolveCached = (doc, position) => {
  const { positions } = recentOf(doc);
  const known = positions.find(({ pos }) => pos === position);
  if (known) return known;
  const resolved = internals.resolve(doc, position);
  positions.unshift(resolved);
  positions.length = Math.min(positions.length, POSITIONS);
  return resolved;
};

/** How many texts are remembered. */
export const REMEMBERED_TEXTS = TEXTS;
