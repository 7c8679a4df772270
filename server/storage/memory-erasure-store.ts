import type { Account, AccountStore } from './account-store.ts';
import type { Erasure, ErasureStore, FormerReviewer, Tombstone } from './erasure-store.ts';
import type { LogStore } from './log-store.ts';
import type { Forgetting, ForgettingPeople, Naming } from './memory-forgetting.ts';

const toTombstone = ({ reports: _, files: __, ...tombstone }: Erasure): Tombstone => tombstone;

const inOrder = (one: Erasure, other: Erasure): number =>
  `${one.at} ${one.article}` < `${other.at} ${other.article}` ? -1 : 1;

/** Erases what other stores in memory have. */
export const memoryErasureStore = (
  { log, accounts }: { readonly log: LogStore; readonly accounts: AccountStore },
  forgetting: { readonly articles: readonly Forgetting[]; readonly people: readonly ForgettingPeople[] },
  naming: readonly Naming[],
): ErasureStore => {
  const all = new Map<string, Erasure>();
  const unfinished = new Set<string>();
  const former: FormerReviewer[] = [];
  // One after the other, as in a transaction.
  let last: Promise<unknown> = Promise.resolve();
  const forgetOne = async (person: FormerReviewer): Promise<boolean | 'last-admin'> => {
    const everyone = await accounts.reviewers();
    const account = everyone.find(({ id }) => id === person.id);
    if (!account || former.some(({ id }) => id === person.id)) return false;
    const isAdmin = (each: Account): boolean => each.role === 'admin' && each.disabledAt === undefined;
    if (isAdmin(account) && everyone.filter(isAdmin).length === 1) return 'last-admin';
    for (const store of forgetting.people) store.forgetReviewer(person, account);
    former.push(person);
    return true;
  };
  return {
    erase: async (begun, grown) => {
      const head = await log.head(begun.article);
      const since = await log.read(begun.article, begun.entries, head);
      const erasure = since.length > 0 ? grown?.(since) : begun;
      if (!erasure || erasure.entries !== head || head === 0) return false;
      all.set(erasure.article, erasure);
      unfinished.add(erasure.article);
      for (const store of forgetting.articles) store.forgetArticle(erasure.article);
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
    forgetReviewer: (person) => {
      const turn = last.then(() => forgetOne(person));
      last = turn;
      return turn;
    },
    formerReviewers: async () => [...former],
    cleanOfReviewers: async () => {},
    finish: async (article) => void unfinished.delete(article),
  };
};
