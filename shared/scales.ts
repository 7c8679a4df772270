import type { Rating, Scale, Tone } from './scale.ts';

const rating = (id: string, label: string, tone: Tone, number?: number): Rating => ({
  id,
  label,
  tone,
  ...(number !== undefined && { number }),
});

/** The scale that a desk begins with. */
export const TRUTH_SCALE: Scale = {
  id: 'truth',
  version: 1,
  name: 'Five-point truth scale',
  ratings: [
    rating('false', 'False', 'false', 1),
    rating('mostly-false', 'Mostly false', 'mostly-false', 2),
    rating('mixed', 'Mixed', 'mixed', 3),
    rating('mostly-true', 'Mostly true', 'mostly-true', 4),
    rating('true', 'True', 'true', 5),
    rating('unproven', 'Unproven', 'unproven'),
  ],
};

/** Six steps, as political fact-checkers in the United States use them. */
const SIX_STEPS: Scale = {
  id: 'six-steps',
  version: 1,
  name: 'Six steps, absurd to true',
  ratings: [
    rating('absurd', 'Absurd', 'absurd', 1),
    rating('false', 'False', 'false', 2),
    rating('mostly-false', 'Mostly false', 'mostly-false', 3),
    rating('half-true', 'Half true', 'mixed', 4),
    rating('mostly-true', 'Mostly true', 'mostly-true', 5),
    rating('true', 'True', 'true', 6),
  ],
};

/** From −2 to +2, as scientists rate the passages of an article; the mean of several is one of the five again. */
const CREDIBILITY: Scale = {
  id: 'credibility',
  version: 1,
  name: 'Scientists: −2 to +2',
  ratings: [
    rating('minus-2', '−2 Very low', 'false', -2),
    rating('minus-1', '−1 Low', 'mostly-false', -1),
    rating('zero', '0 Neutral', 'mixed', 0),
    rating('plus-1', '+1 High', 'mostly-true', 1),
    rating('plus-2', '+2 Very high', 'true', 2),
  ],
};

/** What a magazine's checker says of the words of a draft: it has no order, so no number is ever made of it. */
const MAGAZINE: Scale = {
  id: 'magazine',
  version: 1,
  name: 'Magazine: before publication',
  ratings: [
    rating('confirmed', 'Confirmed', 'true'),
    rating('change', 'Change needed', 'false'),
    rating('cannot-confirm', 'Can’t confirm', 'unproven'),
    rating('authors-risk', 'Author’s risk', 'mixed'),
  ],
};

/** The four labels of AVeriTeC (Schlichtkrull, Guo and Vlachos, 2023), in its own words. */
const AVERITEC: Scale = {
  id: 'averitec',
  version: 1,
  name: 'AVeriTeC: four labels',
  ratings: [
    rating('supported', 'Supported', 'true'),
    rating('refuted', 'Refuted', 'false'),
    rating('not-enough-evidence', 'Not enough evidence', 'unproven'),
    rating('conflicting', 'Conflicting evidence/cherrypicking', 'mixed'),
  ],
};

/** The scales that every desk has from the first day. They never change: a change is the desk's own, and a new version. */
export const SHIPPED: readonly Scale[] = [TRUTH_SCALE, SIX_STEPS, CREDIBILITY, MAGAZINE, AVERITEC];
