import { soundAppend } from './append.ts';
import type { ArticleCursor, ArticleRow, LogStore, StoredEntry, StoredSnapshot } from './log-store.ts';

interface Kept {
  readonly entries: StoredEntry[];
  readonly operations: Map<string, StoredEntry>;
  readonly snapshots: Map<number, StoredSnapshot>;
  row: ArticleRow;
}

const operationKey = (reviewer: string, opId: string): string => JSON.stringify([reviewer, opId]);

const newestFirst = (one: ArticleCursor, other: ArticleCursor): number => {
  if (one.createdAt !== other.createdAt) return one.createdAt < other.createdAt ? 1 : -1;
  if (one.id !== other.id) return one.id < other.id ? 1 : -1;
  return 0;
};

/** A log that is as durable as the process. */
export const memoryLogStore = (): LogStore => {
  const kept = new Map<string, Kept>();
  let closed = false;

  return {
    append: async (entries, listing) => {
      if (closed) throw new Error('the log is closed');
      const { article, after } = soundAppend(entries, listing);
      const known = kept.get(article);
      const head = known?.row.version ?? 0;
      const isKnown = entries.some(({ reviewer, opId }) => known?.operations.has(operationKey(reviewer, opId)));
      if (head !== after || isKnown) return { conflict: head };
      const next = after + entries.length;
      const createdAt = known?.row.createdAt ?? listing.updatedAt;
      const row = { ...listing, id: article, createdAt, version: next };
      const log: Kept = known ?? { entries: [], operations: new Map(), snapshots: new Map(), row };
      log.row = row;
      log.entries.push(...entries);
      for (const entry of entries) log.operations.set(operationKey(entry.reviewer, entry.opId), entry);
      kept.set(article, log);
      return { head: next };
    },

    read: async (article, after, limit) => kept.get(article)?.entries.slice(after, after + limit) ?? [],

    head: async (article) => kept.get(article)?.row.version ?? 0,

    findOperation: async (article, reviewer, opId) => kept.get(article)?.operations.get(operationKey(reviewer, opId)),

    saveSnapshot: async (article, snapshot) => {
      const log = kept.get(article);
      if (!log?.entries[snapshot.version - 1]) throw new Error(`${article} has no version ${snapshot.version}`);
      log.snapshots.set(snapshot.version, snapshot);
    },

    snapshot: async (article, atOrBefore = Number.POSITIVE_INFINITY) => {
      const versions = [...(kept.get(article)?.snapshots.keys() ?? [])].filter((version) => version <= atOrBefore);
      return kept.get(article)?.snapshots.get(Math.max(...versions));
    },

    articles: async (limit, before) =>
      [...kept.values()]
        .map(({ row }) => row)
        .filter((row) => before === undefined || newestFirst(before, row) < 0)
        .sort(newestFirst)
        .slice(0, limit),

    close: async () => {
      closed = true;
    },
  };
};
