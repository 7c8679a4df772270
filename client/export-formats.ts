import { type Audience, type Loss, PURPOSES, type Purpose } from '../shared/export/format.ts';
import { known, language } from './strings/index.ts';

/** A format as the server offers it, with what of this article it has no place for. */
export interface Offered {
  readonly format: string;
  readonly label: string;
  readonly purpose: Purpose;
  readonly isWhole: boolean;
  readonly audience: Audience;
  readonly losses: readonly Loss[];
}

/** What the server answers for an article: the formats, and how many claims of how many are asked for. */
export interface Offer {
  readonly formats: readonly Offered[];
  readonly claims: { readonly shown: number; readonly of: number };
}

/** The formats by what they are for, in the order of a menu. */
export const byPurpose = (formats: readonly Offered[]): readonly (readonly [Purpose, readonly Offered[]])[] =>
  (Object.keys(PURPOSES) as Purpose[])
    .map((purpose) => [purpose, formats.filter((each) => each.purpose === purpose)] as const)
    .filter(([, some]) => some.length > 0);

/** What a format is called, and what is said of it besides. */
export const namesOf = ({ format, label }: Offered): readonly [name: string, more: string] => {
  const [name = '', ...more] = (known('format', format) ?? label).split(': ');
  return [name, more.join(': ')];
};

/** What is lost, in the language of the screen where each thing has a name there; else as the server says it. */
export const lossWords = ({ kind, things, words }: Loss): string => {
  const said = Object.entries(things).map(([name, count]) => known('loss', `${kind}.${name}`, { count }));
  const listed = new Intl.ListFormat(language()).format(said.filter((each) => each !== undefined));
  const all = known('loss', kind, { things: listed });
  return all === undefined || said.includes(undefined) ? words : all;
};

/** Which claims are asked for: all, those of the list, or those with a state of the work and an outcome; empty asks nothing. */
export interface Wanted {
  readonly which: 'all' | 'listed' | 'some';
  readonly work: string;
  readonly outcome: string;
}

/** The query by which an export is asked for; nothing in it where nothing is. */
export const queryOf = (
  audience: Audience | '',
  { which, work, outcome }: Wanted,
  listed: readonly string[],
): string => {
  const asked = {
    audience,
    ...(which === 'some' && { work, outcome }),
    ...(which === 'listed' && { claims: listed.join(',') }),
  };
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString();
  return query === '' ? '' : `?${query}`;
};
