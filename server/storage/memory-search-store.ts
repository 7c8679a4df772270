import type { LogStore } from './log-store.ts';
import type { Forgetting } from './memory-forgetting.ts';
import {
  type Found,
  isKept,
  isSameRow,
  type NewSearchRow,
  type SearchRow,
  type SearchStore,
  searchKey,
  termWord,
  wordsOfRow,
} from './search-store.ts';

interface Kept extends SearchRow {
  /** What changed last has the highest. */
  readonly place: number;
  readonly words: ReadonlySet<string>;
}

interface Known {
  readonly version: number;
  readonly title: string;
  readonly rows: ReadonlyMap<string, Kept>;
}

const NONE: Known = { version: 0, title: '', rows: new Map() };

/** What can be found, as long as the process lasts. */
export const memorySearchStore = (log: LogStore): SearchStore & Forgetting => {
  const articles = new Map<string, Known>();
  let places = 0;
  const keep = (row: NewSearchRow): Kept => {
    const { words: _words, terms: _terms, ...kept } = row;
    return { ...kept, place: ++places, words: new Set(wordsOfRow(row)) };
  };
  const seen = (openOnly: boolean): readonly (Kept & Found)[] =>
    [...articles.values()]
      .flatMap(({ title, version, rows }) => [...rows.values()].map((row) => ({ ...row, title, version })))
      .filter(({ open }) => open === 1 || !openOnly)
      .sort((one, other) => other.place - one.place);
  const found = ({ words: _words, place: _place, ...row }: Kept & Found): Found => row;
  const having = (words: readonly string[], openOnly: boolean): readonly (Kept & Found)[] =>
    seen(openOnly)
      .filter(() => words.length > 0)
      .filter((row) => words.every((word) => [...row.words].some((each) => each.startsWith(word))));
  return {
    forgetArticle: (article) => void articles.delete(article),

    reached: async (article) => (articles.get(article) ?? NONE).version,

    behind: async () => {
      const rows = await log.articles(Number.MAX_SAFE_INTEGER);
      return rows
        .filter(({ id, version }) => version > (articles.get(id) ?? NONE).version)
        .toSorted((one, other) => (one.updatedAt < other.updatedAt ? -1 : 1))
        .map(({ id }) => id);
    },

    advance: async ({ article, from, to, title, rows }) => {
      const known = articles.get(article) ?? NONE;
      if (known.version !== from) return false;
      const now = rows.map((row): readonly [string, Kept] => {
        const before = known.rows.get(searchKey(row));
        return [searchKey(row), before && isSameRow(before, row) ? before : keep(row)];
      });
      articles.set(article, { version: to, title, rows: new Map(now) });
      return true;
    },

    find: async ({ words, openOnly, limit, offset, ...filters }) =>
      having(words, openOnly)
        .filter((row) => isKept(row, filters))
        .slice(offset, offset + limit)
        .map(found),

    marksOf: async ({ words, openOnly, limit }) =>
      having(words, openOnly)
        .slice(0, limit)
        .map((row) => ({ ...found(row), body: '' })),

    alike: async ({ terms, openOnly, limit }) =>
      seen(openOnly)
        .map((row) => ({ row, common: terms.filter((term) => row.words.has(termWord(term))).length }))
        .filter(({ common }) => common > 0)
        .sort((one, other) => other.common - one.common)
        .slice(0, limit)
        .map(({ row }) => found(row)),
  };
};
