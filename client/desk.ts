import type { DeskSettings } from '../shared/desk.ts';
import { offered, type Rating, type Scale } from '../shared/scale.ts';
import type { OwnType } from '../shared/settings.ts';
import { type Answer, ask } from './api.ts';

/** What the desk has decided, and in which version. */
export interface Desk extends DeskSettings {
  readonly version: number;
}

/** What the desk has decided by now. */
export const loadDesk = (): Promise<Answer<Desk>> => ask('GET', '/api/desk');

/** Decides otherwise; a problem when somebody else did so meanwhile. */
export const saveDesk = (desk: Desk): Promise<Answer<Desk>> => ask('PUT', '/api/desk', desk);

const slug = (label: string): string =>
  label
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 30);

/** An id made of a label, like none of those that are there. */
const idFor = (label: string, taken: readonly string[]): string => {
  const base = slug(label) || 'own';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(id)) return id;
  }
};

/** A rating still to be filled in, with an id of its own. */
export const newRating = (scale: Scale): Rating => ({
  id: idFor(
    'rating',
    scale.ratings.map(({ id }) => id),
  ),
  label: '',
  tone: 'mixed',
});

/** A type of claim still to be filled in, with an id of its own. */
export const newType = (types: readonly OwnType[]): OwnType => ({
  id: idFor(
    'own',
    types.map(({ id }) => id),
  ),
  label: '',
  checkable: true,
});

/** A scale of the desk's own that begins as a copy of another. */
export const copyOf = (scale: Scale, name: string, scales: readonly Scale[]): Scale => ({
  id: idFor(
    `own ${name}`,
    scales.map(({ id }) => id),
  ),
  version: 1,
  name,
  ratings: offered(scale),
});

/** The desk with one of its scales in place of that of the same id, also where it is the one that is used. */
export const withScale = <D extends DeskSettings>(desk: D, scale: Scale): D => {
  const known = desk.scales.some(({ id }) => id === scale.id);
  const scales = known ? desk.scales.map((each) => (each.id === scale.id ? scale : each)) : [...desk.scales, scale];
  const settings = desk.settings.scale.id === scale.id ? { ...desk.settings, scale } : desk.settings;
  return { ...desk, settings, scales };
};
