import type { Article } from '../../../shared/article.ts';
import { verdictsOf } from '../../../shared/outcome.ts';
import { blockAt, blocksOf } from '../../blocks.ts';
import type { ClaimOrder } from '../../claim-order.ts';
import { claimName } from '../../claim-search.ts';
import { outcomeWords } from '../../outcome-words.ts';
import type { Standings } from '../../standing.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

interface Parts {
  readonly article: Article;
  readonly order: ClaimOrder;
  readonly standings: Standings;
  readonly claim: string | undefined;
  readonly onClaim: (claim: string) => void;
}

/** The claims as they stood, each with the outcome it had and whose verdicts made it. */
export const PastClaims = ({ article, order, standings, claim, onClaim }: Parts) => {
  const workspace = useWorkspace();
  const blocks = blocksOf(article.doc);
  const claims = [...order.placed, ...order.orphaned];
  return (
    <aside class="past-claims" aria-label={t('past.claims')}>
      <h2 class="heading-small">{t('past.claims')}</h2>
      {claims.length === 0 && <p class="nothing">{t('past.noClaims')}</p>}
      {claims.map((each) => {
        const { look, outcome } = standings.get(each.id) ?? { look: 'open' };
        const anchor = article.anchors.get(each.id);
        const number = anchor && anchor.from < anchor.to ? blockAt(blocks, anchor.from)?.number : undefined;
        const judges = [...new Set(verdictsOf(article, each.id).map(({ reviewer }) => workspace.nameOf(reviewer)))];
        const label = outcome
          ? outcomeWords(outcome)
          : t(look === 'uncheckable' ? 'standing.uncheckable' : 'standing.open');
        return (
          <button
            key={each.id}
            type="button"
            class={`card past-card ${claim === each.id ? 'is-selected' : ''}`}
            aria-pressed={claim === each.id}
            onClick={() => onClaim(each.id)}
          >
            <span class="card-head">
              <span class={`outcome look-${look} ${outcome?.stale ? 'is-stale' : ''}`}>{label}</span>
              <span class="meta">
                {[number !== undefined && `¶${number}`, judges.join(', ')].filter(Boolean).join(' · ')}
              </span>
            </span>
            <span class="statement is-short" dir="auto">
              {claimName(article, each)}
            </span>
          </button>
        );
      })}
    </aside>
  );
};
