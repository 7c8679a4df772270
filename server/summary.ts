import type { Article } from '../shared/article.ts';
import { hasRole, type Role } from '../shared/roles.ts';
import { titleOf } from '../shared/schema.ts';
import { settingsOf } from '../shared/settings.ts';
import { wordCount } from '../shared/word-count.ts';

/** What the list of articles shows of one. */
export interface ArticleSummary {
  readonly title: string;
  /** Claims that are not withdrawn; left out for those who do not see all of them. */
  readonly claims?: number;
  readonly locked: boolean;
  readonly words: number;
  /** Present while work is blind. */
  readonly blind?: 'verdicts' | 'all';
}

/** The summary of an article as it stands. */
export const summaryOf = (article: Article): ArticleSummary => {
  const { blind } = settingsOf(article);
  return {
    title: titleOf(article.doc),
    claims: [...article.claims.values()].filter((claim) => !claim.withdrawn).length,
    locked: article.lock !== undefined,
    words: wordCount(article.doc),
    ...(blind !== 'no' && { blind }),
  };
};

/** A summary as somebody in a role may see it (T11). */
export const seenSummary = (summary: ArticleSummary, role: Role): ArticleSummary => {
  if (summary.blind !== 'all' || hasRole(role, 'lead')) return summary;
  const { claims: _, ...seen } = summary;
  return seen;
};
