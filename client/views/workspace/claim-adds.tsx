import type { Claimant } from '../../../shared/attribution.ts';
import { CLAIM_FIELDS, type Claim } from '../../../shared/claim.ts';
import { reviseClaim } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { useDraft, useWorkspace } from './here.ts';

/** What a claim does not have yet and could. */
export const ClaimAdds = ({ claim, words }: { readonly claim: Claim; readonly words: string }) => {
  const workspace = useWorkspace();
  const [statement, setStatement] = useDraft<string | undefined>(`${claim.id} statement`, undefined);
  const [links, setLinks] = useDraft<readonly Claimant[] | undefined>(`${claim.id} attribution`, undefined);
  const noStatement = claim.statement === '' && statement === undefined;
  const noLinks = claim.attribution.length === 0 && links === undefined;
  if (!workspace.can(reviseClaim(claim.id, {})) || !(noStatement || noLinks)) return null;
  return (
    <p class="claim-adds">
      {noStatement && (
        <button type="button" class="button quiet small" onClick={() => setStatement(words)}>
          + {t('claim.ownWords')}
        </button>
      )}
      {noLinks && (
        <button type="button" class="button quiet small" onClick={() => setLinks([])}>
          + {CLAIM_FIELDS.attribution.label}
        </button>
      )}
    </p>
  );
};
