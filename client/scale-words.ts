import type { Scale } from '../shared/scale.ts';
import { known } from './strings/index.ts';

/** What a rating is called: one that a shipped scale has, in the language of the screen; any other as the desk wrote it. */
export const ratingWords = (scale: string, label: string): string =>
  known('scale', `${scale.split('@')[0]}.${label}`) ?? label;

/** A scale as it is shown: its name and its ratings in the language of the screen where they are the shipped ones. */
export const scaleInWords = (scale: Scale): Scale => ({
  ...scale,
  name: ratingWords(scale.id, scale.name),
  ratings: scale.ratings.map((rating) => ({ ...rating, label: ratingWords(scale.id, rating.label) })),
});
