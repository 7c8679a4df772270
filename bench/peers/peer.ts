import type { Usage } from '../server-process.ts';

/** When a key was sent and when it was acknowledged, by `performance.now()`. */
export interface Typed {
  readonly sent: number;
  readonly acknowledged: number;
}

/** An article as one person has it open. */
export interface Page {
  /** Types one key at this page's own place; resolves once the server has acknowledged it. One at a time. */
  readonly type: (key?: string) => Promise<Typed>;
  /** Has every key from now on that another page typed told, once each. */
  readonly onKey: (listener: () => void) => void;
  readonly close: () => void;
}

/** Where a page is opened. */
export interface Place {
  readonly article: string;
  /** The paragraph that it types in. */
  readonly seat: number;
  /** Another port to come in by: a slow line. */
  readonly port?: number;
}

/** A running server of some kind, and the way to it. */
export interface Desk {
  readonly port: number;
  readonly usage: () => Usage;
  /** A new article of `SEATS` paragraphs. */
  readonly newArticle: () => Promise<string>;
  readonly open: (place: Place) => Promise<Page>;
  readonly stop: () => Promise<void>;
  readonly kill: () => Promise<void>;
}

/** A kind of server that the benchmark measures. */
export interface Peer {
  readonly name: string;
  /** What is stored when a key is acknowledged. */
  readonly keeps: string;
  /** Starts it with its data in a folder; started again there it has what it kept. */
  readonly start: (folder: string) => Promise<Desk>;
}
