import type { Article } from '../shared/article.ts';
import type { Signature } from '../shared/claim.ts';
import { mentionedIn } from '../shared/thread.ts';

interface Signed {
  readonly reviewer: string;
  readonly withdrawn?: Signature;
  readonly revised?: Signature;
}

/** Everyone whose name an article shows. */
export const reviewersOf = (article: Article): ReadonlySet<string> => {
  const { claims, sources, evidence, verdicts, removals, threads, corrections } = article;
  const messages = [...threads.values()].flatMap((thread) => thread.messages);
  const records: readonly Signed[] = [
    ...claims.values(),
    ...sources.values(),
    ...evidence.values(),
    ...verdicts.values(),
    ...messages,
    ...corrections.values(),
  ];
  const signatures = [
    article.created,
    article.lock,
    article.configured,
    ...records.flatMap(({ withdrawn, revised }) => [withdrawn, revised]),
    ...[...removals.values()].map((each) => each.restored),
    ...[...threads.values()].map((each) => each.resolved),
    ...[...corrections.values()].flatMap(({ accepted, declined }) => [accepted, declined]),
  ];
  const named = messages.flatMap(mentionedIn);
  return new Set([...[...records, ...signatures].flatMap((each) => each?.reviewer ?? []), ...named]);
};
