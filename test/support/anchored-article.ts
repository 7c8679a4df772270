import { type Article, blankArticle } from '../../shared/article.ts';
import { perform } from '../../shared/rebase.ts';
import { docOf, marksOf, readNotation } from './notation.ts';

/** The article that a line of the notation writes, its claims marked by A. */
export const begin = (notation: string): Article => {
  const { text, claims } = readNotation(notation);
  const article = { ...blankArticle(), doc: docOf(text) };
  return perform(article, marksOf(article.doc, claims), { reviewer: 'A', at: '2026-01-01T00:00:00.000Z' }).article;
};
