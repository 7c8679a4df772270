import { soundAppend } from './append.ts';
import type { ArticleCursor, ArticleRow, LogStore, StoredBlock, StoredEntry, StoredSnapshot } from './log-store.ts';
import type { Forgetting } from './memory-forgetting.ts';
import { type PackingStore, packLoose } from './packing/pack.ts';
import { inOrder, UnpackedBlocks } from './packing/unpacked.ts';

interface Kept {
  /** Those that are in no block. */
  readonly entries: StoredEntry[];
  readonly blocks: StoredBlock[];
  /** The version of each, by `operationKey`. */
  readonly operations: Map<string, number>;
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
export const memoryLogStore = (): LogStore & Forgetting => {
  const kept = new Map<string, Kept>();
  const unpacked = new UnpackedBlocks();
  const erased = new Set<string>();
  let closed = false;

  const read = (article: string, after: number, limit: number): readonly StoredEntry[] => {
    const { blocks = [], entries = [] } = kept.get(article) ?? {};
    const loose = entries.slice(Math.max(0, after + 1 - (entries[0]?.version ?? 0)));
    const packed: StoredEntry[] = [];
    for (const block of blocks.filter(({ last }) => last > after)) {
      if (packed.length >= limit) break;
      packed.push(...unpacked.entriesOf(block).filter(({ version }) => version > after));
    }
    return inOrder(packed, loose, limit);
  };

  const packing: PackingStore = {
    lastBlock: async (article) => kept.get(article)?.blocks.at(-1),
    loose: async (article, limit) => kept.get(article)?.entries.slice(0, limit) ?? [],
    replace: async (block, last) => {
      const { blocks = [], entries = [] } = kept.get(block.article) ?? {};
      const from = last === undefined ? block.first : last + 1;
      if (entries[0]?.version !== from || (last !== undefined && blocks.at(-1)?.last !== last)) return false;
      if (last !== undefined) blocks.pop();
      blocks.push(block);
      entries.splice(0, block.last - from + 1);
      return true;
    },
  };

  return {
    append: async (entries, listing) => {
      if (closed) throw new Error('the log is closed');
      const { article, after } = soundAppend(entries, listing);
      const known = kept.get(article);
      const head = known?.row.version ?? 0;
      const isKnown = entries.some(({ reviewer, opId }) => known?.operations.has(operationKey(reviewer, opId)));
      if (head !== after || isKnown || erased.has(article)) return { conflict: head };
      const next = after + entries.length;
      const createdAt = known?.row.createdAt ?? listing.updatedAt;
      const row = { ...listing, id: article, createdAt, version: next };
      const log: Kept = known ?? { entries: [], blocks: [], operations: new Map(), snapshots: new Map(), row };
      log.row = row;
      log.entries.push(...entries);
      for (const entry of entries) log.operations.set(operationKey(entry.reviewer, entry.opId), entry.version);
      kept.set(article, log);
      return { head: next };
    },

    read: async (article, after, limit) => read(article, after, limit),

    head: async (article) => kept.get(article)?.row.version ?? 0,

    heads: async (articles) =>
      new Map(
        articles.flatMap((id) => {
          const version = kept.get(id)?.row.version;
          return version === undefined ? [] : [[id, version]];
        }),
      ),

    findOperation: async (article, reviewer, opId) => {
      const version = kept.get(article)?.operations.get(operationKey(reviewer, opId));
      return version === undefined ? undefined : read(article, version - 1, 1)[0];
    },

    saveSnapshot: async (article, snapshot) => {
      const log = kept.get(article);
      if (!log || snapshot.version < 1 || snapshot.version > log.row.version)
        throw new Error(`${article} has no version ${snapshot.version}`);
      log.snapshots.set(snapshot.version, snapshot);
    },

    dropSnapshots: async (article, versions) => {
      for (const version of versions) kept.get(article)?.snapshots.delete(version);
    },

    snapshotVersions: async (article) =>
      [...(kept.get(article)?.snapshots.keys() ?? [])].sort((one, other) => one - other),

    snapshot: async (article, atOrBefore = Number.POSITIVE_INFINITY) => {
      const versions = [...(kept.get(article)?.snapshots.keys() ?? [])].filter((version) => version <= atOrBefore);
      return kept.get(article)?.snapshots.get(Math.max(...versions));
    },

    pack: (article, sizes) => packLoose(packing, article, sizes),

    articles: async (limit, before) =>
      [...kept.values()]
        .map(({ row }) => row)
        .filter((row) => before === undefined || newestFirst(before, row) < 0)
        .sort(newestFirst)
        .slice(0, limit),

    newest: async () =>
      [...kept.values()]
        .map(({ row }) => row.updatedAt)
        .sort()
        .at(-1),

    close: async () => {
      closed = true;
    },

    forgetArticle: (article) => {
      kept.delete(article);
      erased.add(article);
    },
  };
};
