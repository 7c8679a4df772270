import { canonicalJson } from './canonical.ts';
import { Invalid, list, own, type Parse, record } from './parsing.ts';
import { parseScale, type Rating, type Scale } from './scale.ts';
import { SHIPPED } from './scales.ts';
import { allSettings, parseSettings, type Settings } from './settings.ts';

/** What a desk decides for the articles that are made from now on, and the scales that it chooses from. */
export interface DeskSettings {
  readonly settings: Settings;
  /** Each in its newest version. */
  readonly scales: readonly Scale[];
}

/** A desk that has decided nothing yet. */
export const NEW_DESK: DeskSettings = { settings: allSettings(), scales: SHIPPED };

/** Reads what a desk decided. */
export const parseDesk: Parse<DeskSettings> = (value, where) => {
  const fields = record(value, where);
  const scales = list(parseScale, 40)(own(fields, 'scales'), `${where}.scales`);
  const twice = scales.find(({ id }, index) => scales.findIndex((each) => each.id === id) !== index);
  if (twice) throw new Invalid(`${where}.scales`, `two scales have the id "${twice.id}"`);
  return { settings: allSettings(parseSettings(own(fields, 'settings'), `${where}.settings`)), scales };
};

const retired = (rating: Rating): Rating => ({ ...rating, retired: true });

/** A scale after somebody changed it: the same when nothing did, else a new version that keeps what was taken out as retired. */
const revisedScale = (before: Scale, given: Scale): Scale => {
  const ids = new Set(given.ratings.map(({ id }) => id));
  const kept = before.ratings.filter(({ id }) => !ids.has(id)).map(retired);
  const revised = { ...given, version: before.version, ratings: [...given.ratings, ...kept] };
  return canonicalJson(revised) === canonicalJson(before) ? before : { ...revised, version: before.version + 1 };
};

/** A desk after somebody changed it: scales get their versions here, and none is ever forgotten, nor an own type. */
export const revisedDesk = (before: DeskSettings, given: DeskSettings): DeskSettings => {
  const fresh = given.scales.map((scale) => {
    const known = before.scales.find(({ id }) => id === scale.id);
    return known ? revisedScale(known, scale) : { ...scale, version: 1 };
  });
  const left = before.scales.filter(({ id }) => !fresh.some((each) => each.id === id));
  const scales = [...fresh, ...left];
  const scale = scales.find(({ id }) => id === given.settings.scale.id);
  if (!scale) throw new Invalid('settings.scale', 'one of the scales of the desk is expected');
  return { settings: { ...given.settings, scale, types: keptTypes(before.settings, given.settings) }, scales };
};

/** Own types with those that were there before and are not any more, as retired. */
export const keptTypes = (before: Pick<Settings, 'types'>, given: Pick<Settings, 'types'>): Settings['types'] => [
  ...given.types,
  ...before.types
    .filter(({ id }) => !given.types.some((each) => each.id === id))
    .map((type) => ({ ...type, retired: true as const })),
];
