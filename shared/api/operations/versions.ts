import type { Version } from '../records/article.ts';
import type { Consequences, Difference, DifferenceRow } from '../records/versions.ts';
import type { FileSent, TextSent } from './sent.ts';

/** What goes with a version that is taken over. */
export interface TakenOver {
  /** As the comparison has it. */
  readonly from: string;
  readonly why?: string;
}

/** Later versions of an article. */
export interface VersionOperations {
  /**
   * See how a later version of the article differs, and what it would do to the claims, without storing
   * anything.
   */
  readonly compareVersion: {
    readonly query: {
      /** What comes from an address may be as the same person saw it last. */
      readonly held?: 'true';
    };
    readonly json: TextSent;
    readonly form: FileSent;
    readonly answer: Difference;
  };

  /** Every version of an article, also those that were taken back. */
  readonly listVersions: {
    readonly query: {
      /** How many at most; 200 where it is not said. */
      readonly limit?: number;
      /** The `version` that the page begins after, as the address of the next page has it. */
      readonly after?: number;
    };
    readonly answer: {
      readonly article: string;
      readonly versions: readonly Version[];
    };
  };

  /** How the text of one version differs from that of another, and what became of the claims. */
  readonly showDifference: {
    readonly query: {
      readonly from?: number;
      readonly to?: number;
    };
    readonly answer: {
      readonly from: number;
      readonly to: number;
      readonly isSame: boolean;
      readonly rows: readonly DifferenceRow[];
      readonly consequences: Consequences;
    };
  };

  /** Take a later version of the article over. */
  readonly receiveVersion: {
    readonly json: TextSent & TakenOver;
    readonly form: FileSent & TakenOver;
    readonly answer: {
      readonly received: string;
      readonly version: number;
    };
  };

  /** Take the latest version back: the one before it stands again. */
  readonly takeBackVersion: {
    readonly answer: {
      readonly version: number;
    };
  };
}
