import type { Signature } from './claim.ts';

/** As what a report is published: for the first time, or what is said of what changed. */
export const CHANGES = {
  first: 'Published',
  typo: 'Typo: nothing that was said is another',
  update: 'Update: something was added or is newer',
  correction: 'Correction: something that was said was wrong',
  retraction: 'Retraction: it no longer stands',
} as const;

/** A key of `CHANGES`. */
export type ReportChange = keyof typeof CHANGES;

/** What is said openly of one publication of an article's report. */
export interface Announced {
  /** From 1: under `/v/NUMBER` the report stands as it was frozen then. */
  readonly number: number;
  readonly change: ReportChange;
  /** For whoever reads the report: what changed, and why. Empty for the first. */
  readonly note: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** One publication of an article's report, signed by the lead who made it. */
export interface Publication extends Announced, Signature {
  /** The last part of its standing address; the same for all publications of an article. */
  readonly slug: string;
  /** The version of the article that it was made from. */
  readonly version: number;
  /** Of the page as it was frozen, in hex: the log vouches for it (T9). */
  readonly sha256: string;
}

/** Whether what is published of an article is that it no longer stands. */
export const isRetracted = (published: readonly Announced[]): boolean => published.at(-1)?.change === 'retraction';
