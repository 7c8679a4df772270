import type { AnchorState } from '../../anchor.ts';

/**
 * What became of a block of words, or of several. same: so many blocks are as they were. changed,
 * moved, reshaped (the words are the same, and emphasis, a link or what it stands as is another): with
 * its runs. added, removed, left (it moved from here): with its text.
 */
export interface DifferenceRow {
  readonly kind: 'same' | 'changed' | 'reshaped' | 'moved' | 'added' | 'removed' | 'left';
  /** What it is, such as title, paragraph, list_item. */
  readonly as?: string;
  readonly blocks?: number;
  readonly first?: string;
  readonly last?: string;
  readonly text?: string;
  readonly runs?: readonly {
    readonly kind: 'same' | 'out' | 'in';
    readonly text: string;
  }[];
}

/**
 * What taking a version over does to all that stands on words of the article, as far as the one who
 * asks sees it.
 */
export interface Consequences {
  /** So many claims stand on the same words as before. */
  readonly untouched: number;
  readonly claims: readonly {
    readonly claim: string;
    readonly was: AnchorState;
    readonly state: AnchorState;
    readonly before: string;
    readonly after: string;
    /** Its outcome holds no longer. */
    readonly stale?: boolean;
    readonly reopened?: boolean;
  }[];
  /** Suggested corrections of which the text then has the words. */
  readonly carriedOut: readonly string[];
  /** Suggested corrections whose words are others then. */
  readonly overtaken: readonly string[];
  /** Accepted corrections of which the words go. */
  readonly undone: readonly string[];
  /** Threads whose words go. */
  readonly threads: readonly string[];
  readonly asides: number;
}

/** How a later version differs from the text as it is. */
export interface Difference {
  /** Names the text that was compared with: to be sent when the version is taken over. */
  readonly from: string;
  readonly version: number;
  readonly isSame: boolean;
  readonly rows: readonly DifferenceRow[];
  /** Names the later text, as looks at the own address do. */
  readonly text: string;
  readonly origin: object;
  readonly removed: readonly {
    readonly text: string;
    readonly reason: string;
  }[];
  readonly consequences: Consequences;
}
