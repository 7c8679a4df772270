/** A source of an article as the library of the desk keeps it: the store looks into neither `words` beyond searching them nor `body`. */
export interface LibraryRow {
  readonly article: string;
  /** Its id in the article. */
  readonly source: string;
  /** The same for what is the same thing in several articles. */
  readonly key: string;
  readonly kind: string;
  /** When it was added; UTC as `Date.toISOString` writes it. */
  readonly at: string;
  /** 1 when everyone sees it, 0 when only the desk does, from the role of an annotator on. */
  readonly open: 0 | 1;
  /** What it is found by, folded by `folded` of `server/library.ts`. */
  readonly words: string;
  readonly body: string;
}

/** What the library comes to know of an article. */
export interface LibraryStep {
  readonly article: string;
  /** The version that the library had reached. */
  readonly from: number;
  readonly to: number;
  readonly title: string;
  /** All its sources in the place of those before; absent when they are the same. */
  readonly rows?: readonly LibraryRow[];
}

/** A source of an article, with the article's title. */
export interface LibraryUse extends LibraryRow {
  readonly title: string;
}

/** One thing that is cited, with every use of it that is seen, the newest first. */
export interface LibraryItem {
  readonly key: string;
  /** When it was added last. */
  readonly at: string;
  readonly uses: readonly LibraryUse[];
}

/** An item after which the next page begins. */
export type LibraryCursor = Pick<LibraryItem, 'at' | 'key'>;

/** What is looked for. */
export interface LibrarySearch {
  /** Folded words, each of which is somewhere in what is found. */
  readonly words: readonly string[];
  readonly kind?: string;
  /** Only what everyone sees. */
  readonly openOnly: boolean;
  readonly limit: number;
  readonly before?: LibraryCursor;
}

/** The sources of all articles, to be found: drawn from the logs, and drawn anew where it is behind them. */
export interface LibraryStore {
  /** Up to which version of an article its sources are in, 0 for none. */
  reached(article: string): Promise<number>;
  /** The articles of which the log is further on. */
  behind(): Promise<readonly string[]>;
  /** Keeps a step, all or nothing; false, and nothing kept, when the article is not at `from` any more. */
  advance(step: LibraryStep): Promise<boolean>;
  /** The items that are found, those added last coming first. */
  find(search: LibrarySearch): Promise<readonly LibraryItem[]>;
  /** The uses of one thing, the newest first. */
  usesOf(key: string, openOnly: boolean): Promise<readonly LibraryUse[]>;
}
