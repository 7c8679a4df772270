import type { ClaimFields } from '../../shared/claim.ts';
import type { EvidenceFields } from '../../shared/evidence.ts';
import type { SourceFields } from '../../shared/source.ts';

/** Who wrote something in a file, as the file says, and when: ISO 8601, absent where it does not say. */
export interface Author {
  readonly author: string;
  readonly at?: string;
}

/** Evidence that an export of ours wrote in the comment that is its claim. */
export interface ReadEvidence {
  /** A title or an address is there. */
  readonly source: Partial<SourceFields>;
  /** The stance is there. */
  readonly fields: Partial<EvidenceFields>;
}

/** A claim that an export of ours wrote as a comment. */
export interface ReadClaim {
  /** What it was called there: other claims of the file name it by that. */
  readonly id: string;
  /** Claims that it is tied to are named as they were called there. */
  readonly fields: Partial<ClaimFields>;
  /** The lines that name those claims, by their field: for whoever has the claim without the one it is tied to. */
  readonly ties: Readonly<Partial<Record<keyof ClaimFields, string>>>;
  readonly evidence: readonly ReadEvidence[];
  /** What else was told of it, such as its outcome, in words. */
  readonly told: string;
  /** What was said about it, each thread with its messages, oldest first. */
  readonly threads: readonly Pick<Remark, 'messages' | 'resolved'>[];
}

/** A place in a reading: so many UTF-16 units into one of its texts; the title is text 0, then come those of `wordsOfBlock`, block by block. */
export interface Spot {
  readonly text: number;
  readonly at: number;
}

/** What may be remarked in a file beside its text. */
const REMARKS = { comment: 'comment', footnote: 'footnote', endnote: 'endnote' } as const;

/** What somebody remarked on words of the text, and what was answered, oldest first. */
export interface Remark {
  readonly kind: keyof typeof REMARKS;
  readonly from: Spot;
  readonly to: Spot;
  readonly messages: readonly (Author & { readonly text: string })[];
  readonly resolved: boolean;
  /** Present when it is a claim; its message is then what the comment says. */
  readonly claim?: ReadClaim;
}

/** Other words that a file suggests for words of one of its texts, as a tracked change. */
export interface Suggestion extends Author {
  readonly text: number;
  /** From where up to where in that text. */
  readonly from: number;
  readonly to: number;
  /** On one line; empty to take the words out. */
  readonly instead: string;
  /** Absent where the file does not say. */
  readonly why?: string;
}
