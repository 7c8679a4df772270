import type { Node } from 'prosemirror-model';
import type { Pair } from './matched.ts';
import { joined, likeness, type Wording, wordingOf } from './wording.ts';

/** Blocks that stay: from one index up to another on each side; one on each, or one that was split, or several that were joined. */
export interface Staying {
  readonly from: number;
  readonly to: number;
  readonly freshFrom: number;
  readonly freshTo: number;
}

/** How much more alike blocks have to be to the ones beside their counterpart with it than to it alone. */
const MORE = 0.1;

const canJoin = (one: Node | undefined, other: Node | undefined): one is Node =>
  one !== undefined && other !== undefined && one.isTextblock && one.sameMarkup(other);

const wording = (blocks: readonly Node[]): Wording =>
  blocks.map(({ textContent }) => wordingOf(textContent)).reduce(joined, new Map());

/**
 * The same pairs of blocks, each with those beside it that its words were split into, or joined from; `isFree` says whether a block has no other
 * part in it.
 */
export const grouped = (
  pairs: readonly Pair[],
  [olds, freshs]: readonly [readonly Node[], readonly Node[]],
  isFree: { readonly old: (index: number) => boolean; readonly fresh: (index: number) => boolean },
): readonly Staying[] => {
  const groups: Staying[] = [];
  for (const [index, [one, other]] of pairs.entries()) {
    const last = groups.at(-1) ?? { to: 0, freshTo: 0 };
    const [end, freshEnd] = pairs[index + 1] ?? [olds.length, freshs.length];
    const [old, fresh] = [olds[one]!, freshs[other]!];
    const alone = { from: one, to: one + 1, freshFrom: other, freshTo: other + 1 };
    if (!canJoin(old, fresh) || old.textContent === fresh.textContent) {
      groups.push(alone);
      continue;
    }
    const [freshFrom, freshTo] = beside(old, freshs, other, [last.freshTo, freshEnd], isFree.fresh);
    const [from, to] = freshTo - freshFrom > 1 ? [one, one + 1] : beside(fresh, olds, one, [last.to, end], isFree.old);
    groups.push({ from, to, freshFrom, freshTo });
  }
  return groups;
};

/** From where to where blocks around one are together more like some others than it is alone. */
const beside = (
  whole: Node,
  blocks: readonly Node[],
  at: number,
  [first, end]: readonly [number, number],
  isFree: (index: number) => boolean,
): readonly [number, number] => {
  const sought = wording([whole]);
  let [from, to] = [at, at + 1];
  let how = likeness(sought, wording(blocks.slice(from, to)));
  const grows = (nextFrom: number, nextTo: number, added: number): boolean => {
    if (added < first || added >= end || !isFree(added) || !canJoin(blocks[at], blocks[added])) return false;
    const more = likeness(sought, wording(blocks.slice(nextFrom, nextTo)));
    if (more < how + MORE / (nextTo - nextFrom)) return false;
    [from, to, how] = [nextFrom, nextTo, more];
    return true;
  };
  while (grows(from, to + 1, to));
  while (grows(from - 1, to, from - 1));
  return [from, to];
};
