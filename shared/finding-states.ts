/** What became of what evidence rests on, at its address. */
export const FINDINGS = {
  changed: 'The passage changed',
  lost: 'The passage is no longer on the page',
  gone: 'The page is gone',
  page: 'Much of the page changed',
} as const;

/** A key of `FINDINGS`. */
export type FindingState = keyof typeof FINDINGS;
