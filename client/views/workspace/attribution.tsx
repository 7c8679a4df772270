import type { Claimant } from '../../../shared/attribution.ts';
import { CLAIM_FIELDS, type Claim, type ClaimFields } from '../../../shared/claim.ts';
import { reviseClaim } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { worded } from '../../strings/worded.ts';
import { AttributionEditor } from './attribution-editor.tsx';
import { focusCard } from './focusing.ts';
import { useWorkspace } from './here.ts';
import { Overtaken } from './overtaken.tsx';
import { useRevision } from './use-revision.ts';

/** Who said it, as a chain, with its editor. */
export const Attribution = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const form = useRevision<ClaimFields>(`${claim.id} attribution`, claim);
  const links = claim.attribution;
  const mayEdit = !claim.withdrawn && workspace.can(reviseClaim(claim.id, {}));
  if (form.isOpen) {
    const close = (how: () => void): void => {
      how();
      focusCard(claim.id);
    };
    const draft = form.values.attribution ?? [];
    const save = (attribution: readonly Claimant[]): void => {
      if (workspace.run(reviseClaim(claim.id, { attribution }), 'card')) close(form.clear);
    };
    return (
      <AttributionEditor
        links={draft}
        onInput={(attribution) => form.input({ attribution })}
        onSave={save}
        onPutAside={() => close(form.putAside)}
        onCancel={() => close(form.clear)}
        question={(saveMine) =>
          form.overtaken.length > 0 && (
            <Overtaken
              fields={worded('claim', CLAIM_FIELDS)}
              record={claim}
              names={form.overtaken}
              onTheirs={() => close(form.clear)}
              onMine={saveMine}
            />
          )
        }
      />
    );
  }
  if (links.length === 0) return null;
  return (
    <div class="chain">
      <span class="unseen">{t('field.claim.attribution')}</span>
      {links.map(({ name, verb, role, words }, index) => (
        <span key={`${index} ${name}`} class="chain-link">
          {index > 0 && (verb || '←')}
          <span
            class="pill"
            dir="auto"
            title={[role, words && t('evidence.quoted', { words })].filter(Boolean).join(' · ')}
          >
            {name}
          </span>
        </span>
      ))}
      {mayEdit && (
        <button
          type="button"
          data-begins="attribution"
          class="button quiet small reveal"
          onClick={() => form.begin({ attribution: links })}
        >
          {t('form.edit')}
        </button>
      )}
    </div>
  );
};
