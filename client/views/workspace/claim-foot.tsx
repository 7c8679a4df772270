import type { Claim } from '../../../shared/claim.ts';
import { addSource, withdrawClaim } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { focusCard } from './focusing.ts';
import { useWorkspace } from './here.ts';

/** What can be done with a claim as a whole, and who marked it when. */
export const ClaimFoot = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const withdraw = withdrawClaim(claim.id);
  const isAdding = workspace.form.value === 'source';
  return (
    <footer class="card-foot">
      {!isAdding && workspace.can(addSource) && (
        <button type="button" class="button small" onClick={() => workspace.run(addSource, 'card')}>
          {t('claim.addSource')}
        </button>
      )}
      {!claim.withdrawn && workspace.can(withdraw) && (
        <button
          type="button"
          class="button small quiet"
          onClick={() => workspace.run(withdraw, 'card') && focusCard(claim.id)}
        >
          {t('claim.withdraw')}
        </button>
      )}
      <span class="spacer" />
      <span class="meta">
        {t('claim.markedBy', { name: workspace.nameOf(claim.reviewer), time: moment(claim.markedAt) })}
      </span>
    </footer>
  );
};
