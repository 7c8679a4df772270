/** What stands before each thing that a comment tells of a claim, besides the labels of its fields: by these it is read back. */
export const LABELS = {
  claim: 'Claim',
  outcome: 'Outcome',
  why: 'Why',
  another: 'Another verdict',
  evidence: 'Evidence',
  source: 'Source',
  place: 'Place',
  page: 'Page',
  copy: 'Frozen copy',
  reply: 'Reply',
  work: 'Work',
} as const;

/** What stands in the place of a statement where there is none. */
export const IN_ITS_WORDS = '(in the words of the article)';

/** What stands before the first message of a thread that begins where another about the same claim ends. */
export const NEXT_THREAD = 'Another thread:';

/** What stands before the reason of a correction, in a comment on its words. */
export const WHY_CORRECTED = 'Why this correction:';

/** The name of what is told at the end of a file: no part of the article, and not read as one. */
export const ABOUT_TAG = 'touchstone-about';

/** The same in German, for whoever translated a comment: what is read as a label is read in both. */
export const GERMAN_LABELS: Readonly<Record<keyof typeof LABELS, string>> = {
  claim: 'Behauptung',
  outcome: 'Ergebnis',
  why: 'Begründung',
  another: 'Weiteres Urteil',
  evidence: 'Beleg',
  source: 'Quelle',
  place: 'Stelle',
  page: 'Seite',
  copy: 'Aufbewahrte Kopie',
  reply: 'Antwort',
  work: 'Stand der Arbeit',
};

/** `IN_ITS_WORDS` and `NEXT_THREAD` in German. */
export const GERMAN_PHRASES = { inItsWords: '(im Wortlaut des Artikels)', nextThread: 'Weiteres Gespräch:' } as const;
