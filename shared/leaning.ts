import type { Article } from './article.ts';
import type { Evidence } from './evidence.ts';
import { lineOf } from './lineage.ts';
import { evidenceOf } from './outcome.ts';
import { mainOf } from './relations.ts';

/** The evidence that counts and leans on a source: taken from it, or from one that comes from it, at first hand or further back. */
const leaningOn = (article: Article, source: string): readonly Evidence[] =>
  [...article.evidence.values()].filter((each) => !each.withdrawn && lineOf(article.sources, each.source).has(source));

/** The claims that lean on a source, each once, without those that are withdrawn. */
export const claimsLeaningOn = (article: Article, source: string): readonly string[] =>
  [...new Set(leaningOn(article, source).map(({ claim }) => claim))].filter(
    (id) => article.claims.has(id) && !article.claims.get(id)?.withdrawn,
  );

/** The retracted sources that the evidence of a claim leans on; those that were retracted in another article are named. */
export const retractedBehind = (
  article: Article,
  claim: string,
  elsewhere: ReadonlySet<string> = new Set(),
): readonly string[] => {
  const line = evidenceOf(article, mainOf(article.claims, claim)).flatMap(({ source }) => [
    ...lineOf(article.sources, source),
  ]);
  return [...new Set(line)].filter((id) => article.sources.get(id)?.retracted || elsewhere.has(id));
};
