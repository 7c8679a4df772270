import type { Download } from '../download.ts';
import type { Article, ArticleRow, Created } from '../records/article.ts';
import type { Batch, BatchItem, WholeBatch } from '../records/batch.ts';
import type { Reading } from '../records/reading.ts';
import type { FileSent, TextSent } from './sent.ts';

/** Articles: how they come in, one by one and in batches, and how they stand. */
export interface ArticleOperations {
  /** See what would come of a text, without storing anything. */
  readonly readArticle: {
    readonly json: TextSent;
    readonly form: FileSent;
    readonly answer: Reading;
  };

  /** The articles, those created last coming first. */
  readonly listArticles: {
    readonly query: {
      /** How many at most. */
      readonly limit?: number;
      /** The `before` of the page before. */
      readonly before?: string;
    };
    readonly answer: {
      readonly articles: readonly ArticleRow[];
      readonly before: string | null;
    };
  };

  /** Create an article. */
  readonly makeArticle: {
    readonly json: TextSent & {
      /** A lossless export, to be brought back entry for entry under a new id. */
      readonly json?: object;
    };
    readonly form: FileSent;
    readonly answer: Created;
  };

  /** Create the sample article. */
  readonly makeSample: {
    readonly answer: Created;
  };

  /** An article as it stands. */
  readonly showArticle: {
    readonly answer: Article;
  };

  /** The bytes that the article was read from, as they came. */
  readonly fetchOriginal: {
    readonly query: {
      /** That of another version, by the `version` that it has in the article; without it the latest. */
      readonly version?: number;
    };
    readonly answer: Download;
  };

  /** The plain text of an article as it was at a version. */
  readonly showText: {
    readonly answer: string;
  };

  /** Files and addresses that were given together. */
  readonly listBatches: {
    readonly query: {
      /** How many at most; 200 where it is not said. */
      readonly limit?: number;
      /** The place that the page begins after, as the address of the next page has it. */
      readonly before?: string;
    };
    readonly answer: {
      readonly batches: readonly Batch[];
    };
  };

  /** Begin a batch. */
  readonly beginBatch: {
    readonly json: {
      readonly name?: string;
      /** How many things it is to have; the number of its addresses where it is not said. */
      readonly expected?: number;
      readonly addresses?: readonly string[];
    };
    readonly answer: WholeBatch;
  };

  /** A batch with all its things. */
  readonly showBatch: {
    readonly answer: WholeBatch;
  };

  /** Stop a batch, or have it go on. */
  readonly turnBatch: {
    readonly json: {
      readonly state?: 'going' | 'stopped';
      readonly expected?: number;
    };
    readonly answer: WholeBatch;
  };

  /** Add a file, or addresses, to a batch. */
  readonly addToBatch: {
    readonly json: {
      readonly addresses: readonly string[];
    };
    readonly form: {
      readonly file: File;
      /** The file's name with the folders below the one that was chosen; its own name where it is not said. */
      readonly path?: string;
    };
    readonly answer: {
      readonly items: readonly BatchItem[];
      /** How many the batch has already: the same bytes, or the same address. */
      readonly twice: number;
    };
  };

  /** Try again all that failed, or call off all that waits. */
  readonly turnItems: {
    readonly json: {
      /**
       * waiting: what failed, or this one thing, is tried again. called-off: what waits or is being read is
       * not brought in.
       */
      readonly state: 'waiting' | 'called-off';
    };
    readonly answer: WholeBatch;
  };

  /** Try again one thing of a batch, or call it off. */
  readonly turnItem: {
    readonly json: {
      /**
       * waiting: what failed, or this one thing, is tried again. called-off: what waits or is being read is
       * not brought in.
       */
      readonly state: 'waiting' | 'called-off';
    };
    readonly answer: WholeBatch;
  };
}
