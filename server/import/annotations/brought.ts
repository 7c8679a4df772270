import type { AnyPart } from '../../../shared/operations/index.ts';
import type { ANNOTATION_FORMATS } from './annotation-file.ts';
import type { Doubt, UnplacedReason } from './placing.ts';

/** What becomes of an annotation; `again` for one that is here already. */
export type Becomes = 'claim' | 'thread' | 'reply' | 'tags' | 'evidence' | 'correction' | 'again' | 'nothing';

/** One annotation of a file, as it is told to who brings it. */
export interface Item {
  readonly id: string;
  /** Where in the file it stands. */
  readonly where: string;
  readonly becomes: Becomes;
  /** The words that it is put on, or that it quotes and that are not found. */
  readonly words: string;
  readonly says: string;
  readonly author: string;
  readonly at?: string;
  readonly doubts: readonly Doubt[];
  /** Why it stands nowhere. */
  readonly reason?: UnplacedReason;
  /** A sentence of the article that has most of its words. */
  readonly similar?: string;
}

/** What a file of annotations comes to in an article. */
export interface Brought {
  readonly items: readonly Item[];
  /** What is to be done; each list of parts belongs together. */
  readonly parts: readonly (readonly AnyPart[])[];
}

/** The same, with the name of the file's format. */
export interface BroughtFile extends Brought {
  readonly format: keyof typeof ANNOTATION_FORMATS;
}
