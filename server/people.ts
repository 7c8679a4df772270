import type { Article } from '../shared/article.ts';
import type { Signature } from '../shared/claim.ts';
import type { EntryJson } from '../shared/protocol.ts';
import { mentionedIn } from '../shared/thread.ts';

interface Signed {
  readonly reviewer: string;
  readonly withdrawn?: Signature;
  readonly revised?: Signature;
}

/** Everyone whose name an article shows. */
export const reviewersOf = (article: Article): ReadonlySet<string> => {
  const { claims, sources, evidence, verdicts, decisions, work, removals, threads, corrections } = article;
  const messages = [...threads.values()].flatMap((thread) => thread.messages);
  const records: readonly Signed[] = [
    ...claims.values(),
    ...sources.values(),
    ...evidence.values(),
    ...verdicts.values(),
    ...messages,
    ...corrections.values(),
    ...decisions.values(),
    ...[...work.values()].flatMap(({ steps }) => steps),
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
  const assigned = [...claims.values()].flatMap(({ assignee }) => (assignee === '' ? [] : [assignee]));
  return new Set([...[...records, ...signatures].flatMap((each) => each?.reviewer ?? []), ...named, ...assigned]);
};

const assigneeOf = (part: unknown): readonly string[] => {
  const { fields } = part as { readonly fields?: { readonly assignee?: unknown } };
  return typeof fields?.assignee === 'string' && fields.assignee !== '' ? [fields.assignee] : [];
};

/** Everyone whose name an entry brings: who made it, and whom it assigns a claim to. */
export const reviewersIn = ({ reviewer, parts }: EntryJson): readonly string[] => [
  reviewer,
  ...parts.flatMap(assigneeOf),
];
