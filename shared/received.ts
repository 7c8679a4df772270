import type { Article } from './article.ts';
import type { Signature } from './claim.ts';
import type { Origin } from './origin.ts';

/** A later version of the article that was taken over into it. */
export interface Received extends Signature {
  readonly id: string;
  /** Where it came from, and what it said of itself there. */
  readonly origin: Origin;
  /** That of the version before it. */
  readonly before: Origin;
  /** When it was fetched from its address, ISO 8601, UTC; absent when it was sent. */
  readonly fetchedAt?: string;
  /** Why it was taken over; may be empty. */
  readonly why: string;
  /** The version of the article from which on its text is this. */
  readonly version: number;
  /** Present when it was taken back. */
  readonly undone?: TakenBack;
}

/** That a version was taken back. */
export interface TakenBack extends Signature {
  /** The version of the article from which on its text is no longer this; absent in what was stored before it was kept. */
  readonly version?: number;
}

/** The versions of the article that were taken over and stand, oldest first. */
export const receivedOf = (article: Article): readonly Received[] =>
  [...article.received.values()].filter(({ undone }) => !undone).sort((one, other) => one.version - other.version);

/** A version of the article as it was published, or handed in: the text that it began with, and each that was taken over since. */
export interface Issue {
  /** Of what was taken over; empty for the first. */
  readonly id: string;
  readonly origin: Origin;
  readonly by: Signature | undefined;
  /** The version of the article from which on its text is this. */
  readonly version: number;
  readonly why: string;
  readonly fetchedAt?: string;
  /** Present when it was taken back: it does not stand. */
  readonly undone?: TakenBack;
}

const issueOf = ({ id, origin, reviewer, at, version, why, fetchedAt, undone }: Received): Issue => ({
  ...{ id, origin, by: { reviewer, at }, version, why },
  ...(fetchedAt !== undefined && { fetchedAt }),
  ...(undone && { undone }),
});

/** What the article began with. */
const firstOf = (article: Article, received: readonly Received[]): Issue => ({
  ...{ id: '', origin: received[0]?.before ?? article.origin, by: article.created, version: 1, why: '' },
});

/** Every version of the article that stands, as it was published, or handed in, oldest first. */
export const issuesOf = (article: Article): readonly Issue[] => {
  const received = receivedOf(article);
  return [firstOf(article, received), ...received.map(issueOf)];
};

/** The same with those that were taken back. */
export const everyIssueOf = (article: Article): readonly Issue[] => {
  const received = [...article.received.values()].sort((one, other) => one.version - other.version);
  return [firstOf(article, received), ...received.map(issueOf)];
};
