import type { Article } from '../shared/article.ts';
import { isCheckable } from '../shared/claim-types.ts';
import { isUndecided, type Outcome, outcomeOf } from '../shared/outcome.ts';
import { mainOf } from '../shared/relations.ts';
import { TONES, type Tone } from '../shared/scale.ts';
import { type WorkNow, workOf } from '../shared/work-now.ts';
import { changedClaims } from './changed-claims.ts';

/** How a claim is drawn: the tone of its rating, or that its verdicts come to none, or that it has none yet, or that it cannot be checked. */
export const LOOKS = [...TONES, 'undecided', 'open', 'uncheckable'] as const;
export type Look = (typeof LOOKS)[number];

/** How a claim stands, and the work on it. */
export interface Standing {
  readonly look: Look;
  readonly outcome?: Outcome;
  /** Absent while nobody has begun with it. */
  readonly work?: WorkNow;
}

/** How one claim stands. */
export const standingOf = (article: Article, claim: string): Standing => {
  const record = article.claims.get(mainOf(article.claims, claim));
  const outcome = outcomeOf(article, claim);
  const work = workOf(article, claim);
  const without = record && !isCheckable(article, record) ? 'uncheckable' : 'open';
  const rated = outcome && (isUndecided(outcome) ? 'undecided' : (outcome.rating.tone satisfies Tone));
  return { look: rated ?? without, ...(outcome && { outcome }), ...(work.step && { work }) };
};

/** Whether nothing is left to do for a claim that can be checked: it has an outcome that still holds, and nobody disputes it. */
export const isSettled = ({ outcome }: Standing): boolean =>
  outcome !== undefined && outcome.stale === undefined && !isUndecided(outcome);

/** The standing of every claim. */
export type Standings = ReadonlyMap<string, Standing>;

/** A function from article to standings that looks again only at claims that changed: the same map when none stands otherwise. */
export const standingsKeeper = (): ((article: Article) => Standings) => {
  let seen: Article | undefined;
  let known: Standings = new Map();
  const inAll = (article: Article): Standings =>
    new Map([...article.claims.keys()].map((claim) => [claim, standingOf(article, claim)]));
  return (article) => {
    const changed = changedClaims(seen, article);
    seen = article;
    if (changed === 'all') known = inAll(article);
    else {
      const anew = [...changed]
        .map((claim) => [claim, standingOf(article, claim)] as const)
        .filter(([claim, standing]) => !isSame(known.get(claim), standing));
      if (anew.length > 0) known = new Map([...known, ...anew]);
    }
    return known;
  };
};

/** By what an outcome is another. */
const TOLD = ['rating', 'verdict', 'stale', 'by', 'disputed', 'undecided'] as const;

const isSame = (one: Standing | undefined, other: Standing): boolean =>
  one?.look === other.look &&
  one.work?.step === other.work?.step &&
  one.work?.cause === other.work?.cause &&
  TOLD.every((key) => one.outcome?.[key] === other.outcome?.[key]);
