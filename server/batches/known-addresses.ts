import { canonicalAddress } from '../../shared/canonical-address.ts';
import type { ArticleCursor, LogStore } from '../storage/log-store.ts';
import type { ArticleSummary } from '../summary.ts';

/** So many articles are looked at at once. */
const PAGE = 200;

/** Which of some addresses the desk has an article of: the newest one's id, by the address as it was given. */
export const addressFinder =
  (store: LogStore) =>
  async (addresses: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const wanted = Map.groupBy(addresses, canonicalAddress);
    const found = new Map<string, string>();
    let before: ArticleCursor | undefined;
    do {
      const rows = await store.articles(PAGE, before);
      for (const { id, summary } of rows) {
        const { address }: ArticleSummary = JSON.parse(summary);
        for (const each of (address && wanted.get(canonicalAddress(address))) || [])
          if (!found.has(each)) found.set(each, id);
      }
      before = rows.length === PAGE ? rows.at(-1) : undefined;
    } while (before);
    return found;
  };
