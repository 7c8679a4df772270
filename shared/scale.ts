/** What a rating does to the claim: the colour and the line it is drawn with follow from it. */
export const TONES = ['false', 'mostly-false', 'mixed', 'mostly-true', 'true', 'unproven'] as const;

/** One of the six tones. */
export type Tone = (typeof TONES)[number];

/** One value of a scale. `number` orders the values that have an order; a value outside of it has none. */
export interface Rating {
  readonly id: string;
  readonly label: string;
  readonly tone: Tone;
  readonly number?: number;
}

/** A desk's ordered set of ratings; a change makes a new version, so that an old verdict keeps its words. */
export interface Scale {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly ratings: readonly Rating[];
}

/** The scale that a desk begins with. */
export const TRUTH_SCALE: Scale = {
  id: 'truth',
  version: 1,
  name: 'Five-point truth scale',
  ratings: [
    { id: 'false', label: 'False', tone: 'false', number: 1 },
    { id: 'mostly-false', label: 'Mostly false', tone: 'mostly-false', number: 2 },
    { id: 'mixed', label: 'Mixed', tone: 'mixed', number: 3 },
    { id: 'mostly-true', label: 'Mostly true', tone: 'mostly-true', number: 4 },
    { id: 'true', label: 'True', tone: 'true', number: 5 },
    { id: 'unproven', label: 'Unproven', tone: 'unproven' },
  ],
};

/** Every scale that is known, by `id@version`. */
export const SCALES: readonly Scale[] = [TRUTH_SCALE];

/** The rating of a scale by its id. */
export const ratingOf = (scale: Scale, id: string): Rating | undefined =>
  scale.ratings.find((rating) => rating.id === id);
