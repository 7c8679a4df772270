import type { PageLanguage } from '../../shared/export/html/words/languages.ts';
import type { Announced } from '../../shared/publication.ts';
import type { ReportHead } from '../storage/report-store.ts';

/** A frozen copy of a source of a published report, as it was then. */
export interface ShownCopy {
  readonly capture: string;
  readonly source: string;
  /** Of its bytes, in hex. */
  readonly sha256: string;
}

/** What is known of one publication without its page: what lists, feeds and frames are made from. */
export interface ReportBody extends Announced {
  readonly title: string;
  readonly language: PageLanguage;
  /** When the first of the article was published; ISO 8601, UTC. */
  readonly firstAt: string;
  /** How many claims it has, and what they came to: a label and how often. */
  readonly claims: number;
  readonly counts: readonly (readonly [label: string, look: string, count: number])[];
  /** The ids of the sources that it leans on, and of those that these come from. */
  readonly sources: readonly string[];
  /** The frozen copies that its readers are shown; absent where they are shown none. */
  readonly copies?: readonly ShownCopy[];
}

/** Reads what the server itself wrote. */
export const bodyOf = ({ body }: Pick<ReportHead, 'body'>): ReportBody => JSON.parse(body);
