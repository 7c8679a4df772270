import type { AnchorState } from '../../../shared/anchor.ts';
import type { Claim } from '../../../shared/claim.ts';
import { reanchorClaim } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

/** For a claim whose words are gone: what they were, and how it gets new ones. */
export const ClaimPlace = ({ claim, state }: { readonly claim: Claim; readonly state: AnchorState }) => {
  const workspace = useWorkspace();
  if (state !== 'orphaned' || claim.withdrawn) return null;
  const { exact, prefix, suffix } = claim.quote;
  const reanchor = reanchorClaim(claim.id);
  return (
    <div class="claim-place">
      <h3 class="heading-small">{t('claim.wordsWere')}</h3>
      <p dir="auto">
        …{prefix}
        <strong>{exact}</strong>
        {suffix}…
      </p>
      {workspace.can(reanchor) ? (
        <button
          type="button"
          class="button small"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => workspace.run(reanchor, 'text')}
        >
          {t('claim.reanchor')}
        </button>
      ) : (
        <p class="hint">{t('claim.reanchorHow')}</p>
      )}
    </div>
  );
};
