import type { Article } from './article.ts';
import type { Signature } from './claim.ts';
import type { Imported } from './imported.ts';
import type { Quote } from './quote.ts';
import type { Shown, Visibility } from './visibility.ts';

/** Somebody named in a message: from where to where in its text, in UTF-16 units; the words there begin with "@". */
export interface Mention {
  /** The id that was picked. Whether anybody has it is seen where people are looked up, not here. */
  readonly reviewer: string;
  readonly from: number;
  readonly to: number;
}

/** What one reviewer said in a thread, as plain text. */
export interface Message {
  readonly id: string;
  readonly reviewer: string;
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
  /** Present when it was written in the file that the article was read from. */
  readonly imported?: Imported;
  /** Present once its author changed it; what it said before is in the log. */
  readonly revised?: Signature;
  readonly withdrawn?: Signature;
}

/** Messages about a claim, or about words of the article: it stands on those, and its anchor is kept beside, as a claim's is. */
export interface Thread extends Partial<Pick<Shown, 'visibility' | 'visibilities'>> {
  readonly id: string;
  readonly claim?: string;
  /** The words that it was opened on; absent for one about a claim. */
  readonly quote?: Quote;
  /** In the order of the log; the first opened it. */
  readonly messages: readonly Message[];
  readonly resolved?: Signature;
}

/** Who sees a thread where nothing else was said: what the desk talks about is the desk's. */
export const USUAL_VISIBILITY = 'desk' satisfies Visibility;

/** A thread as a record of one author, who opened it. */
export const asShown = (thread: Thread): Shown => ({
  visibility: USUAL_VISIBILITY,
  ...thread,
  reviewer: openingOf(thread).reviewer,
});

/** The longest message, in UTF-16 units. */
export const MESSAGE_LIMIT = 10_000;

/** The message that opened a thread. */
export const openingOf = (thread: Thread): Message => {
  const [opening] = thread.messages;
  if (!opening) throw new Error(`the thread ${thread.id} has no message`);
  return opening;
};

/** The reviewers that a message names, each once. */
export const mentionedIn = (message: Message): readonly string[] => [
  ...new Set(message.mentions.map((mention) => mention.reviewer)),
];

/** Whether something is left of a thread, and of the claim that it is about. */
export const isInSight = (article: Article, thread: Thread): boolean =>
  thread.messages.some((message) => !message.withdrawn) &&
  (thread.claim === undefined || article.claims.get(thread.claim)?.withdrawn === undefined);

/** Whether a thread waits for somebody. */
export const isOpenThread = (article: Article, thread: Thread): boolean =>
  !thread.resolved && isInSight(article, thread);

const byTime = (one: Thread, other: Thread): number => {
  const [first, second] = [openingOf(one), openingOf(other)];
  const [before, after] = [`${first.writtenAt} ${one.id}`, `${second.writtenAt} ${other.id}`];
  return before < after ? -1 : 1;
};

/** The threads about a claim of which something is left, oldest first. */
export const threadsOf = (article: Article, claim: string): readonly Thread[] =>
  [...article.threads.values()]
    .filter((thread) => thread.claim === claim && thread.messages.some((message) => !message.withdrawn))
    .sort(byTime);
