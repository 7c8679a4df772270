import { Fragment, type Node, Slice } from 'prosemirror-model';
import { ReplaceStep, type Step } from 'prosemirror-transform';

/** The most nodes that one step brings: fewer than an operation may have in one. */
const MOST = 4_000;

const nodesIn = (node: Node): number => {
  let nodes = 1;
  node.descendants(() => {
    nodes += 1;
  });
  return nodes;
};

/** A node with as much of its beginning as one step may bring. */
const beginningOf = (node: Node): Node => {
  const { firstChild } = node;
  return !firstChild || nodesIn(node) <= MOST ? node : node.copy(Fragment.from(beginningOf(firstChild)));
};

/** The steps that bring the rest of a node whose beginning stands at a position. */
const goingOn = (node: Node, at: number): readonly Step[] => {
  const { firstChild } = node;
  if (!firstChild || nodesIn(node) <= MOST) return [];
  const first = beginningOf(firstChild);
  // The rest first: so the beginning of it still stands where it stood.
  return [
    ...replacing(at + 1 + first.nodeSize, at + 1 + first.nodeSize, node.children.slice(1)),
    ...goingOn(firstChild, at + 1),
  ];
};

const inChunks = (nodes: readonly Node[]): readonly (readonly Node[])[] => {
  const chunks: Node[][] = [];
  let held = MOST;
  for (const node of nodes) {
    const more = Math.min(nodesIn(node), MOST);
    if (held + more > MOST) {
      chunks.push([]);
      held = 0;
    }
    chunks.at(-1)?.push(node);
    held += more;
  }
  return chunks;
};

/** The steps that put nodes in the place of what stands between two positions, none larger than a step may be. */
export const replacing = (from: number, to: number, nodes: readonly Node[]): readonly Step[] => {
  const [first = [], ...rest] = inChunks(nodes);
  const steps: Step[] = [new ReplaceStep(from, to, new Slice(Fragment.from(first.map(beginningOf)), 0, 0))];
  const [only] = first;
  if (only && first.length === 1) steps.push(...goingOn(only, from));
  if (rest.length === 0) return steps;
  const end = from + first.reduce((size, node) => size + node.nodeSize, 0);
  return [
    ...steps,
    ...rest.reduce<{ readonly at: number; readonly steps: readonly Step[] }>(
      ({ at, steps: done }, chunk) => ({
        at: at + chunk.reduce((size, node) => size + node.nodeSize, 0),
        steps: [...done, ...replacing(at, at, chunk)],
      }),
      { at: end, steps: [] },
    ).steps,
  ];
};
