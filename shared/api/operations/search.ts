import type { EarlierClaim, NamedCount, SearchCount, SearchFound } from '../records/search.ts';

/** What is looked for. */
interface Sought {
  /** Each word is there, or is the beginning of one that is; case and accents do not matter. */
  readonly q: string;
  readonly kind?: 'claim' | 'source' | 'evidence' | 'article';
  /** Of a claim: how far the work on it has come. */
  readonly state?: 'open' | 'working' | 'ready' | 'first' | 'second' | 'signed' | 'reopened';
  /** Of a claim: the label of what it has come to. */
  readonly outcome?: string;
  /** The id of an article. */
  readonly article?: string;
  /** The id of who brought it in. */
  readonly person?: string;
  /** The first day on which it was brought in, as `2026-01-31`. */
  readonly since?: string;
  /** The last day. */
  readonly until?: string;
}

/** Looking for something in all articles. */
export interface SearchOperations {
  /** Claims, sources, evidence and articles that have some words. */
  readonly search: {
    readonly query: Sought & {
      readonly limit?: number;
      /** The `after` of the page that comes first. */
      readonly after?: number;
    };
    readonly answer: {
      readonly found: readonly SearchFound[];
      /** Where the next page begins; null when this is the last. */
      readonly after: string | null;
    };
  };

  /** How many of what has some words there are of each kind, state, outcome, article and person. */
  readonly countFound: {
    readonly query: Sought;
    readonly answer: {
      readonly kind: readonly SearchCount[];
      readonly state: readonly SearchCount[];
      readonly outcome: readonly SearchCount[];
      readonly article: readonly NamedCount[];
      readonly person: readonly NamedCount[];
      /** False when there are more than the 2,000 that changed last, which are counted. */
      readonly isAll: boolean;
    };
  };

  /** Claims of an article that have come to something else than others that say the same. */
  readonly listJudgedElsewhere: {
    readonly answer: {
      /** By the id of the claim, those that say the same and came to something else; a claim without any is left out. */
      readonly claims: Readonly<Record<string, readonly EarlierClaim[]>>;
    };
  };

  /** Claims of the desk that say the same as some words, more, less, or what cannot be so at once. */
  readonly listEarlierClaims: {
    readonly query: {
      readonly text: string;
      /** BCP 47, of the text; English without it. */
      readonly language?: string;
      /** With `claim`: the claim itself, which is left out. */
      readonly article?: string;
      readonly claim?: string;
    };
    readonly answer: {
      readonly claims: readonly EarlierClaim[];
      /** Whether those that say the same have come to different outcomes. */
      readonly differ: boolean;
    };
  };
}
