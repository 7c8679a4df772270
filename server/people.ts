import type { Article } from '../shared/article.ts';

/** Everyone whose name an article shows. */
export const reviewersOf = (article: Article): ReadonlySet<string> => {
  const { claims, sources, evidence, verdicts, removals } = article;
  const records = [...claims.values(), ...sources.values(), ...evidence.values(), ...verdicts.values()];
  const signatures = [
    article.created,
    article.lock,
    ...records.map((each) => ('withdrawn' in each ? each.withdrawn : undefined)),
    ...[...removals.values()].map((each) => each.restored),
  ];
  return new Set([...records, ...signatures].flatMap((each) => each?.reviewer ?? []));
};
