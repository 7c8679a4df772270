/** What words say of how sure, how much and of what: the table of one language. All words in lower case; several words as they are written. */
export interface Lexicon {
  /** BCP 47. */
  readonly language: string;
  /** How a figure is softened or bounded, each with where the true value may lie, as a share of the figure: `almost` is [0.9, 1). */
  readonly hedges: Readonly<Record<string, NumberHedge>>;
  /** Words that say a statement is less than certain, by what they have in common: one of a row may stand for another. */
  readonly doubts: readonly (readonly string[])[];
  /** Words that narrow what is spoken of: without them more is said. */
  readonly qualifiers: readonly string[];
  readonly negations: readonly string[];
  /** Words that deny without a negation: `outside`, `failed to`. */
  readonly denials: readonly string[];
  /** Words that are taken for one another and are not the same: what is said changes from one side to the other. */
  readonly contrasts: readonly (readonly [one: readonly string[], other: readonly string[]])[];
  /** Words that may stand for one another. */
  readonly synonyms: readonly (readonly string[])[];
  /** Words that are left out when wordings are compared. */
  readonly stopWords: readonly string[];
  /** Months and days: they begin with a capital and are no names. */
  readonly calendar: readonly string[];
  readonly numbers: Readonly<Record<string, number>>;
  /** Words that a number is multiplied by. */
  readonly scales: Readonly<Record<string, number>>;
  /** Parts of a whole by name, singular and plural. */
  readonly fractions: Readonly<Record<string, number>>;
  /** Words that say how many times as much: `doubled`, `halved`. */
  readonly multiples: Readonly<Record<string, number>>;
  /** What follows a number that says so: `times`. */
  readonly times: readonly string[];
  /** Of the words of `percent`, those that are percentage points. */
  readonly points: readonly string[];
  /** Amounts without a figure, with the share of the whole that they say, from and to. */
  readonly amounts: Readonly<Record<string, readonly [least: number, most: number]>>;
  readonly percent: readonly string[];
  /** Between a number and that which it is a part of: `of`, `out of`, `in`. */
  readonly outOf: readonly string[];
  /** What may stand between `of` and the number or the noun: `the`, `all`. */
  readonly articles: readonly string[];
  /** Every noun begins with a capital: by that no name is told, only by more than one. */
  readonly capitalNouns?: true;
  /** What is the same of a word in all its forms, roughly. */
  readonly stem: (word: string) => string;
}

/** A softened or bounded figure: what may stand for what, and where the true value may lie. */
export interface NumberHedge {
  readonly sense: 'near' | 'below' | 'above' | 'least' | 'most';
  readonly from: number;
  readonly to: number;
  /** The figure itself is not meant: `fewer than`, unlike `at most`. */
  readonly strict?: true;
}
