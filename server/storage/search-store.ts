/** What can be found. */
export const SEARCH_KINDS = ['claim', 'source', 'evidence', 'article'] as const;

export type SearchKind = (typeof SEARCH_KINDS)[number];

/** By what else than words something can be found; each empty where it has none. */
export interface SearchMarks {
  /** Of a claim: how far the work on it has come, a key of `WORK`. */
  readonly state: string;
  /** Of a claim: the label of what it has come to. */
  readonly outcome: string;
  /** The reviewer who brought it in. */
  readonly person: string;
  /** When that was: ISO 8601, UTC, the day alone. */
  readonly day: string;
}

/** Something of an article that can be found: the store does not look into `body`. */
export interface SearchRow extends SearchMarks {
  readonly article: string;
  readonly kind: SearchKind;
  /** Its id in the article; empty for the article itself. */
  readonly id: string;
  /** 1 when everyone sees it, 0 when only the desk does, from the role of an annotator on. */
  readonly open: 0 | 1;
  readonly body: string;
}

/** A row to be kept. What it is found by follows from its body, and is asked for only when that is another than before. */
export interface NewSearchRow extends SearchRow {
  /** Words as `indexedWords` of `shared/search/words.ts` gives them. */
  readonly words: () => readonly string[];
  /** Of a claim: what claims that say the like have in common, as `likenessTerms` gives it. */
  readonly terms?: () => readonly string[];
}

/** What is to be found of an article from one version on. */
export interface SearchStep {
  readonly article: string;
  /** The version that was reached. */
  readonly from: number;
  readonly to: number;
  readonly title: string;
  /** All there is, in the place of what was before. */
  readonly rows: readonly NewSearchRow[];
}

/** What was found, with the title of its article. */
export interface Found extends SearchRow {
  readonly title: string;
  /** Up to which version of the article that is known. */
  readonly version: number;
}

/** What is kept of all that has the words; what is left out is not asked about. */
export interface SearchFilters extends Partial<Pick<SearchMarks, 'state' | 'outcome' | 'person'>> {
  readonly kind?: SearchKind;
  readonly article?: string;
  /** Days, as `2026-01-31`: the first and the last. */
  readonly since?: string;
  readonly until?: string;
}

/** What is looked for. */
export interface Sought extends SearchFilters {
  /** As `soughtWords` gives them: each is there, or the beginning of a word that is. */
  readonly words: readonly string[];
  /** Only what everyone sees. */
  readonly openOnly: boolean;
  readonly limit: number;
  /** So many that were found are passed over. */
  readonly offset: number;
}

/** Claims that may say the like of something. */
export interface SoughtAlike {
  /** As `likenessTerms` gives them. */
  readonly terms: readonly string[];
  readonly openOnly: boolean;
  readonly limit: number;
}

/** All that can be found in the articles of the desk: drawn from the logs, and drawn anew where it is behind them or missing. */
export interface SearchStore {
  /** Up to which version of an article it is in, 0 for none. */
  reached(article: string): Promise<number>;
  /** The articles of which the log is further on, those worked on last coming last. */
  behind(): Promise<readonly string[]>;
  /** Keeps a step, all or nothing; false, and nothing kept, when the article is not at `from` any more. */
  advance(step: SearchStep): Promise<boolean>;
  /** What has all the words, what changed last coming first. */
  find(sought: Sought): Promise<readonly Found[]>;
  /** Of at most `limit` that have all the words, those that changed last coming first, all but what they say: `body` is empty. */
  marksOf(sought: Pick<Sought, 'words' | 'openOnly' | 'limit'>): Promise<readonly Found[]>;
  /** The claims with the most of some terms; what is rare counts more where the store knows what is. */
  alike(sought: SoughtAlike): Promise<readonly Found[]>;
}

/** What a row has that nothing is known of but its words. */
export const NO_MARKS: SearchMarks = { state: '', outcome: '', person: '', day: '' };

/** Whether filters keep something; those that are left out are passed over. */
export const isKept = (
  row: Pick<SearchRow, 'kind' | 'article' | keyof SearchMarks>,
  { since, until, ...same }: SearchFilters,
): boolean =>
  (['kind', 'article', 'state', 'outcome', 'person'] as const).every(
    (each) => same[each] === undefined || same[each] === row[each],
  ) &&
  (since === undefined || row.day >= since) &&
  (until === undefined || (row.day !== '' && row.day <= until));

/** How a row is told from others of its article. */
export const searchKey = ({ kind, id }: Pick<SearchRow, 'kind' | 'id'>): string => `${kind} ${id}`;

/** Whether a row is as it was before. */
export const isSameRow = (one: SearchRow, other: SearchRow): boolean =>
  (['body', 'open', 'state', 'outcome', 'person', 'day'] as const).every((each) => one[each] === other[each]);

/** A term as it stands among words: no word begins so. */
export const termWord = (term: string): string => `~${term}`;

/** So many UTF-16 units of different words of one row are kept at most: a tsvector of PostgreSQL has less than a megabyte. */
const MOST = 250_000;

/** All that a row is found by, each once. */
export const wordsOfRow = ({ words, terms }: NewSearchRow): readonly string[] => {
  let length = 0;
  const all = new Set([...words(), ...(terms?.() ?? []).map(termWord)]);
  return [...all].filter((word) => {
    length += word.length + 1;
    return length <= MOST;
  });
};
