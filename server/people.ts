import type { Article } from '../shared/article.ts';
import type { Signature } from '../shared/claim.ts';

interface Signed {
  readonly reviewer: string;
  readonly withdrawn?: Signature;
  readonly revised?: Signature;
}

/** Everyone whose name an article shows. */
export const reviewersOf = (article: Article): ReadonlySet<string> => {
  const { claims, sources, evidence, verdicts, removals } = article;
  const records: readonly Signed[] = [
    ...claims.values(),
    ...sources.values(),
    ...evidence.values(),
    ...verdicts.values(),
  ];
  const signatures = [
    article.created,
    article.lock,
    article.configured,
    ...records.flatMap(({ withdrawn, revised }) => [withdrawn, revised]),
    ...[...removals.values()].map((each) => each.restored),
  ];
  return new Set([...records, ...signatures].flatMap((each) => each?.reviewer ?? []));
};
