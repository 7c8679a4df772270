import { CLAIM_FIELDS, type Claim, type ClaimFields } from '../../../shared/claim.ts';
import { parseSome } from '../../../shared/fields.ts';
import { Invalid } from '../../../shared/parsing.ts';
import { reviseClaim } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { useDraft, useWorkspace } from './here.ts';
import { RecordFields } from './record-fields.tsx';

/** Fields that the card shows in their own way. */
const SHOWN_ABOVE = ['statement', 'attribution'] as const;

/** The other fields of a claim; each is stored when it is left. */
export const ClaimDetails = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const [draft, setDraft, clear] = useDraft<Partial<ClaimFields>>(`${claim.id} details`, {});
  if (!workspace.can(reviseClaim(claim.id, {}))) return null;
  const save = (): void => {
    const changed = Object.entries(draft).filter(([name, value]) => claim[name as keyof ClaimFields] !== value);
    try {
      const fields = parseSome(CLAIM_FIELDS)(Object.fromEntries(changed), '');
      if (changed.length > 0) workspace.run(reviseClaim(claim.id, fields), 'card');
      clear();
    } catch (error) {
      if (!(error instanceof Invalid)) throw error; // the field says what is wrong with it
    }
  };
  return (
    <details class="claim-details">
      <summary>{t('claim.details')}</summary>
      <div onFocusOut={save}>
        <RecordFields
          fields={CLAIM_FIELDS}
          except={SHOWN_ABOVE}
          values={{ ...claim, ...draft }}
          onInput={(values) => setDraft({ ...draft, ...values })}
        />
      </div>
    </details>
  );
};
