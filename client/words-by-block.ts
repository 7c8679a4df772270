import type { CoveredBlock, WordsByCovered } from '../shared/coverage.ts';
import { type Block, blockAt } from './blocks.ts';

const NOTHING: WordsByCovered = { claim: 0, aside: 0, open: 0 };

const isSame = (one: WordsByCovered | undefined, other: WordsByCovered): boolean =>
  one?.claim === other.claim && one.aside === other.aside && one.open === other.open;

/** A function that counts as `wordsByBlock` does, with the very same counts for the paragraphs in which nothing changed. */
export const wordsByBlockKeeper = (): typeof wordsByBlock => {
  let known: ReadonlyMap<number, WordsByCovered> = new Map();
  return (covered, blocks) => {
    const kept = [...wordsByBlock(covered, blocks)].map(([number, words]) => {
      const before = known.get(number);
      return [number, before && isSame(before, words) ? before : words] as const;
    });
    known = new Map(kept);
    return known;
  };
};

/** The words of each numbered paragraph by how far they were looked at; a list item or quotation counts to the paragraph it is in. */
export const wordsByBlock = (
  covered: readonly CoveredBlock[],
  blocks: readonly Block[],
): ReadonlyMap<number, WordsByCovered> => {
  const found = new Map<number, WordsByCovered>();
  for (const { start, words } of covered) {
    const number = blockAt(blocks, start)?.number;
    if (number === undefined) continue;
    const { claim, aside, open } = found.get(number) ?? NOTHING;
    found.set(number, { claim: claim + words.claim, aside: aside + words.aside, open: open + words.open });
  }
  return found;
};
