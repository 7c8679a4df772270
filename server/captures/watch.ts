import type { Article } from '../../shared/article.ts';
import { type Look, type Mark, marksOf, TRIES } from '../../shared/look.ts';
import { evidenceFrom } from '../../shared/outcome.ts';
import { settingsOf } from '../../shared/settings.ts';
import { DAY, HOUR } from '../clock.ts';
import type { StoredWatch } from '../storage/look-store.ts';
import type { Validators } from './fetch-page.ts';

/** What is known of an address that is looked at again now and then. */
export interface Watch {
  readonly address: string;
  readonly validators?: Validators;
  /** The evidence that was compared when there last was a page, each with its revision: only of these a page that is the same says something. */
  readonly compared: string;
  readonly look?: Look;
  /** What is to be looked at again by somebody for it. */
  readonly marks: readonly Mark[];
}

/** Reads what `stored` wrote. */
export const watchIn = ({ body }: StoredWatch): Watch => JSON.parse(body);

/** A watch as it is stored, with the marks that it comes to in an article as it stands. */
export const stored = (id: string, article: Article, source: string, watch: Watch, nextAt?: string): StoredWatch => {
  const marks = watch.look ? marksOf(article, watch.look) : [];
  return {
    ...{ article: id, source, marks: marks.length },
    ...(nextAt !== undefined && { nextAt }),
    body: JSON.stringify({ ...watch, marks } satisfies Watch),
  };
};

/** After how many milliseconds an address is tried again that could not be reached, the first times. */
const AGAIN = [HOUR, 6 * HOUR];

/** How often addresses are looked at by a setting, in milliseconds; 0 for never. */
export const pauseOf = (article: Article, which: 'looks' | 'ownLooks' = 'looks'): number =>
  ({ daily: DAY, weekly: 7 * DAY, no: 0 })[settingsOf(article)[which]];

/** When an address is looked at next, in milliseconds from now: not all at the same hour. */
export const nextLook = (pause: number, failed: number, random: () => number): number => {
  const wait = failed > 0 && failed < TRIES ? (AGAIN[failed - 1] ?? pause) : pause;
  return Math.round(wait * (0.9 + random() * 0.2));
};

/** The evidence from a source, each with its revision. */
export const comparedIn = (article: Article, source: string): string =>
  evidenceFrom(article, source)
    .map(({ id, revision }) => `${id}#${revision}`)
    .sort()
    .join(' ');
