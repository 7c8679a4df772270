import { useEffect, useRef } from 'preact/hooks';
import { CLAIM_FIELDS, type Claim } from '../../../shared/claim.ts';
import { reviseClaim } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { useDraft, useWorkspace } from './here.ts';

/** The claim in one's own words, changed where it stands; until there are any, the words of the article. */
export const ClaimStatement = ({ claim, words }: { readonly claim: Claim; readonly words: string }) => {
  const workspace = useWorkspace();
  const [draft, setDraft, clear] = useDraft<string | undefined>(`${claim.id} statement`, undefined);
  const area = useRef<HTMLTextAreaElement>(null);
  const editing = draft !== undefined;
  useEffect(() => {
    if (editing) area.current?.focus();
  }, [editing]);
  if (!workspace.can(reviseClaim(claim.id, {})))
    return (
      <p class="statement" dir="auto">
        {claim.statement || words}
      </p>
    );
  if (!editing)
    return (
      <div class="statement-row">
        <p class={`statement ${claim.statement ? '' : 'is-words'}`} dir="auto">
          {claim.statement || words}
        </p>
        {claim.statement && (
          <button type="button" class="button quiet small reveal" onClick={() => setDraft(claim.statement)}>
            {t('form.edit')}
          </button>
        )}
      </div>
    );
  const save = (): void => {
    const statement = draft.trim();
    if (statement !== claim.statement) workspace.run(reviseClaim(claim.id, { statement }), 'card');
    clear();
  };
  return (
    <form
      class="statement-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        class="input"
        ref={area}
        dir="auto"
        rows={3}
        aria-label={CLAIM_FIELDS.statement.label}
        value={draft}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') clear();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
      />
      <p class="hint">{CLAIM_FIELDS.statement.hint}</p>
      <p class="row">
        <button type="submit" class="button small primary">
          {t('form.save')}
        </button>
        <button type="button" class="button small quiet" onClick={clear}>
          {t('form.cancel')}
        </button>
      </p>
    </form>
  );
};
