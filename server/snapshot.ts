import { type Article, type ArticleJson, articleFromJson, articleToJson } from '../shared/article.ts';
import type { LogStore } from './storage/log-store.ts';

/** Raised whenever an entry comes to do something else to an article than before: older snapshots are then passed over. */
const FORM = 1;

/** An article at a version, with the time of the entry that made it so. */
export interface Snapshot {
  readonly article: Article;
  readonly at: string;
}

/** The latest snapshot of an article, of a version no higher than `atOrBefore`; nothing when there is none of today's form. */
export const readSnapshot = async (store: LogStore, id: string, atOrBefore?: number): Promise<Snapshot | undefined> => {
  const stored = await store.snapshot(id, atOrBefore);
  if (!stored) return undefined;
  const { form, at, article } = JSON.parse(stored.body) as { form: number; at: string; article: ArticleJson };
  return form === FORM ? { at, article: articleFromJson(article) } : undefined;
};

/** Keeps a snapshot: opening the article then replays only what came after it. */
export const writeSnapshot = (store: LogStore, id: string, { article, at }: Snapshot): Promise<void> =>
  store.saveSnapshot(id, {
    version: article.version,
    body: JSON.stringify({ form: FORM, at, article: articleToJson(article) }),
  });
