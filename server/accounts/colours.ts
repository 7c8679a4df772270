/** What reviewers are told apart by: each is readable on white, and white on it (WCAG 2.2 §1.4.3, at least 4.5:1). */
export const COLOURS = [
  '#1f5fbf',
  '#b3261e',
  '#00695c',
  '#7a3fb8',
  '#8c4a00',
  '#00668a',
  '#b0265c',
  '#3d6b00',
  '#4b4fc9',
  '#6b5900',
  '#a1308f',
  '#5d4a3a',
] as const;

/** The colour of the reviewer who comes after so many others. */
export const colourAfter = (others: number): string => COLOURS[others % COLOURS.length] ?? COLOURS[0];
