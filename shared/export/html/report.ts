import { isCheckable } from '../../claim-types.ts';
import { type Outcome, outcomeOf } from '../../outcome.ts';
import { mainOf, parentOf } from '../../relations.ts';
import type { Tone } from '../../scale.ts';
import type { Edition } from '../format.ts';
import { nameOf } from '../format.ts';
import { type Standing, standings } from '../standing.ts';
import { wordsIn } from './words/index.ts';
import { pageLanguage } from './words/languages.ts';
import type { Words } from './words/words.ts';

/** A claim as the page shows it. */
export interface ShownClaim extends Standing {
  /** Its place among the claims, from 1. */
  readonly number: number;
  readonly outcome?: Outcome;
  /** What colour and line it has. */
  readonly look: Tone | 'open' | 'uncheckable';
  /** What it came to, in words. */
  readonly label: string;
  /** The claim whose record it shares when it says again what another says. */
  readonly main: string;
  readonly parent?: string;
}

/** What a report page is drawn from. */
export interface Report {
  readonly edition: Edition;
  readonly words: Words;
  readonly claims: readonly ShownClaim[];
  readonly claimOf: (id: string) => ShownClaim | undefined;
}

/** What a rating or a scale is called: one that every desk has, in the language of the page; any other as the desk wrote it. */
export const ratingWords = (words: Words, scale: string, label: string): string => {
  const key = `${scale.split('@')[0]}.${label}`;
  return Object.hasOwn(words.ratings, key) ? (words.ratings[key] ?? label) : label;
};

const labelOf = (words: Words, outcome: Outcome): string => {
  if (outcome.disputed) return words.disputed;
  return outcome.undecided ? words.undecided : ratingWords(words, outcome.verdict.scale, outcome.rating.label);
};

const shown = ({ article }: Edition, words: Words, standing: Standing, index: number): ShownClaim => {
  const { claim } = standing;
  const outcome = outcomeOf(article, claim.id);
  const parent = parentOf(article.claims, claim.id);
  const said = { ...standing, number: index + 1, main: mainOf(article.claims, claim.id), ...(parent && { parent }) };
  if (!isCheckable(article, claim)) return { ...said, look: 'uncheckable', label: words.uncheckable };
  if (!outcome) return { ...said, look: 'open', label: words.open };
  const isOpen = outcome.disputed || outcome.undecided;
  return { ...said, outcome, look: isOpen ? 'open' : outcome.rating.tone, label: labelOf(words, outcome) };
};

/** The language of a page: the one that is asked for, else that of the article, whose readers read it. */
export const languageOf = ({ page, article }: Edition) => page?.language ?? pageLanguage(article.origin.language);

/** What the page of an edition is drawn from. */
export const reportOf = (edition: Edition): Report => {
  const words = wordsIn(languageOf(edition));
  const claims = standings(edition.article).map((each, index) => shown(edition, words, each, index));
  const known = new Map(claims.map((each) => [each.claim.id, each]));
  return { edition, words, claims, claimOf: (id) => known.get(id) };
};

/** What a claim says: in words of its own, else in those of the article. */
export const statementOf = ({ claim, at }: Standing): string => claim.statement || at?.words || claim.quote.exact;

/** What somebody who worked on the article is called on the page; empty where nobody is named. */
export const personOf = ({ edition }: Report, reviewer: string): string =>
  edition.page?.unnamed ? '' : nameOf(edition, reviewer);

/** Of how many claims which rating is, the most frequent first. */
export const tally = ({ claims }: Report): readonly (readonly [label: string, look: string, count: number])[] =>
  [...Map.groupBy(claims, ({ label }) => label)]
    .map(([label, all]) => [label, all[0]?.look ?? 'open', all.length] as const)
    .sort((one, other) => other[2] - one[2]);
