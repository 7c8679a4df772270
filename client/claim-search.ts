import { type Article, wordsOf } from '../shared/article.ts';
import type { Claim } from '../shared/claim.ts';
import { collapsed } from '../shared/text.ts';

/** What a claim is called where there is room for a line: its statement, else its words, else those it was marked on. */
export const claimName = (article: Article, claim: Claim): string =>
  collapsed(claim.statement || wordsOf(article, claim.id) || claim.quote.exact);

/** A text as it is searched: without case, accents and differences of white space. */
export const searchable = (text: string): string =>
  collapsed(
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[’‘]/g, "'")
      .replaceAll(/[“”„«»]/g, '"'),
  ).toLocaleLowerCase();

/** Whether every word of a query begins or stands in a text. */
export const holds = (text: string, query: string): boolean => {
  const within = searchable(text);
  return searchable(query)
    .split(' ')
    .every((word) => within.includes(word));
};

/** The first claims that are not withdrawn and whose name holds a query. */
export const claimsNamed = (article: Article, query: string, limit: number): readonly Claim[] => {
  const found: Claim[] = [];
  for (const claim of article.claims.values()) {
    if (found.length === limit) break;
    if (!claim.withdrawn && holds(claimName(article, claim), query)) found.push(claim);
  }
  return found;
};
