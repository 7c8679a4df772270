import type { SearchFound } from '../records/search.ts';

/** Looking for something in all articles. */
export interface SearchOperations {
  /** Claims, sources, evidence and articles that have some words. */
  readonly search: {
    readonly query: {
      /** Each word is there, or is the beginning of one that is; case and accents do not matter. */
      readonly q: string;
      readonly kind?: 'claim' | 'source' | 'evidence' | 'article';
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
}
