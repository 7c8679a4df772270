import type { Claim } from '../../../shared/claim.ts';
import { reinstateClaim } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { focusCard } from './focusing.ts';
import { useWorkspace } from './here.ts';

/** Says of an open card that its claim is withdrawn, by whom and when, and lets it be brought back. */
export const Withdrawn = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  if (!claim.withdrawn) return null;
  const reinstate = reinstateClaim(claim.id);
  const { reviewer, at } = claim.withdrawn;
  return (
    <div class="alert" role="status">
      <p>{t('claim.withdrawnBy', { name: workspace.nameOf(reviewer), time: moment(at) })}</p>
      {workspace.can(reinstate) && (
        <button
          type="button"
          class="button small"
          onClick={() => workspace.run(reinstate, 'card') && focusCard(claim.id)}
        >
          {t('claim.reinstate')}
        </button>
      )}
    </div>
  );
};
