import { type Article, wordsOf } from '../shared/article.ts';
import { isCheckable } from '../shared/claim-types.ts';
import { type Outcome, outcomeOf } from '../shared/outcome.ts';
import { TONES, type Tone } from '../shared/scale.ts';

/** How a claim is drawn: the tone of its rating, or that it has none yet, or that it cannot be checked. */
export const LOOKS = [...TONES, 'open', 'uncheckable'] as const;
export type Look = (typeof LOOKS)[number];

/** How a claim stands, for the eye. */
export interface Standing {
  readonly look: Look;
  readonly outcome?: Outcome;
}

/** How one claim stands. */
export const standingOf = (article: Article, claim: string): Standing => {
  const record = article.claims.get(claim);
  const outcome = outcomeOf(article, claim);
  if (outcome) return { look: outcome.disputed ? 'open' : (outcome.rating.tone satisfies Tone), outcome };
  return { look: record && !isCheckable(article, record) ? 'uncheckable' : 'open' };
};

/** Whether nothing is left to do for a claim that can be checked: it has an outcome that still holds, and nobody disputes it. */
export const isSettled = ({ outcome }: Standing): boolean =>
  outcome !== undefined && outcome.stale === undefined && !outcome.disputed;

/** The standing of every claim. */
export type Standings = ReadonlyMap<string, Standing>;

interface Known {
  readonly article: Article;
  readonly words: string;
  readonly standing: Standing;
}

/** A function from article to standings that looks again only at claims of which words, verdicts or evidence changed. */
export const standingsKeeper = (): ((article: Article) => Standings) => {
  let known = new Map<string, Known>();
  const holds = (one: Known | undefined, article: Article, claim: string, words: string): one is Known =>
    one !== undefined &&
    one.words === words &&
    one.article.verdicts === article.verdicts &&
    one.article.evidence === article.evidence &&
    one.article.settings === article.settings &&
    one.article.claims.get(claim) === article.claims.get(claim);
  return (article) => {
    const next = new Map<string, Known>();
    for (const claim of article.claims.keys()) {
      const words = wordsOf(article, claim);
      const before = known.get(claim);
      const standing = holds(before, article, claim, words) ? before.standing : standingOf(article, claim);
      next.set(claim, { article, words, standing });
    }
    known = next;
    return new Map([...next].map(([claim, { standing }]) => [claim, standing]));
  };
};
