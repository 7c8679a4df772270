import type { Scale } from '../scale.ts';
import { collapsed } from '../text.ts';

/** Above so many characters a claim is cut where search engines show it (Google, "Fact check": `claimReviewed`). */
export const CLAIM_REVIEWED_LIMIT = 75;

/** How many characters a claim has as it is reviewed, counted in code points. */
export const lengthReviewed = (statement: string): number => [...collapsed(statement)].length;

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const knownSigns = new WeakMap<object, readonly (readonly [label: string, sign: RegExp])[]>();

/** How each label of a scale is recognised at the beginning or the end of a statement. */
const signsOf = ({ ratings }: Pick<Scale, 'ratings'>): readonly (readonly [label: string, sign: RegExp])[] => {
  const known = knownSigns.get(ratings);
  if (known) return known;
  const labels = [...ratings.map(({ label }) => label), 'Fact check'].filter((label) => label.trim() !== '');
  const signs = labels.map((label) => {
    const words = escaped(label);
    const sign = `^(${words}\\s*[:–—!]|\\(${words}\\))|([:–—]\\s*${words}|\\(${words}\\))[.!]?$`;
    return [label, new RegExp(sign, 'iu')] as const;
  });
  knownSigns.set(ratings, signs);
  return signs;
};

/** The rating that a statement gives away at its beginning or its end, such as "False: …"; nothing where it has none. */
export const ratingIn = (statement: string, scale: Pick<Scale, 'ratings'>): string | undefined => {
  const text = collapsed(statement);
  return signsOf(scale).find(([, sign]) => sign.test(text))?.[0];
};
