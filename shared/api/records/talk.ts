import type { Anchor, Imported, Quote, Signature, Visibility } from './signed.ts';

/** Something that somebody wrote. */
export interface Message {
  readonly id: string;
  readonly reviewer: string;
  readonly text: string;
  /** Who is named, from where to where in `text`, in UTF-16 units. */
  readonly mentions: readonly {
    readonly reviewer: string;
    readonly from: number;
    readonly to: number;
  }[];
  readonly writtenAt: string;
  readonly imported?: Imported;
  readonly revised?: Signature;
  readonly withdrawn?: Signature;
}

/** Messages about a claim, or about words of the article. */
export type Thread = {
  readonly id: string;
  readonly claim?: string;
  readonly quote?: Quote;
  readonly messages: readonly Message[];
  readonly resolved?: Signature;
  readonly anchor?: Anchor;
  /** The words it stands on now; empty for an orphan. */
  readonly words?: string;
  /** Absent where it is the desk's. */
  readonly visibility?: Visibility;
  /** What its visibility was before, oldest first; absent while it never changed. */
  readonly visibilities?: readonly Visibility[];
};

/** Other words that somebody suggests. */
export interface Correction {
  readonly id: string;
  readonly claim?: string;
  readonly quote: Quote;
  /** The new words; empty to take the old ones out. */
  readonly to: string;
  readonly why: string;
  readonly reviewer: string;
  readonly suggestedAt: string;
  readonly imported?: Imported;
  readonly accepted?: Signature;
  readonly declined?: {
    readonly reviewer: string;
    readonly at: string;
    readonly reason: string;
  };
  readonly withdrawn?: Signature;
  readonly anchor: Anchor;
  readonly words: string;
  /** `requested`: the text is locked. `overtaken`: the words changed since. */
  readonly state: 'suggested' | 'requested' | 'overtaken' | 'accepted' | 'declined' | 'withdrawn';
}

/** Words with nothing to check in them, while its anchor is `exact` or `moved`. */
export interface Aside {
  readonly id: string;
  readonly quote: Quote;
  readonly reviewer: string;
  readonly setAt: string;
  readonly withdrawn?: Signature;
  readonly anchor: Anchor;
  /** The words it covers now; empty for an orphan. */
  readonly words: string;
}
