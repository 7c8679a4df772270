import type { CaptureProblem, Unread } from '../../capture.ts';

/** An article that uses a source. */
export interface SourceUse {
  readonly article: string;
  /** Its id in that article. */
  readonly source: string;
  /** Of the article. */
  readonly title: string;
  readonly at: string;
}

/** A thing that is cited, with the fields that it was given last. */
export interface LibraryItem {
  readonly title: string;
  readonly url: string;
  readonly kind: string;
  readonly publisher: string;
  readonly people: readonly string[];
  readonly date: string;
  readonly language: string;
  readonly primary: string;
  /** The articles that use it, the newest use first. */
  readonly uses: readonly SourceUse[];
  /** Where it was retracted last, and why; absent while it stands everywhere. */
  readonly retracted?: {
    readonly article: string;
    readonly title: string;
    readonly reason: string;
    readonly at: string;
  };
}

/** A frozen copy of a source, or one that is on its way or did not come about. */
export interface Capture {
  readonly id: string;
  readonly source: string;
  readonly way: 'address' | 'file' | 'pasted';
  /** Where it was asked for; empty unless it came from an address. */
  readonly address: string;
  readonly reviewer: string;
  readonly at: string;
  readonly state: 'fetching' | 'kept' | 'failed';
  /** How many bytes are there so far, while it is on its way. */
  readonly arrived?: number;
  readonly problem?: CaptureProblem;
  readonly kept?: {
    readonly at: string;
    /** Where the address led in the end. */
    readonly address: string;
    readonly mediaType: string;
    /** The address that a page gives as its own, on the same site. */
    readonly canonical?: string;
    /** What a page says of itself in its metadata: what a source can be given. */
    readonly details?: {
      readonly title?: string;
      readonly kind?: string;
      readonly publisher?: string;
      readonly people?: readonly string[];
      readonly date?: string;
      readonly language?: string;
    };
    readonly size: number;
    /** Of the bytes. */
    readonly sha256: string;
    /**
     * Of the readable text as UTF-8; absent where no text can be read. The pages of a PDF have a form feed
     * between them.
     */
    readonly text?: string;
    /** The character set that its site named. */
    readonly charset?: string;
    /** Why there are no words to read. */
    readonly unread?: Unread;
  };
}

/** What evidence rests on is another at its source's address than in the frozen copy. */
export interface Finding {
  readonly evidence: string;
  readonly revision: number;
  /**
   * The passage changed, or is not there any more; the page is gone; or, where no passage is known, much
   * of the page changed.
   */
  readonly state: 'changed' | 'lost' | 'gone' | 'page';
  /** The sentences of the frozen copy around the passage. */
  readonly before: string;
  /** The likeliest place now: a proposal. */
  readonly after: string;
  /** The copy that was kept of what is there now; empty where there is nothing. */
  readonly capture: string;
  /** Of that copy's bytes. */
  readonly sha256: string;
}

/** What came of looking again at the address of a source. */
export interface Look {
  readonly source: string;
  readonly address: string;
  readonly at: string;
  /** Who asked for it; empty for the schedule. */
  readonly by: string;
  readonly came: 'same' | 'other' | 'unread' | 'gone' | 'failed';
  readonly problem?: CaptureProblem;
  /** How many looks failed in a row, with this one. */
  readonly failed: number;
  readonly findings: readonly Finding[];
}

/** What came of the latest look at the article's own address. */
export interface OwnLook {
  readonly address: string;
  readonly at: string;
  readonly came: 'same' | 'other' | 'unread' | 'gone' | 'failed';
  readonly problem?: string;
  /** How many looks failed in a row. */
  readonly failed: number;
  /** The text that stands there and is known here in no version, or that the page is gone. */
  readonly found?: {
    /** Names the text; empty when the page is gone. */
    readonly text: string;
    /** Of the bytes that were kept of it, in hex. */
    readonly sha256: string;
    /** How many blocks differ from the article, by what became of them. */
    readonly changes: Readonly<Record<string, number>>;
    /** When it was first seen there. */
    readonly at: string;
  };
}
