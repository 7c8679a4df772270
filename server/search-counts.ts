import { type Found, isKept, type SearchFilters } from './storage/search-store.ts';

/** By what is counted. */
export const COUNTED = ['kind', 'state', 'outcome', 'article', 'person'] as const;

type Counted = (typeof COUNTED)[number];

/** How many there are of each: the most first. */
export type SearchCounts = Readonly<Record<Counted, readonly { readonly value: string; readonly count: number }[]>>;

/** So many of articles and of people are told apart. */
const MOST = 50;

/**
 * How many of what has the words each filter would keep, beside the other filters that are set: what could be chosen in the place of one
 * is counted as if that one were not set.
 */
export const countsOf = (found: readonly Found[], filters: SearchFilters): SearchCounts =>
  Object.fromEntries(
    COUNTED.map((by) => {
      const { [by]: _own, ...others } = filters;
      const counts = new Map<string, number>();
      for (const row of found)
        if (row[by] !== '' && isKept(row, others)) counts.set(row[by], (counts.get(row[by]) ?? 0) + 1);
      const all = [...counts].map(([value, count]) => ({ value, count })).sort((one, other) => other.count - one.count);
      return [by, all.slice(0, MOST)];
    }),
  ) as unknown as SearchCounts;
