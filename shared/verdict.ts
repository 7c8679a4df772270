import type { Signature } from './claim.ts';

/** One reviewer's signed judgement of a claim; a reviewer's newer verdict replaces the older, which stays in the log. */
export interface Verdict {
  readonly id: string;
  readonly claim: string;
  readonly reviewer: string;
  /** The scale's id and version, such as `truth@1`, and the rating's id in it. */
  readonly scale: string;
  readonly rating: string;
  /** Why, in the words that were signed. */
  readonly rationale: string;
  /** Present when those are the words of the claim's rationale, which everyone edits, as they stood then. */
  readonly shared?: true;
  /** ISO 8601, UTC. */
  readonly givenAt: string;
  /** What it judged: the words as they stood and the evidence as it was, each with its version (T8). */
  readonly judged: Judged;
  readonly withdrawn?: Signature;
}

/** A lead's signed judgement of what a claim comes to: over every rule, and stale as a verdict is (T8). A newer one replaces it. */
export type Decision = Verdict;

/** The words, the evidence and the answers that a verdict is bound to. */
export interface Judged {
  readonly words: string;
  /** All that it rests on, as `restsOn` lists it: each with a number that grows when it is revised. */
  readonly evidence: readonly string[];
  /** What those who were asked answered, each as `CONTACT/ANSWER`, sorted; absent where nobody answered anything about the claim. */
  readonly answers?: readonly string[];
}

/** Why a verdict no longer holds for what stands there now. */
export const STALE = {
  words: 'The words changed after this verdict',
  evidence: 'The evidence changed after this verdict',
  answers: 'What was answered changed after this verdict',
} as const;
