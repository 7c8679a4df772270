import type { Outcome } from '../../../shared/outcome.ts';
import { ratingWords } from '../../scale-words.ts';
import { t } from '../../strings/index.ts';

/** What an outcome is called on screen. */
export const outcomeWords = ({ rating, verdict, disputed, undecided }: Outcome): string => {
  if (disputed) return t('standing.disputed');
  return undecided ? t('standing.undecided') : ratingWords(verdict.scale, rating.label);
};
