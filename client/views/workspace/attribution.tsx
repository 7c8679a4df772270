import type { Claimant } from '../../../shared/attribution.ts';
import { CLAIM_FIELDS, type Claim } from '../../../shared/claim.ts';
import { reviseClaim } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { AttributionEditor } from './attribution-editor.tsx';
import { useDraft, useWorkspace } from './here.ts';

/** Who said it, as a chain, with its editor. */
export const Attribution = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const [draft, setDraft, clear] = useDraft<readonly Claimant[] | undefined>(`${claim.id} attribution`, undefined);
  const links = claim.attribution;
  const mayEdit = workspace.can(reviseClaim(claim.id, {}));
  if (draft !== undefined) {
    const save = (attribution: readonly Claimant[]): void => {
      workspace.run(reviseClaim(claim.id, { attribution }), 'card');
      clear();
    };
    return <AttributionEditor links={draft} onInput={setDraft} onSave={save} onCancel={clear} />;
  }
  if (links.length === 0) return null;
  return (
    <div class="chain">
      <span class="unseen">{CLAIM_FIELDS.attribution.label}</span>
      {links.map(({ name, verb, role, words }, index) => (
        <span key={`${index} ${name}`} class="chain-link">
          {index > 0 && (verb || '←')}
          <span class="pill" dir="auto" title={[role, words && `“${words}”`].filter(Boolean).join(' · ')}>
            {name}
          </span>
        </span>
      ))}
      {mayEdit && (
        <button type="button" class="button quiet small reveal" onClick={() => setDraft(links)}>
          {t('form.edit')}
        </button>
      )}
    </div>
  );
};
