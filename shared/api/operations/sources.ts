import type { Download } from '../download.ts';
import type { Capture, LibraryItem, Look, OwnLook, SourceUse } from '../records/library.ts';

/** Sources: their frozen copies, looks at their addresses, the library. */
export interface SourceOperations {
  /** The frozen copies of the sources of an article. */
  readonly listCaptures: {
    readonly query: {
      /** How many at most; 200 where it is not said. */
      readonly limit?: number;
      /** The place that the page begins after, as the address of the next page has it. */
      readonly after?: string;
    };
    readonly answer: {
      readonly captures: readonly Capture[];
    };
  };

  /** Have a source copied. */
  readonly makeCapture: {
    readonly json: {
      readonly source: string;
      /** Words that are kept as the copy. */
      readonly text?: string;
    };
    readonly form: {
      readonly source: string;
      readonly file: File;
    };
    readonly answer: Capture;
  };

  /** Call off a copy that is on its way. */
  readonly callOffCapture: {
    readonly answer: undefined;
  };

  /** The bytes of a copy, as they came. */
  readonly fetchCapture: {
    readonly answer: Download;
  };

  /** The text that can be read in a copy. */
  readonly showCaptureText: {
    readonly answer: string;
  };

  /** The page of a copy, to be looked at. */
  readonly showCapturePage: {
    readonly answer: string;
  };

  /** What came of looking again at the addresses of an article's sources. */
  readonly listLooks: {
    readonly answer: {
      readonly looks: readonly Look[];
      readonly underWay: readonly string[];
      readonly own?: OwnLook;
    };
  };

  /** Look again at the address of a source, or of all. */
  readonly lookAgain: {
    readonly json: {
      /** Which source; without it, all that have an address. */
      readonly source?: string;
      /**
       * The article’s own address is looked at, and no source. At most three times at once, then once a
       * minute.
       */
      readonly own?: true;
    };
    readonly answer: {
      readonly begun: readonly string[];
      /** The article’s own address is being looked at. */
      readonly own?: true;
    };
  };

  /** Every look at the address of a source. */
  readonly listLooksAt: {
    readonly query: {
      /** How many at most; 200 where it is not said. */
      readonly limit?: number;
      /** The place that the page begins after, as the address of the next page has it. */
      readonly before?: string;
    };
    readonly answer: {
      readonly looks: readonly Look[];
    };
  };

  /** Which other articles use the sources of an article. */
  readonly listUsesElsewhere: {
    readonly answer: {
      readonly uses: Readonly<Record<string, readonly SourceUse[]>>;
    };
  };

  /** Which claims lean on a source, in whichever article. */
  readonly listLeaning: {
    readonly answer: {
      readonly articles: readonly {
        readonly article: string;
        readonly title: string;
        /** Whether the published report of the article leans on it: it needs a correction where the source was retracted. */
        readonly isPublished: boolean;
        readonly claims: readonly {
          readonly claim: string;
          readonly words: string;
        }[];
      }[];
    };
  };

  /** Which sources of an article are one text, by their newest frozen copies. */
  readonly listSameTexts: {
    readonly answer: {
      readonly pairs: readonly (readonly string[])[];
    };
  };

  /** The sources of all articles: the library of the desk. */
  readonly listSources: {
    readonly query: {
      /** Words, each of which is in the title, the address, the publisher or the people. */
      readonly search?: string;
      readonly kind?: string;
      readonly limit?: number;
      /** The `before` of the page that comes first. */
      readonly before?: string;
    };
    readonly answer: {
      readonly sources: readonly LibraryItem[];
      /** Where the next page begins; null when this is the last. */
      readonly before: string | null;
    };
  };

  /** What the library knows of the page at an address. */
  readonly findSource: {
    readonly query: {
      readonly address: string;
    };
    readonly answer: {
      readonly source: LibraryItem | null;
    };
  };
}
