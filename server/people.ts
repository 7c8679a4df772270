import type { Article } from '../shared/article.ts';
import type { Signature } from '../shared/claim.ts';
import type { Contact } from '../shared/contact.ts';
import type { EntryJson } from '../shared/protocol.ts';
import { mentionedIn } from '../shared/thread.ts';

interface Signed {
  readonly reviewer: string;
  readonly withdrawn?: Signature;
  readonly revised?: Signature;
}

const linesIn = (contact: Contact): readonly Signed[] => [
  contact,
  ...contact.attempts,
  ...contact.questions.flatMap((question) => [question, ...question.answers]),
];

/** Everyone whose name an article shows. */
export const reviewersOf = (article: Article): ReadonlySet<string> => {
  const { claims, sources, evidence, contacts, verdicts, decisions, work, removals, received, threads, corrections } =
    article;
  const messages = [...threads.values()].flatMap((thread) => thread.messages);
  const records: readonly Signed[] = [
    ...claims.values(),
    ...sources.values(),
    ...evidence.values(),
    ...[...contacts.values()].flatMap(linesIn),
    ...verdicts.values(),
    ...messages,
    ...corrections.values(),
    ...decisions.values(),
    ...[...work.values()].flatMap(({ steps }) => steps),
  ];
  const signatures = [
    article.created,
    ...(article.declined ?? []),
    article.publishedAt,
    article.lock,
    article.configured,
    ...records.flatMap(({ withdrawn, revised }) => [withdrawn, revised]),
    ...[...removals.values()].map((each) => each.restored),
    ...[...received.values()].flatMap((each) => [each, each.undone]),
    ...[...threads.values()].map((each) => each.resolved),
    ...[...corrections.values()].flatMap(({ accepted, declined }) => [accepted, declined]),
  ];
  const named = [
    ...messages.flatMap(mentionedIn),
    ...[...sources.values(), ...evidence.values(), ...contacts.values(), ...threads.values()].flatMap(namedIn),
  ];
  const assigned = [...claims.values()].flatMap(({ assignee }) => (assignee === '' ? [] : [assignee]));
  return new Set([...[...records, ...signatures].flatMap((each) => each?.reviewer ?? []), ...named, ...assigned]);
};

/** Those who are named as who sees something. */
const namedIn = ({ visibility }: { readonly visibility?: unknown }): readonly string[] =>
  Array.isArray(visibility) ? visibility.filter((each) => typeof each === 'string') : [];

interface Naming {
  readonly visibility?: unknown;
  readonly fields?: { readonly assignee?: unknown; readonly visibility?: unknown };
}

const namedBy = (part: unknown): readonly string[] => {
  const { fields = {}, visibility } = part as Naming;
  const { assignee } = fields;
  return [
    ...(typeof assignee === 'string' && assignee !== '' ? [assignee] : []),
    ...[fields, { visibility }].flatMap(namedIn),
  ];
};

/** Everyone whose name an entry brings: who made it, whom it assigns a claim to, and whom it shows something. */
export const reviewersIn = ({ reviewer, parts }: EntryJson): readonly string[] => [reviewer, ...parts.flatMap(namedBy)];
