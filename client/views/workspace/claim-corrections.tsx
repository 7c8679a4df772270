import type { Claim } from '../../../shared/claim.ts';
import { correctionsFor } from '../../../shared/correction.ts';
import { t } from '../../strings/index.ts';
import { CorrectionForm } from './correction-form.tsx';
import { CorrectionView } from './correction-view.tsx';
import { focusCard } from './focusing.ts';
import { useWorkspace } from './here.ts';

/** The corrections of a claim's words that were not accepted, and one that is being written. */
export const ClaimCorrections = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const draft = `correct claim ${claim.id}`;
  const isWriting = workspace.form.value === 'correction' && workspace.drafts.value.has(draft);
  const waiting = correctionsFor(article, claim.id).filter((each) => !each.accepted);
  if (waiting.length === 0 && !isWriting) return null;
  return (
    <section class="corrections" aria-label={t('correction.title')}>
      {waiting.length > 0 && <h3 class="heading-small">{t('correction.title')}</h3>}
      {waiting.map((each) => (
        <CorrectionView key={each.id} correction={each} />
      ))}
      {isWriting && (
        <CorrectionForm
          draft={draft}
          claim={claim.id}
          onClose={() => {
            workspace.form.value = undefined;
            focusCard(claim.id);
          }}
        />
      )}
    </section>
  );
};
