import { type Article, anchorOf } from '../shared/article.ts';
import { type Block, blockAt } from './blocks.ts';
import type { ClaimOrder } from './claim-order.ts';
import { isSettled, LOOKS, type Look, type Standings } from './standing.ts';

/** How far the checking of an article has come. */
export interface Coverage {
  readonly checked: number;
  /** Those that can be checked. */
  readonly claims: number;
  /** How many claims there are of each look, those whose verdict is stale apart. */
  readonly counts: Readonly<Record<Look | 'stale', number>>;
  /** The claims that begin in each block, by its number. */
  readonly byBlock: ReadonlyMap<number, readonly string[]>;
}

/** The coverage of an article: withdrawn claims do not count. */
export const coverageOf = (
  article: Article,
  order: ClaimOrder,
  standings: Standings,
  blocks: readonly Block[],
): Coverage => {
  const counts = Object.fromEntries([...LOOKS, 'stale'].map((look) => [look, 0])) as Record<Look | 'stale', number>;
  const byBlock = new Map<number, string[]>();
  let checked = 0;
  const claims = [...order.placed, ...order.orphaned];
  for (const { id } of claims) {
    const standing = standings.get(id) ?? { look: 'open' };
    counts[standing.outcome?.stale ? 'stale' : standing.look] += 1;
    if (isSettled(standing)) checked += 1;
  }
  for (const { id } of order.placed) {
    const number = blockAt(blocks, anchorOf(article, id).from)?.number ?? 0;
    byBlock.set(number, [...(byBlock.get(number) ?? []), id]);
  }
  return { checked, claims: claims.length - counts.uncheckable, counts, byBlock };
};
