import type { Article } from '../shared/article.ts';
import { titleOf } from '../shared/schema.ts';
import { wordCount } from '../shared/word-count.ts';

/** What the list of articles shows of one. */
export interface ArticleSummary {
  readonly title: string;
  /** Claims that are not withdrawn. */
  readonly claims: number;
  readonly locked: boolean;
  readonly words: number;
}

/** The summary of an article as it stands. */
export const summaryOf = (article: Article): ArticleSummary => ({
  title: titleOf(article.doc),
  claims: [...article.claims.values()].filter((claim) => !claim.withdrawn).length,
  locked: article.lock !== undefined,
  words: wordCount(article.doc),
});
