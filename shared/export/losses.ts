import type { Claimant } from '../attribution.ts';
import { verdictsOf } from '../outcome.ts';
import type { Edition } from './format.ts';

const count = <T>(values: Iterable<T>, counts: (value: T) => boolean): number => {
  let number = 0;
  for (const value of values) if (counts(value)) number += 1;
  return number;
};

const saysMore = (link: Claimant): boolean =>
  [link.role, link.words, link.place, link.date].some((detail) => detail !== '');

/** What a format may have no place for: how many there are, and what one and several are called. */
const THINGS = {
  withdrawnClaims: [
    ({ article }: Edition) => count(article.claims.values(), (claim) => claim.withdrawn !== undefined),
    'withdrawn claim',
    'withdrawn claims',
  ],
  withdrawnVerdicts: [
    ({ article }: Edition) => count(article.verdicts.values(), (verdict) => verdict.withdrawn !== undefined),
    'verdict that was taken back or replaced',
    'verdicts that were taken back or replaced',
  ],
  otherVerdicts: [
    ({ article }: Edition) =>
      [...article.claims.keys()].reduce((sum, id) => sum + Math.max(0, verdictsOf(article, id).length - 1), 0),
    'verdict that did not decide',
    'verdicts that did not decide',
  ],
  withdrawnEvidence: [
    ({ article }: Edition) => count(article.evidence.values(), (evidence) => evidence.withdrawn !== undefined),
    'withdrawn piece of evidence',
    'withdrawn pieces of evidence',
  ],
  evidenceDetails: [
    ({ article }: Edition) => count(article.evidence.values(), (evidence) => evidence.withdrawn === undefined),
    'stance of evidence with its passage and note',
    'stances of evidence with their passages and notes',
  ],
  attributionDetails: [
    ({ article }: Edition) => count(article.claims.values(), (claim) => claim.attribution.some(saysMore)),
    'attribution that says more than names',
    'attributions that say more than names',
  ],
  attributionChains: [
    ({ article }: Edition) => count(article.claims.values(), (claim) => claim.attribution.length > 1),
    'attribution beyond the one who said it',
    'attributions beyond the one who said it',
  ],
  unusedSources: [
    ({ article }: Edition) => {
      const used = new Set([...article.evidence.values()].filter((each) => !each.withdrawn).map((each) => each.source));
      return count(article.sources.keys(), (id) => !used.has(id));
    },
    'source that no evidence rests on',
    'sources that no evidence rests on',
  ],
  text: [() => 1, 'article itself', 'articles'],
  history: [({ entries }: Edition) => entries.length, 'entry of the history', 'entries of the history'],
  removals: [
    ({ article }: Edition) => article.removals.size,
    'passage that import cleaned away',
    'passages that import cleaned away',
  ],
} as const satisfies Readonly<Record<string, readonly [(edition: Edition) => number, string, string]>>;

/** A number with its noun. */
export const counted = (number: number, one: string, several = `${one}s`): string =>
  `${number} ${number === 1 ? one : several}`;

/** The sentence that says which of some things are in an edition and find no place in a format; nothing when none are. */
export const noPlaceFor = (
  format: string,
  edition: Edition,
  things: readonly (keyof typeof THINGS)[],
): readonly string[] => {
  const lost = things.flatMap((thing) => {
    const [number, one, several] = THINGS[thing];
    const found = number(edition);
    if (found === 0) return [];
    return [thing === 'text' ? 'the text of the article' : counted(found, one, several)];
  });
  return lost.length === 0 ? [] : [`${format} has no place for: ${lost.join(', ')}.`];
};
