import type { Article } from '../shared/article.ts';
import type { Rooms } from './rooms.ts';
import { searchRows } from './search.ts';
import type { LogStore } from './storage/log-store.ts';
import {
  type Found,
  isKept,
  type NewSearchRow,
  type SearchFilters,
  type SearchStore,
  searchKey,
} from './storage/search-store.ts';

/** What is looked at besides the index. */
export interface PresentParts {
  readonly store: Pick<SearchStore, 'find' | 'marksOf' | 'alike'>;
  readonly log: Pick<LogStore, 'heads'>;
  readonly rooms: Pick<Rooms, 'open'>;
}

/** Search, as the routes have it. */
export type PresentSearch = Pick<SearchStore, 'find' | 'marksOf' | 'alike'>;

const hasAll = (words: readonly string[], sought: readonly string[]): boolean =>
  sought.every((each) => words.some((word) => word.startsWith(each)));

/**
 * Search as everything is at the moment of asking (T11), though the index follows the logs a moment later: of an article that is further on
 * than what was found of it, only what is still there and still seen is given, as it is now. What has just come is found that moment later.
 */
export const presentSearch = ({ store, log, rooms }: PresentParts): PresentSearch => {
  const articleAt = async (id: string, version: number): Promise<Article | undefined> => {
    const room = await rooms.open(id);
    if (room && room.article.version < version) await room.catchUp();
    return room?.article;
  };

  /** The rows of an article as they are now; none of one that was deleted. */
  const rowsNow = async (id: string, version: number | undefined): Promise<ReadonlyMap<string, NewSearchRow>> => {
    const article = version === undefined ? undefined : await articleAt(id, version);
    return new Map((article ? searchRows(id, article) : []).map((row) => [searchKey(row), row]));
  };

  const present = async (
    found: readonly Found[],
    {
      openOnly,
      words = [],
      ...filters
    }: SearchFilters & { readonly openOnly: boolean; readonly words?: readonly string[] },
  ): Promise<readonly Found[]> => {
    const reached = new Map(found.map(({ article, version }) => [article, version]));
    const heads = await log.heads([...reached.keys()]);
    const behind = [...reached].filter(([id, version]) => version < (heads.get(id) ?? Number.POSITIVE_INFINITY));
    if (behind.length === 0) return found;
    const now = new Map(await Promise.all(behind.map(async ([id]) => [id, await rowsNow(id, heads.get(id))] as const)));
    return found.flatMap((row) => {
      const rows = now.get(row.article);
      if (!rows) return [row];
      const known = rows.get(searchKey(row));
      if (!known || (openOnly && known.open === 0)) return [];
      if (!isKept(known, filters)) return [];
      if (known.body !== row.body && !hasAll(known.words(), words)) return [];
      const { words: _words, terms: _terms, ...current } = known;
      return [{ ...row, ...current, ...(row.body === '' && { body: '' }) }];
    });
  };

  return {
    find: async (sought) => present(await store.find(sought), sought),
    marksOf: async (sought) => present(await store.marksOf(sought), { openOnly: sought.openOnly, words: sought.words }),
    alike: async (sought) => present(await store.alike(sought), { openOnly: sought.openOnly }),
  };
};
