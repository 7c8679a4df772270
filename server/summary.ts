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
  /** Where it stands, as it says itself, or where it was fetched from; absent where neither is known. */
  readonly address?: string;
  /** Present while work is blind. */
  readonly blind?: 'verdicts' | 'all';
}

/** The summary of an article as it stands. */
export const summaryOf = (article: Article): ArticleSummary => {
  const { blind } = settingsOf(article);
  const address = article.origin.canonical || article.origin.url;
  return {
    title: titleOf(article.doc),
    claims: [...article.claims.values()].filter((claim) => !claim.withdrawn).length,
    locked: article.lock !== undefined,
    words: wordCount(article.doc),
    ...(address && { address }),
    ...(blind !== 'no' && { blind }),
  };
};

/** A summary as somebody in a role may see it (T11). */
export const seenSummary = (summary: ArticleSummary, role: Role): ArticleSummary => {
  if (summary.blind !== 'all' || hasRole(role, 'lead')) return summary;
  const { claims: _, ...seen } = summary;
  return seen;
};
