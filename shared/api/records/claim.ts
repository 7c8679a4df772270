import type { WorkState } from '../../work.ts';
import type { Anchor, Imported, Quote, Signature } from './signed.ts';

/** With the fields of its record beside these. */
export interface Claim {
  readonly id: string;
  readonly quote: Quote;
  readonly reviewer: string;
  readonly markedAt: string;
  readonly imported?: Imported;
  readonly revised?: Signature;
  readonly withdrawn?: Signature;
  readonly anchor: Anchor;
  /** The words it covers now; empty for an orphan. */
  readonly words: string;
  /** Why it is judged as it is, as plain text: what all write together. Empty while nobody has. */
  readonly rationale: string;
  /** The pages of the article's PDF that its words stood on when they were marked; absent where it has none. */
  readonly pages?: {
    readonly first: number;
    readonly last: number;
  };
  readonly outcome: {
    readonly rating: string;
    readonly label: string;
    readonly tone: string;
    /** The verdict or decision that it rests on, the newest when there are several. */
    readonly verdict: string;
    readonly stale?: 'words' | 'evidence' | 'answers';
    /** Present when the reviewers' verdicts come to nothing under the rule. */
    readonly disputed?: true;
    /** What brought it about: the article's rule, the lead's decision, or the claim's parts. */
    readonly by: 'agree' | 'majority' | 'mean' | 'lead' | 'decision' | 'parts';
    /** Present while it is for the lead to decide. */
    readonly undecided?: true;
  } | null;
  readonly work: {
    readonly state: WorkState;
    /** Why it is reopened. */
    readonly cause?: 'words' | 'evidence' | 'answers' | 'outcome' | 'reviewer';
    /** What was said with the latest move. */
    readonly reason?: string;
    readonly moved: Signature | null;
    readonly first: Signature | null;
    readonly second: Signature | null;
    readonly signed: Signature | null;
  } | null;
}

/** One reviewer’s judgement of a claim. */
export interface Verdict {
  readonly id: string;
  readonly claim: string;
  readonly reviewer: string;
  readonly scale: string;
  readonly rating: string;
  /** Why, in the words that were signed. */
  readonly rationale: string;
  /** Those are the words of the claim's rationale as they stood then. */
  readonly shared?: true;
  readonly givenAt: string;
  readonly judged: {
    readonly words: string;
    readonly evidence: readonly string[];
    /** What those who were asked had answered, each as CONTACT/ANSWER; absent where nobody had. */
    readonly answers?: readonly string[];
  };
  readonly withdrawn?: Signature;
  /** What changed after it, if anything did. */
  readonly stale: 'words' | 'evidence' | 'answers' | null;
}
