import { useLayoutEffect, useRef } from 'preact/hooks';
import { CLAIM_FIELDS, type Claim, type ClaimFields } from '../../../shared/claim.ts';
import { CLAIM_REVIEWED_LIMIT, lengthReviewed, ratingIn } from '../../../shared/export/claim-reviewed.ts';
import { settingsOf } from '../../../shared/settings.ts';
import { reviseClaim } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { worded } from '../../strings/worded.ts';
import { focusCard } from './focusing.ts';
import { FormFoot } from './form-foot.tsx';
import { useWorkspace } from './here.ts';
import { Overtaken } from './overtaken.tsx';
import { useRevision } from './use-revision.ts';

/** The claim in one's own words, changed where it stands; until there are any, the words of the article. */
export const ClaimStatement = ({ claim, words }: { readonly claim: Claim; readonly words: string }) => {
  const workspace = useWorkspace();
  const form = useRevision<ClaimFields>(`${claim.id} statement`, claim);
  const area = useRef<HTMLTextAreaElement>(null);
  const draft = form.values.statement ?? '';
  useLayoutEffect(() => {
    if (!form.isOpen) return;
    area.current?.focus();
    // The words of the article are a beginning, to be typed over.
    if (claim.statement === '' && draft === words) area.current?.select();
  }, [form.isOpen]);
  if (!workspace.can(reviseClaim(claim.id, {})))
    return (
      <p class="statement" dir="auto">
        {claim.statement || words}
      </p>
    );
  if (!form.isOpen)
    return (
      <p class={`statement ${claim.statement ? '' : 'is-words'}`} dir="auto">
        <span>{claim.statement || words}</span>
        {claim.statement && !claim.withdrawn && (
          <button
            type="button"
            data-begins="statement"
            class="button quiet small reveal"
            onClick={() => form.begin({ statement: claim.statement })}
          >
            {t('form.edit')}
          </button>
        )}
      </p>
    );
  const close = (how: () => void): void => {
    how();
    focusCard(claim.id);
  };
  const save = (): void => {
    const statement = draft.trim();
    if (statement !== claim.statement && !workspace.run(reviseClaim(claim.id, { statement }), 'card')) return;
    close(form.clear);
  };
  const isOvertaken = form.overtaken.length > 0;
  return (
    <form
      class="statement-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isOvertaken) save();
      }}
    >
      <textarea
        class="input"
        ref={area}
        dir="auto"
        rows={3}
        aria-label={t('field.claim.statement')}
        value={draft}
        onInput={(event) => form.input({ statement: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close(form.putAside);
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isOvertaken) save();
        }}
      />
      <p class="hint">{t('field.claim.statement.hint')}</p>
      <Published statement={draft} />
      <Overtaken
        fields={worded('claim', CLAIM_FIELDS)}
        record={claim}
        names={form.overtaken}
        onTheirs={() => close(form.clear)}
        onMine={save}
      />
      <FormFoot canSave={!isOvertaken} onCancel={() => close(form.clear)} />
    </form>
  );
};

/** How the statement will be seen where the review of the claim is published, while it is written. */
const Published = ({ statement }: { readonly statement: string }) => {
  const article = useWorkspace().article.value;
  const count = lengthReviewed(statement);
  const rating = article && ratingIn(statement, settingsOf(article).scale);
  const isLong = count > CLAIM_REVIEWED_LIMIT;
  const most = CLAIM_REVIEWED_LIMIT;
  return (
    <div class="statement-published">
      <p class={`hint ${isLong ? 'is-over' : ''}`}>{t('statement.length', { count, most })}</p>
      <p class="hint is-over" role="status">
        {[isLong && t('statement.long', { most }), rating && t('statement.rated', { rating })]
          .filter(Boolean)
          .join(' ')}
      </p>
    </div>
  );
};
