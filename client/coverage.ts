import type { Article } from '../shared/article.ts';
import type { Block } from './blocks.ts';
import type { ClaimOrder } from './claim-order.ts';
import { isSettled, LOOKS, type Look, type Standings } from './standing.ts';

/** How far the checking of an article has come. */
export interface Coverage {
  readonly checked: number;
  /** Those that can be checked. */
  readonly claims: number;
  /** How many claims there are of each look, those whose verdict is stale apart. */
  readonly counts: Readonly<Record<Look | 'stale', number>>;
}

/** The claims that begin in each block, by its number; 0 for the title. */
export type ByBlock = ReadonlyMap<number, readonly string[]>;

/** The coverage of an article: withdrawn claims do not count. */
export const coverageOf = (order: ClaimOrder, standings: Standings): Coverage => {
  const counts = Object.fromEntries([...LOOKS, 'stale'].map((look) => [look, 0])) as Record<Look | 'stale', number>;
  let checked = 0;
  const claims = [...order.placed, ...order.orphaned];
  for (const { id } of claims) {
    const standing = standings.get(id) ?? { look: 'open' };
    counts[standing.outcome?.stale ? 'stale' : standing.look] += 1;
    if (isSettled(standing)) checked += 1;
  }
  return { checked, claims: claims.length - counts.uncheckable, counts };
};

/** In which block each claim that stands on words begins: both are in the order of the text, so they are gone through once. */
const blocksOfClaims = ({ anchors }: Article, { placed }: ClaimOrder, blocks: readonly Block[]): ByBlock => {
  const starts = new Map<string, number>();
  anchors.eachPlace((id, from) => starts.set(id, from));
  const byBlock = new Map<number, string[]>();
  let next = 0;
  for (const { id } of placed) {
    const from = starts.get(id) ?? 0;
    while ((blocks[next]?.to ?? Number.POSITIVE_INFINITY) <= from) next += 1;
    const block = blocks[next];
    const number = block && block.from <= from ? block.number : 0;
    const there = byBlock.get(number);
    if (there) there.push(id);
    else byBlock.set(number, [id]);
  }
  return byBlock;
};

const isSameList = (one: readonly string[] | undefined, other: readonly string[]): boolean =>
  one?.length === other.length && other.every((id, index) => id === one[index]);

/** A function that says in which block claims begin: the same map, and the same lists, as long as they do not change. */
export const byBlockKeeper = (): ((article: Article, order: ClaimOrder, blocks: readonly Block[]) => ByBlock) => {
  let known: ByBlock = new Map();
  return (article, order, blocks) => {
    const now = blocksOfClaims(article, order, blocks);
    const kept = new Map(
      [...now].map(([number, ids]) => {
        const before = known.get(number);
        return [number, before && isSameList(before, ids) ? before : ids];
      }),
    );
    const isSame = kept.size === known.size && [...kept].every(([number, ids]) => known.get(number) === ids);
    if (!isSame) known = kept;
    return known;
  };
};
