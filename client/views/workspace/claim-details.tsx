import { CLAIM_FIELDS, type Claim, type ClaimFields } from '../../../shared/claim.ts';
import { claimFieldsOf } from '../../../shared/claim-types.ts';
import { parseSome } from '../../../shared/fields.ts';
import { Invalid } from '../../../shared/parsing.ts';
import { reviseClaim } from '../../commands.ts';
import { picked } from '../../revising.ts';
import { t } from '../../strings/index.ts';
import { worded } from '../../strings/worded.ts';
import { useWorkspace } from './here.ts';
import { Overtaken } from './overtaken.tsx';
import { RecordFields } from './record-fields.tsx';
import { useRevision } from './use-revision.ts';

/** Fields that the card shows in their own way. */
const SHOWN_ABOVE = ['statement', 'attribution'] as const;

/** The other fields of a claim; each is stored when it is left. */
export const ClaimDetails = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const form = useRevision<ClaimFields>(`${claim.id} details`, claim);
  const article = workspace.article.value;
  if (!article || !workspace.can(reviseClaim(claim.id, {}))) return null;
  const fields = worded('claim', claimFieldsOf(article));
  const save = (names: readonly (keyof ClaimFields)[]): void => {
    const changed = names.filter((name) => form.changed.includes(name));
    try {
      const read = parseSome(CLAIM_FIELDS)(picked(form.values, changed), '');
      if (changed.length === 0 || workspace.run(reviseClaim(claim.id, read), 'card')) form.drop(names);
    } catch (error) {
      if (!(error instanceof Invalid)) throw error; // the field says what is wrong with it
    }
  };
  const leave = (): void => {
    const names = Object.keys(form.values) as (keyof ClaimFields)[];
    if (!claim.withdrawn) save(names.filter((name) => !form.overtaken.includes(name)));
  };
  return (
    <details class="claim-details">
      <summary>{t('claim.details')}</summary>
      <div onFocusOut={leave}>
        <RecordFields fields={fields} except={SHOWN_ABOVE} values={{ ...claim, ...form.values }} onInput={form.input} />
        <Overtaken
          fields={fields}
          record={claim}
          names={form.overtaken}
          isLabelled
          onTheirs={() => form.drop(form.overtaken)}
          onMine={() => save(form.overtaken)}
        />
      </div>
    </details>
  );
};
