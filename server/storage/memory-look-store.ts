import type { LookStore, StoredLook, StoredWatch } from './look-store.ts';
import { type Forgetting, forget, type Naming } from './memory-forgetting.ts';

const keyOf = ({ article, source }: Pick<StoredWatch, 'article' | 'source'>): string =>
  JSON.stringify([article, source]);

const placeOf = ({ at, id }: Pick<StoredLook, 'at' | 'id'>): string => `${at} ${id}`;

/** What is looked at again, as long as the process lasts. */
export const memoryLookStore = (): LookStore & Forgetting & Naming => {
  const watches = new Map<string, StoredWatch>();
  const looks = new Map<string, StoredLook>();
  const those = (which: (watch: StoredWatch) => boolean) =>
    [...watches.values()].filter(which).sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  return {
    forgetArticle: (article) => {
      forget(watches, (each) => each.article === article);
      forget(looks, (each) => each.article === article);
    },
    bodiesOf: (article) =>
      [...watches.values(), ...looks.values()].filter((each) => each.article === article).map(({ body }) => body),
    names: (file) => [...watches.values(), ...looks.values()].some(({ body }) => body.includes(file)),
    put: async (watch, look) => {
      watches.set(keyOf(watch), watch);
      if (look) looks.set(look.id, look);
    },
    take: async (taken, until) => {
      const watch = watches.get(keyOf(taken));
      if (watch?.nextAt !== taken.nextAt) return false;
      watches.set(keyOf(taken), { ...watch, nextAt: until });
      return true;
    },
    of: async (article) => those((each) => each.article === article),
    watchesOf: async (source, articles) => those((each) => each.source === source && articles.includes(each.article)),
    due: async (at, limit) =>
      those(() => true)
        .flatMap((each) => (each.nextAt !== undefined && each.nextAt <= at ? [{ ...each, nextAt: each.nextAt }] : []))
        .sort((one, other) => (one.nextAt < other.nextAt ? -1 : 1))
        .slice(0, limit),
    marked: async (limit) => those(({ marks }) => marks > 0).slice(0, limit),
    looks: async (article, source, limit, before) =>
      [...looks.values()]
        .filter((each) => each.article === article && each.source === source)
        .filter((each) => before === undefined || placeOf(each) < placeOf(before))
        .sort((one, other) => (placeOf(one) < placeOf(other) ? 1 : -1))
        .slice(0, limit),
  };
};
