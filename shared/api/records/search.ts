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

/** What a claim has come to. */
export interface SearchOutcome {
  readonly label: string;
  readonly tone: string;
}
