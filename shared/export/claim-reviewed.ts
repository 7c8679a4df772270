import type { Scale } from '../scale.ts';
import { collapsed } from '../text.ts';

/** Above so many characters a claim is cut where search engines show it (Google, "Fact check": `claimReviewed`). */
export const CLAIM_REVIEWED_LIMIT = 75;

/** How many characters a claim has as it is reviewed, counted in code points. */
export const lengthReviewed = (statement: string): number => [...collapsed(statement)].length;

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The rating that a statement gives away at its beginning or its end, such as "False: …"; nothing where it has none. */
export const ratingIn = (statement: string, scale: Pick<Scale, 'ratings'>): string | undefined => {
  const text = collapsed(statement);
  const labels = [...scale.ratings.map(({ label }) => label), 'Fact check'].filter((label) => label.trim() !== '');
  return labels.find((label) => {
    const words = escaped(label);
    return new RegExp(`^(${words}\\s*[:–—!]|\\(${words}\\))|([:–—]\\s*${words}|\\(${words}\\))[.!]?$`, 'iu').test(text);
  });
};
