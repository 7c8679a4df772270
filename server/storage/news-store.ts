import type { Delivery } from './webhook-store.ts';

/** Something that a reviewer is told of what others did. */
export interface StoredNotice {
  /** The same for the same happening, so that it is told once. */
  readonly id: string;
  readonly reviewer: string;
  readonly article: string;
  /** UTC as `Date.toISOString` writes it. */
  readonly at: string;
  /** JSON the store never looks into. */
  readonly body: string;
  readonly readAt?: string;
}

/** Work on one claim, as a list over all articles shows it. */
export interface StoredTask {
  readonly article: string;
  readonly claim: string;
  /** Whose it is; empty while it is nobody's. */
  readonly assignee: string;
  readonly state: string;
  /** A day, a month or a year; empty when there is none. */
  readonly due: string;
  /** JSON the store never looks into. */
  readonly body: string;
}

/** What one step from a version of an article to a later one brings. */
export interface NewsStep {
  readonly article: string;
  readonly from: number;
  readonly to: number;
  readonly notices: readonly StoredNotice[];
  /** The ids of notices that told what their receiver may see no more. */
  readonly untold: readonly string[];
  /** The tasks that are new or others than before. */
  readonly tasks: readonly StoredTask[];
  /** The claims that are no tasks any more. */
  readonly done: readonly string[];
  /** What webhooks are to be told of it. */
  readonly deliveries: readonly Delivery[];
}

/** A notice after which the next page begins. */
export type NoticeCursor = Pick<StoredNotice, 'at' | 'id'>;

/** What people are told and have to do: drawn from the logs, and drawn anew where it is behind them. */
export interface NewsStore {
  /** Up to which version of an article everything is told, 0 for nothing. */
  reached(article: string): Promise<number>;
  /** The articles of which the log is further on than what is told. */
  behind(): Promise<readonly string[]>;
  /** Keeps a step, all or nothing; false, and nothing kept, when the article is not at `from` any more: another server was faster. */
  advance(step: NewsStep): Promise<boolean>;
  /** Keeps notices that come of no entry, with what webhooks are to be told of them; one that is there already stays as it is. */
  add(notices: readonly StoredNotice[], deliveries: readonly Delivery[]): Promise<void>;
  /** The newest notices of a reviewer, at most `limit`, beginning after `before`. */
  notices(reviewer: string, limit: number, before?: NoticeCursor): Promise<readonly StoredNotice[]>;
  countUnread(reviewer: string): Promise<number>;
  /** Notes that a reviewer has read some of their notices, or all up to now; what was read before stays as it was. */
  markRead(reviewer: string, at: string, ids?: readonly string[]): Promise<void>;
  /** The tasks that are a reviewer's. */
  tasksOf(reviewer: string): Promise<readonly StoredTask[]>;
  /** The tasks in one of these states, whoever has them, at most `limit`. */
  tasksIn(
    states: readonly string[],
    limit: number,
    after?: Pick<StoredTask, 'article' | 'claim'>,
  ): Promise<readonly StoredTask[]>;
  /** Up to which version a reviewer has seen what others did to each claim of an article, and, as '', to all of it. */
  seen(reviewer: string, article: string): Promise<ReadonlyMap<string, number>>;
  /** Notes that a reviewer has seen a claim, or with '' all claims, up to a version; it never goes back. */
  markSeen(reviewer: string, article: string, claim: string, version: number): Promise<void>;
}
