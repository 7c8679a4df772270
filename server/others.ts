import type { Presence } from '../shared/protocol.ts';
import type { Carrier } from './connection.ts';

/**
 * What the servers of one desk say to one another, over the adapter of socket.io. All of it is a hint: what counts is in the database, and
 * is found there when nothing was heard.
 */
export interface BetweenServers {
  /** An article has come to a version. */
  head(article: string, version: number): void;
  /** An article was deleted for good. */
  gone(article: string): void;
  /** Pages of the server that speaks moved, or went. */
  presence(article: string, moved: readonly Presence[]): void;
  /** Asks where the pages of an article are. */
  whereabouts(article: string): void;
  /** There is something new for these reviewers to ask for. */
  news(reviewers: readonly string[]): void;
  /** What a reviewer may do has changed, or that they may come in at all. */
  rights(reviewer: string): void;
  /** Something is known of a source that was not known before. */
  source(article: string, source: string): void;
}

/** The other servers of the desk. */
export interface Others {
  tell<Name extends keyof BetweenServers>(name: Name, ...said: Parameters<BetweenServers[Name]>): void;
}

/** The servers that share an adapter with a carrier; `listeners` hear what they say. */
export const othersOver = (carrier: Carrier, listeners: BetweenServers): Others => {
  for (const [name, listener] of Object.entries(listeners)) carrier.on(name as never, listener as never);
  return { tell: (name, ...said) => void carrier.serverSideEmit(name, ...(said as never)) };
};
