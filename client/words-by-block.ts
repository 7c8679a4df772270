import type { CoveredBlock, WordsByCovered } from '../shared/coverage.ts';
import { type Block, blockAt } from './blocks.ts';

const NOTHING: WordsByCovered = { claim: 0, aside: 0, open: 0 };

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
