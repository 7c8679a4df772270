import type { ReportChange } from '../../publication.ts';

/** What a format has no place for. */
export interface Loss {
  /** A sentence. */
  readonly words: string;
  /** For programs that say it in another language: a word that stays the same. */
  readonly kind: string;
  /** How many of what, by name. */
  readonly things: Readonly<Record<string, number>>;
}

/** A format that an article can be written out in. */
export interface Format {
  readonly format: string;
  readonly label: string;
  readonly mediaType: string;
  readonly extension: string;
  /** What of this article it has no place for. */
  readonly losses: readonly Loss[];
  /**
   * For whom it is written, when it is asked for as this list was: `public` holds only what is public,
   * `desk` what the one who asks sees.
   */
  readonly audience: 'public' | 'desk';
  /** What it is for, by which a menu groups formats. */
  readonly purpose: 'publish' | 'office' | 'data' | 'keep';
  /** It is never a selection of claims. */
  readonly isWhole: boolean;
}

/** The fields of a kind of record. */
export type Fields = Readonly<
  Record<
    string,
    {
      readonly label: string;
      readonly input:
        | 'line'
        | 'paragraph'
        | 'date'
        | 'address'
        | 'choice'
        | 'attribution'
        | 'texts'
        | 'reviewer'
        | 'claim'
        | 'pin'
        | 'time'
        | 'language'
        | 'sources'
        | 'calculation'
        | 'visibility';
      readonly choices?: Readonly<Record<string, string>>;
      readonly hint?: string;
    }
  >
>;

/** A published version of a report. */
export interface Publication {
  readonly number: number;
  readonly change: ReportChange;
  readonly note: string;
  readonly at: string;
  /** Of the frozen page, in hex: the log has the same. */
  readonly sha256: string;
}

/** What became of annotations that were brought. */
export interface BroughtAnnotations {
  readonly format: 'w3c' | 'hypothesis' | 'recogito' | 'touchstone';
  readonly items: readonly {
    readonly id: string;
    /** Where in the file it stands. */
    readonly where: string;
    /** again: it is here already. */
    readonly becomes: 'claim' | 'thread' | 'reply' | 'tags' | 'evidence' | 'correction' | 'again' | 'nothing';
    /** The words that it is put on, or that it quotes and that were not found. */
    readonly words: string;
    readonly says: string;
    readonly author: string;
    readonly at?: string;
    readonly doubts: readonly {
      readonly doubt: 'position-differs' | 'surroundings-differ' | 'position-only' | 'outer-unread';
      readonly why: string;
    }[];
    /** For programs: why it stands nowhere. */
    readonly reason?: string;
    /** The same for people. */
    readonly why?: string;
    /** A sentence of the article that has most of its words. Nothing is put there. */
    readonly similar?: string;
  }[];
  readonly placed: number;
  readonly unplaced: number;
  readonly again: number;
  readonly written: boolean;
  /** The parts of an operation that take back what was done. */
  readonly undo: readonly object[];
  /** How many parts took no effect, since the article changed meanwhile. */
  readonly dropped: number;
}
