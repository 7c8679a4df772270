/** Something that has the words that were looked for. */
export interface SearchFound {
  readonly kind: 'claim' | 'source' | 'evidence' | 'article';
  readonly article: string;
  /** Of the article. */
  readonly title: string;
  /** Its id in the article; empty for the article itself. */
  readonly id: string;
  /** What it says, or some of it about the first of the words. */
  readonly text: string;
  /** Where words that were looked for stand in that, from and to, in UTF-16 units. */
  readonly marks: readonly (readonly number[])[];
  /** Of a claim and of evidence: the claim. */
  readonly claim?: string;
  /** What a claim has come to, as far as everyone who finds it sees that. */
  readonly outcome?: SearchOutcome;
}

/** How many of what was found there are of one sort. */
export interface SearchCount {
  /** What `search` takes to find those alone. */
  readonly value: string;
  readonly count: number;
}

/** How many there are of an article, or of somebody. */
export interface NamedCount extends SearchCount {
  /** The title of the article, or the name; empty where there is none. */
  readonly name: string;
}

/** A claim of the desk that is like one, the earliest being the first of those that say the same. */
export interface EarlierClaim {
  readonly article: string;
  /** Of the article. */
  readonly title: string;
  readonly claim: string;
  readonly text: string;
  readonly markedAt: string;
  /** `similar`: it says the like of others. */
  readonly relation: 'same' | 'narrower' | 'wider' | 'contradicts' | 'similar';
  /** How much they have in common, from 0 to 1. */
  readonly share: number;
  /** Why it is not the same. */
  readonly because: readonly ('figures' | 'names' | 'negation' | 'opposite' | 'words')[];
  /** What tells them apart, in the words of the one that was asked about and in those of the earlier one; empty where one has none for it. */
  readonly differences: readonly {
    readonly by: 'figures' | 'names' | 'negation' | 'opposite';
    readonly here: string;
    readonly there: string;
  }[];
  readonly outcome?: SearchOutcome;
}

/** What a claim has come to. */
export interface SearchOutcome {
  readonly label: string;
  readonly tone: string;
  /** The scale of that label, with its version; absent where it was kept before it was told. */
  readonly scale?: string;
  /** When the newest of what it rests on was said; absent where it was kept before that was told. */
  readonly at?: string;
  /** Present when its words, its evidence or the answers to it changed since: it is to be checked again. */
  readonly stale?: true;
}
