import { type Article, blankArticle } from '../shared/article.ts';
import { type Digest, parseEntry } from '../shared/log.ts';
import type { TextChange } from '../shared/way.ts';
import { type Logged, readLogged } from './draft.ts';
import { readSnapshot } from './snapshot.ts';
import type { LogStore } from './storage/log-store.ts';

/** So many entries are read from the store at once. */
const PAGE = 500;

/** The entries of a log after an article's version, each checked against the one before it (T9), with the hash of what was sent. */
export async function* readLog(
  store: LogStore,
  id: string,
  from: Article,
  digest: Digest,
): AsyncGenerator<Logged & { readonly opHash: string }> {
  let article = from;
  for (;;) {
    const page = await store.read(id, article.version, PAGE);
    for (const { body, opHash } of page) {
      const logged = readLogged(article, body, digest);
      article = logged.article;
      yield { ...logged, opHash };
    }
    if (page.length < PAGE) return;
  }
}

/** What happened to the texts of an article after one version, up to another, oldest first: replayed from the snapshot before it. */
export const readChanges = async (
  store: LogStore,
  id: string,
  { after, upTo }: { readonly after: number; readonly upTo: number },
  digest: Digest,
): Promise<readonly TextChange[]> => {
  const snapshot = await readSnapshot(store, id, after);
  const changes: TextChange[] = [];
  for await (const logged of readLog(store, id, snapshot?.article ?? blankArticle(), digest)) {
    if (logged.entry.version > upTo) break;
    if (logged.entry.version > after) changes.push(...logged.changes);
  }
  return changes;
};

/** An article as it was at a version that is in its log, replayed from the snapshot before it; blank at 0. */
export const articleAt = async (store: LogStore, id: string, version: number, digest: Digest): Promise<Article> => {
  if (version === 0) return blankArticle();
  const snapshot = await readSnapshot(store, id, version);
  let article = snapshot?.article ?? blankArticle();
  if (article.version === version) return article;
  for await (const logged of readLog(store, id, article, digest)) {
    article = logged.article;
    if (article.version === version) return article;
  }
  throw new Error(`the log of ${id} has no version ${version}`);
};

/** When the last entry of a log was made; ISO 8601, UTC. */
export const lastWorkedOn = async (store: LogStore, id: string): Promise<string> => {
  const [last] = await store.read(id, (await store.head(id)) - 1, 1);
  return last ? parseEntry(JSON.parse(last.body), '').at : '';
};
