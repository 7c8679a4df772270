/** How UTF-16 units `from` up to, not including, `to` of a text are marked. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly mark: 'em' | 'strong' | 'code' | 'link';
  /** Where a link leads. */
  readonly href?: string;
}

/** Words, with what else stands below them in the same list item. */
export interface Holding {
  readonly text: string;
  readonly spans?: readonly Span[];
  readonly rest?: readonly Block[];
}

/** A cell of a table. */
export interface Cell {
  readonly text: string;
  readonly spans?: readonly Span[];
  readonly heads?: true;
  readonly colspan?: number;
  readonly rowspan?: number;
}

/** A block of words. */
export type Block =
  | {
      readonly kind: 'paragraph' | 'heading' | 'caption' | 'credit' | 'quote';
      readonly text: string;
      readonly spans?: readonly Span[];
      /** Of a heading. */
      readonly level?: number;
      /** The picture that a caption belongs to; it is not fetched. */
      readonly image?: {
        readonly src: string;
        readonly alt: string;
      };
      /** What else stands in a quotation. */
      readonly rest?: readonly Block[];
    }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start?: number;
      readonly items: readonly (string | Holding)[];
    }
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly Cell[])[];
    }
  | {
      readonly kind: 'rule';
    };

/**
 * A place in a reading: `at` UTF-16 units into one of its texts. The title is text 0, then come the
 * texts of the blocks, each item and each cell one.
 */
export interface Spot {
  readonly text: number;
  readonly at: number;
}

/** What a reader made of a file. */
export interface Reading {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly removed: readonly {
    readonly text: string;
    readonly reason: string;
    /** The block it stood before; -1 is before the title. */
    readonly before: number;
  }[];
  /** The reader that read it. */
  readonly format: string;
  /** BCP 47; absent when it is not said. */
  readonly language?: string;
  /**
   * Comments and notes of the file; they come along as threads on their words. Those that stand on no
   * words are among what is removed.
   */
  readonly remarks?: readonly {
    readonly kind: 'comment' | 'footnote' | 'endnote';
    readonly from: Spot;
    readonly to: Spot;
    readonly messages: readonly {
      readonly author: string;
      readonly at?: string;
      readonly text: string;
    }[];
    readonly resolved: boolean;
    /** Present when it is a claim that an export of Touchstone wrote as a comment: it comes along as one. */
    readonly claim?: {
      /** As far as they are written there. */
      readonly fields: object;
      /** What else is told of it, such as its outcome: the first thread about it. */
      readonly told: string;
      readonly threads: readonly {
        readonly messages: readonly {
          readonly author: string;
          readonly at?: string;
          readonly text: string;
        }[];
        readonly resolved: boolean;
      }[];
    };
  }[];
  /**
   * Tracked changes of the file; they come along as suggested corrections, and the text is the one
   * before them.
   */
  readonly suggestions?: readonly {
    readonly text: number;
    readonly from: number;
    readonly to: number;
    readonly instead: string;
    /** Absent where the file does not say. */
    readonly why?: string;
    readonly author: string;
    readonly at?: string;
  }[];
  /** What the article says of itself; what it does not say is absent. Days are ISO 8601. */
  readonly about?: {
    readonly byline?: string;
    readonly outlet?: string;
    readonly published?: string;
    readonly changed?: string;
    readonly address?: string;
    readonly direction?: 'ltr' | 'rtl';
  };
}
