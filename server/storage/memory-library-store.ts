import type { LibraryItem, LibraryRow, LibraryStore, LibraryUse } from './library-store.ts';
import type { LogStore } from './log-store.ts';
import type { Forgetting } from './memory-forgetting.ts';

interface Known {
  readonly version: number;
  readonly title: string;
  readonly rows: readonly LibraryRow[];
}

const NONE: Known = { version: 0, title: '', rows: [] };

const newestFirst = (one: LibraryUse, other: LibraryUse): number => {
  const [first, second] = [one, other].map(({ at, article, source }) => `${at} ${article} ${source}`);
  return first! > second! ? -1 : 1;
};

const laterFirst = (one: Pick<LibraryItem, 'at' | 'key'>, other: Pick<LibraryItem, 'at' | 'key'>): number => {
  if (one.at !== other.at) return one.at > other.at ? -1 : 1;
  return one.key > other.key ? -1 : one.key < other.key ? 1 : 0;
};

/** The library, as long as the process lasts. */
export const memoryLibraryStore = (log: LogStore): LibraryStore & Forgetting => {
  const articles = new Map<string, Known>();
  const uses = (openOnly: boolean): readonly LibraryUse[] =>
    [...articles.values()]
      .flatMap(({ title, rows }) => rows.map((row) => ({ ...row, title })))
      .filter(({ open }) => open === 1 || !openOnly)
      .sort(newestFirst);
  return {
    forgetArticle: (article) => void articles.delete(article),

    reached: async (article) => (articles.get(article) ?? NONE).version,

    behind: async () => {
      const rows = await log.articles(Number.MAX_SAFE_INTEGER);
      return rows.filter(({ id, version }) => version > (articles.get(id) ?? NONE).version).map(({ id }) => id);
    },

    advance: async ({ article, from, to, title, rows }) => {
      const known = articles.get(article) ?? NONE;
      if (known.version !== from) return false;
      articles.set(article, { version: to, title, rows: rows ?? known.rows });
      return true;
    },

    find: async ({ words, kind, openOnly, limit, before }) => {
      const seen = uses(openOnly);
      const found = seen.filter(
        (use) => words.every((word) => use.words.includes(word)) && (kind === undefined || use.kind === kind),
      );
      return [...new Set(found.map(({ key }) => key))]
        .map((key) => {
          const of = seen.filter((use) => use.key === key);
          return { key, at: found.find((use) => use.key === key)!.at, uses: of };
        })
        .filter((item) => before === undefined || laterFirst(before, item) < 0)
        .sort(laterFirst)
        .slice(0, limit);
    },

    usesOf: async (key, openOnly) => uses(openOnly).filter((use) => use.key === key),
  };
};
