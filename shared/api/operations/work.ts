import type { Acknowledged, Entry, Operation } from '../records/log.ts';
import type { BroughtAnnotations } from '../records/out.ts';

/** Work on an article: its log, operations, annotations, what is unread. */
export interface WorkOperations {
  /** The entries of an article, oldest first. */
  readonly listEntries: {
    readonly query: {
      /** The version after which they begin. */
      readonly after?: number;
      /** How many at most. */
      readonly limit?: number;
    };
    readonly answer: {
      readonly article: string;
      /** The head of the log. */
      readonly version: number;
      readonly entries: readonly Entry[];
    };
  };

  /** Perform an operation. */
  readonly sendOperation: {
    readonly json: Operation;
    readonly answer: Acknowledged;
  };

  /** Bring annotations to an article. */
  readonly bringAnnotations: {
    readonly query: {
      /** With true, nothing is written: what would be is answered. */
      readonly preview?: 'true' | 'false';
    };
    readonly json: unknown;
    readonly form: {
      readonly file: File;
    };
    readonly answer: BroughtAnnotations;
  };

  /** What others did to the claims of an article since one saw them last. */
  readonly countUnread: {
    readonly answer: {
      readonly claims: Readonly<Record<string, number>>;
    };
  };

  /** Note that one has seen a claim, or all claims, up to a version. */
  readonly markSeen: {
    readonly json: {
      /** Without it, all claims. */
      readonly claim?: string;
      readonly version: number;
    };
    readonly answer: undefined;
  };
}
