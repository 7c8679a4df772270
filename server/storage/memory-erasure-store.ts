import type { Erasure, ErasureStore, Tombstone } from './erasure-store.ts';
import type { LogStore } from './log-store.ts';
import type { Forgetting, Naming } from './memory-forgetting.ts';

const toTombstone = ({ reports: _, files: __, ...tombstone }: Erasure): Tombstone => tombstone;

const inOrder = (one: Erasure, other: Erasure): number =>
  `${one.at} ${one.article}` < `${other.at} ${other.article}` ? -1 : 1;

/** Erases what other stores in memory have. */
export const memoryErasureStore = (
  log: LogStore,
  forgetting: readonly Forgetting[],
  naming: readonly Naming[],
): ErasureStore => {
  const all = new Map<string, Erasure>();
  const unfinished = new Set<string>();
  return {
    erase: async (begun, grown) => {
      const head = await log.head(begun.article);
      const since = await log.read(begun.article, begun.entries, head);
      const erasure = since.length > 0 ? grown?.(since) : begun;
      if (!erasure || erasure.entries !== head || head === 0) return false;
      all.set(erasure.article, erasure);
      unfinished.add(erasure.article);
      for (const store of forgetting) store.forgetArticle(erasure.article);
      return true;
    },
    tombstone: async (article) => {
      const erasure = all.get(article);
      return erasure && toTombstone(erasure);
    },
    tombstones: async () => [...all.values()].sort(inOrder).map(toTombstone),
    hadReport: async (slug) => [...all.values()].some(({ reports }) => reports.includes(slug)),
    unfinished: async () => [...all.values()].filter(({ article }) => unfinished.has(article)).sort(inOrder),
    files: async (article) =>
      naming.flatMap((store) => store.bodiesOf(article).flatMap((body) => body.match(/\b[0-9a-f]{64}\b/g) ?? [])),
    named: async (files) => new Set(files.filter((file) => naming.some((store) => store.names(file)))),
    finish: async (article) => void unfinished.delete(article),
  };
};
