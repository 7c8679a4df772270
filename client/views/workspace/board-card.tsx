import type { EarlierClaim } from '../../../shared/api/records/search.ts';
import type { Claim } from '../../../shared/claim.ts';
import { initials } from '../../account.ts';
import { claimName } from '../../claim-search.ts';
import { judgedWords } from '../../earlier.ts';
import { outcomeWords } from '../../outcome-words.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

interface Parts {
  readonly claim: Claim;
  /** One that says the same and came to something else. */
  readonly against?: EarlierClaim | undefined;
  readonly onOpen: () => void;
  readonly onDrag: (isDragged: boolean) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** A claim on the board: its outcome, what it says, who has it. */
export const BoardCard = ({ claim, against, onOpen, onDrag, onKey }: Parts) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const { look, outcome } = workspace.standings.value.get(claim.id) ?? { look: 'open' };
  const label = outcome ? outcomeWords(outcome) : t(look === 'uncheckable' ? 'standing.uncheckable' : 'standing.open');
  const isAgainst = against !== undefined && outcome !== undefined && against.outcome?.tone !== outcome.rating.tone;
  const assigned = claim.assignee === '' ? '' : workspace.nameOf(claim.assignee);
  return (
    <button
      type="button"
      class="card board-card"
      data-card={claim.id}
      draggable
      onClick={onOpen}
      onKeyDown={onKey}
      onDragStart={() => onDrag(true)}
      onDragEnd={() => onDrag(false)}
    >
      <span class="card-head">
        <span class={`outcome look-${look} ${outcome?.stale ? 'is-stale' : ''}`}>{label}</span>
        <span class="spacer" />
        {claim.priority === 'high' && <span class="fact is-high">{t('board.high')}</span>}
        {assigned !== '' && (
          <span class="meta" title={t('facts.assigned', { name: assigned })}>
            {initials(assigned)}
          </span>
        )}
      </span>
      <span class="statement is-short" dir="auto">
        {claimName(article, claim)}
      </span>
      {isAgainst && (
        <span class="alert board-against" dir="auto">
          {judgedWords(against)}
        </span>
      )}
    </button>
  );
};
