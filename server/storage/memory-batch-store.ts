import type { BatchStore, StoredBatch, StoredItem } from './batch-store.ts';
import type { Forgetting, Naming } from './memory-forgetting.ts';

const placeOf = ({ at, id }: Pick<StoredBatch, 'at' | 'id'>): string => `${at} ${id}`;

const byTime = (one: StoredBatch, other: StoredBatch): number => (placeOf(one) < placeOf(other) ? -1 : 1);

/** Batches, as long as the process lasts. */
export const memoryBatchStore = (): BatchStore & Forgetting & Naming => {
  const batches = new Map<string, StoredBatch>();
  const items = new Map<string, StoredItem>();
  return {
    forgetArticle: (article) => void items.delete(article),
    bodiesOf: (article) => [items.get(article)?.body ?? []].flat(),
    names: (file) => [...items.values()].some(({ body }) => body.includes(file)),
    put: async (batch) => void batches.set(batch.id, batch),
    add: async (item) => {
      if ([...items.values()].some(({ batch, key }) => batch === item.batch && key === item.key)) return false;
      items.set(item.id, item);
      return true;
    },
    putItem: async (item) => {
      if (items.has(item.id)) items.set(item.id, item);
    },
    batch: async (id) => batches.get(id),
    newest: async (limit, before) =>
      [...batches.values()]
        .filter((each) => before === undefined || placeOf(each) < placeOf(before))
        .sort(byTime)
        .reverse()
        .slice(0, limit),
    in: async (state) => [...batches.values()].filter((each) => each.state === state).sort(byTime),
    items: async (batch) =>
      [...items.values()].filter((each) => each.batch === batch).sort((one, other) => one.nth - other.nth),
    known: async (key, state) => [...items.values()].find((each) => each.key === key && each.state === state),
  };
};
