import type { Claim, ClaimFields } from '../../../shared/claim.ts';
import { reviseClaim } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';
import { useRevision } from './use-revision.ts';

/** What a claim does not have yet and could. */
export const ClaimAdds = ({ claim, words }: { readonly claim: Claim; readonly words: string }) => {
  const workspace = useWorkspace();
  const statement = useRevision<ClaimFields>(`${claim.id} statement`, claim);
  const attribution = useRevision<ClaimFields>(`${claim.id} attribution`, claim);
  const noStatement = claim.statement === '' && !statement.isOpen;
  const noLinks = claim.attribution.length === 0 && !attribution.isOpen;
  if (claim.withdrawn || !workspace.can(reviseClaim(claim.id, {})) || !(noStatement || noLinks)) return null;
  return (
    <p class="claim-adds">
      {noStatement && (
        <button
          type="button"
          data-begins="statement"
          class="button quiet small"
          onClick={() => statement.begin({ statement: words })}
        >
          + {t('claim.ownWords')}
        </button>
      )}
      {noLinks && (
        <button
          type="button"
          data-begins="attribution"
          class="button quiet small"
          onClick={() => attribution.begin({ attribution: [] })}
        >
          + {t('field.claim.attribution')}
        </button>
      )}
    </p>
  );
};
