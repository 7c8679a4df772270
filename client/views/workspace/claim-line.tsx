import type { Claim } from '../../../shared/claim.ts';
import { blockAt } from '../../blocks.ts';
import { claimName } from '../../claim-search.ts';
import { outcomeWords } from '../../outcome-words.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

interface Parts {
  readonly claim: Claim;
  /** What stands in place of its name. */
  readonly says?: string;
}

/** Another claim in a line, with the outcome it has and where it stands; a click opens its card. */
export const ClaimLine = ({ claim, says }: Parts) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const { look, outcome } = workspace.standings.value.get(claim.id) ?? { look: 'open' };
  const anchor = article.anchors.get(claim.id);
  const number = anchor && anchor.from < anchor.to ? blockAt(workspace.blocks.value, anchor.from)?.number : undefined;
  const label = outcome ? outcomeWords(outcome) : t(look === 'uncheckable' ? 'standing.uncheckable' : 'standing.open');
  return (
    <button type="button" class="claim-line" onClick={() => workspace.select(claim.id, 'key')}>
      <span class={`outcome look-${look} ${outcome?.stale ? 'is-stale' : ''}`}>
        <span class="unseen">{label}</span>
      </span>
      <span class="claim-line-words" dir="auto">
        {says ?? claimName(article, claim)}
      </span>
      {number !== undefined && <span class="meta">¶{number}</span>}
    </button>
  );
};
