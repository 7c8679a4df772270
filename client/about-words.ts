import type { Article } from '../shared/article.ts';
import { type Quote, quoteAt } from '../shared/quote.ts';
import { wordsBetween } from '../shared/text.ts';
import type { Words } from './words-selected.ts';

/** Words that something is being written about while others go on: as they were, and where in the text at which version. */
export interface AboutWords {
  readonly quote: Quote;
  readonly version: number;
  readonly from: number;
  readonly to: number;
}

/** Where a position of the text at a version is now; nothing while it cannot be told. */
export type FromVersion = (version: number, position: number) => number | undefined;

/** The words and their place now; without a place where it cannot be told, and then the words themselves are looked for. */
export const whereNow = (
  article: Article,
  { quote, version, from, to }: AboutWords,
  fromVersion: FromVersion,
): { readonly quote: Quote; readonly place?: Words } => {
  const [start, end] = [fromVersion(version, from), fromVersion(version, to)];
  if (start === undefined || end === undefined || start >= end) return { quote };
  if (wordsBetween(article.doc, start, end) !== quote.exact) return { quote };
  return { quote: quoteAt(article.doc, start, end), place: { from: start, to: end } };
};
