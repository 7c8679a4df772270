import type { Article } from '../shared/article.ts';
import type { Rooms } from './rooms.ts';
import { searchRows } from './search.ts';
import type { LogStore } from './storage/log-store.ts';
import { type Found, type NewSearchRow, type SearchStore, searchKey } from './storage/search-store.ts';

/** What is looked at besides the index. */
export interface PresentParts {
  readonly store: Pick<SearchStore, 'find' | 'alike'>;
  readonly log: Pick<LogStore, 'heads'>;
  readonly rooms: Pick<Rooms, 'open'>;
}

const hasAll = (words: readonly string[], sought: readonly string[]): boolean =>
  sought.every((each) => words.some((word) => word.startsWith(each)));

/**
 * Search as everything is at the moment of asking (T11), though the index follows the logs a moment later: of an article that is further on
 * than what was found of it, only what is still there and still seen is given, as it is now. What has just come is found that moment later.
 */
export const presentSearch = ({ store, log, rooms }: PresentParts): Pick<SearchStore, 'find' | 'alike'> => {
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
    { openOnly, words = [] }: { readonly openOnly: boolean; readonly words?: readonly string[] },
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
      const isAsBefore = known.body === row.body;
      if (!isAsBefore && !hasAll(known.words(), words)) return [];
      return [{ ...row, open: known.open, body: known.body }];
    });
  };

  return {
    find: async (sought) => present(await store.find(sought), sought),
    alike: async (sought) => present(await store.alike(sought), { openOnly: sought.openOnly }),
  };
};
