import {
  choice,
  filledText,
  flag,
  Invalid,
  identifier,
  integer,
  list,
  optional,
  own,
  type Parse,
  record,
  wrong,
} from './parsing.ts';
import type { WrongName } from './wrong.ts';

/** What a rating does to the claim: the colour and the line it is drawn with follow from it. */
export const TONES = ['absurd', 'false', 'mostly-false', 'mixed', 'mostly-true', 'true', 'unproven'] as const;

/** One of the seven tones. */
export type Tone = (typeof TONES)[number];

/** One value of a scale. `number` orders the values that have an order; a value outside of it has none. */
export interface Rating {
  readonly id: string;
  readonly label: string;
  readonly tone: Tone;
  readonly number?: number;
  /** Kept for the verdicts that give it, and not offered any more. */
  readonly retired?: true;
}

/** A desk's ordered set of ratings; a change makes a new version, so that an old verdict keeps its words. */
export interface Scale {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly ratings: readonly Rating[];
}

/** A scale offers at least two ratings, and at most as many as there are single keys for them. */
export const OFFERED = { least: 2, most: 9 } as const;

/** The name that verdicts call a scale by: its id and version, such as `truth@1`. */
export const scaleName = ({ id, version }: Pick<Scale, 'id' | 'version'>): string => `${id}@${version}`;

/** The rating of a scale by its id, retired or not. */
export const ratingOf = (scale: Scale, id: string): Rating | undefined =>
  scale.ratings.find((rating) => rating.id === id);

/** The ratings that a verdict can give now, in the order of the keys 1 to 9. */
export const offered = (scale: Scale): readonly Rating[] => scale.ratings.filter((rating) => !rating.retired);

/** Whether a mean of its ratings makes sense: two or more of those that it offers have a place in an order. */
export const isOrdered = (scale: Scale): boolean =>
  offered(scale).filter(({ number }) => number !== undefined).length >= 2;

const tones: Readonly<Record<Tone, Tone>> = Object.fromEntries(TONES.map((tone) => [tone, tone])) as Record<Tone, Tone>;

const parseRating: Parse<Rating> = (value, where) => {
  const fields = record(value, where);
  const number = optional(integer(-1_000, 1_000))(own(fields, 'number'), `${where}.number`);
  const retired = optional(flag)(own(fields, 'retired'), `${where}.retired`);
  return {
    id: identifier(own(fields, 'id'), `${where}.id`),
    label: filledText(40)(own(fields, 'label'), `${where}.label`),
    tone: choice(tones)(own(fields, 'tone'), `${where}.tone`),
    ...(number !== undefined && { number }),
    ...(retired && { retired }),
  };
};

const distinct = (values: readonly (string | number)[], where: string, same: WrongName & `same-${string}`): void => {
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined) throw wrong(where, same, { given: twice });
};

/** Reads a scale: ids are distinct, and so are the labels and numbers of what it offers. */
export const parseScale: Parse<Scale> = (value, where) => {
  const fields = record(value, where);
  const id = identifier(own(fields, 'id'), `${where}.id`);
  if (id.length > 40) throw new Invalid(`${where}.id`, 'at most 40 characters');
  const scale: Scale = {
    id,
    version: integer(1, 1_000_000)(own(fields, 'version') ?? 1, `${where}.version`),
    name: filledText(80)(own(fields, 'name'), `${where}.name`),
    ratings: list(parseRating, 60)(own(fields, 'ratings'), `${where}.ratings`),
  };
  const now = offered(scale);
  if (now.length < OFFERED.least || now.length > OFFERED.most) throw wrong(`${where}.ratings`, 'ratings', OFFERED);
  distinct(
    scale.ratings.map((rating) => rating.id),
    `${where}.ratings`,
    'same-id',
  );
  distinct(
    now.map(({ label }) => label.trim().toLowerCase()),
    `${where}.ratings`,
    'same-label',
  );
  distinct(
    now.flatMap(({ number }) => number ?? []),
    `${where}.ratings`,
    'same-number',
  );
  return scale;
};
