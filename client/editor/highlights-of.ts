import { type Article, anchorOf } from '../../shared/article.ts';
import type { ClaimOrder } from '../claim-order.ts';
import type { Standings } from '../standing.ts';
import type { Highlight } from './highlights.ts';
import { levelsOf } from './levels.ts';

/** How every claim that stands on words is to be drawn. */
export const highlightsOf = (article: Article, order: ClaimOrder, standings: Standings): readonly Highlight[] => {
  const stretches = order.placed
    .map(({ id }) => ({ id, ...anchorOf(article, id) }))
    .filter(({ from, to }) => from < to);
  const levels = levelsOf(stretches);
  return stretches.map(({ id, from, to, state }) => {
    const { look, outcome } = standings.get(id) ?? { look: 'open' };
    const classes = [
      'claim',
      `look-${look}`,
      `level-${levels.get(id) ?? 0}`,
      state === 'changed' && 'is-changed',
      outcome?.stale && 'is-stale',
    ];
    return { id, from, to, classes: classes.filter(Boolean).join(' ') };
  });
};
