import type { Claim } from '../../../shared/claim.ts';
import { addSource, reinstateClaim, withdrawClaim } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { useWorkspace } from './here.ts';

/** What can be done with a claim as a whole, and who marked it when. */
export const ClaimFoot = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const withdraw = claim.withdrawn ? reinstateClaim(claim.id) : withdrawClaim(claim.id);
  return (
    <footer class="card-foot">
      {!claim.withdrawn && workspace.can(addSource) && (
        <button type="button" class="button small" onClick={() => workspace.run(addSource, 'card')}>
          {t('claim.addSource')}
        </button>
      )}
      {workspace.can(withdraw) && (
        <button type="button" class="button small quiet" onClick={() => workspace.run(withdraw, 'card')}>
          {t(claim.withdrawn ? 'claim.reinstate' : 'claim.withdraw')}
        </button>
      )}
      <span class="spacer" />
      <span class="meta">
        {claim.withdrawn
          ? t('claim.withdrawnBy', {
              name: workspace.nameOf(claim.withdrawn.reviewer),
              time: moment(claim.withdrawn.at),
            })
          : t('claim.markedBy', { name: workspace.nameOf(claim.reviewer), time: moment(claim.markedAt) })}
      </span>
    </footer>
  );
};
