import type { Outcome } from '../shared/outcome.ts';
import { ratingWords } from './scale-words.ts';
import type { Standing } from './standing.ts';
import { t } from './strings/index.ts';

/** What an outcome is called on screen. */
export const outcomeWords = ({ rating, verdict, disputed, undecided }: Outcome): string => {
  if (disputed) return t('standing.disputed');
  return undecided ? t('standing.undecided') : ratingWords(verdict.scale, rating.label);
};

/** How a claim stands, in words; what it came to, also where that no longer holds. */
export const standingWords = ({ look, outcome }: Standing): string =>
  outcome ? outcomeWords(outcome) : t(look === 'uncheckable' ? 'standing.uncheckable' : 'standing.open');

/** How a claim stands where there is no sign beside for what no longer holds. */
export const stateWords = (standing: Standing): string =>
  standing.outcome?.stale ? t('standing.stale') : standingWords(standing);
