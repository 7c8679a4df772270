import type { AnchorState } from '../../anchor.ts';

/** Who did something, and when. */
export interface Signature {
  readonly reviewer: string;
  readonly at: string;
}

/** W3C TextQuoteSelector. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Where something stands now. */
export interface Anchor {
  readonly state: AnchorState;
  /** Position of `doc`. */
  readonly from: number;
  /** Position of `doc`. */
  readonly to: number;
  /** Offset in `text`, in Unicode code points. */
  readonly start: number;
  /** Offset in `text`, in Unicode code points; equal to `start` for an orphan. */
  readonly end: number;
}

/**
 * Whose words these are when they came in with a file, as the file says. The reviewer is who brought
 * the file in.
 */
export interface Imported {
  readonly as: 'comment' | 'footnote' | 'endnote' | 'change' | 'annotation';
  /** The name as it is written in the file; empty where it says none. */
  readonly author: string;
  /** When, as the file says: ISO 8601, with or without a zone. */
  readonly at?: string;
  /** Of an annotation, the id that it has where it is from. */
  readonly id?: string;
}

/**
 * Who sees it besides its author: `public` is everyone, and goes into what is published; `desk` is
 * everyone from the role annotator on; a list is the reviewers with these ids alone.
 */
export type Visibility = 'public' | 'desk' | readonly string[];
