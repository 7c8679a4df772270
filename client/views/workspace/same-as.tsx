import type { Claim } from '../../../shared/claim.ts';
import { verdictsOf } from '../../../shared/outcome.ts';
import { reviseClaim } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { ClaimLine } from './claim-line.tsx';
import { useWorkspace } from './here.ts';

/** On the card of another occurrence of a claim: which claim it is, where the record stands, and the way out. */
export const SameAs = ({ claim, main }: { readonly claim: Claim; readonly main: Claim }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  const apart = reviseClaim(claim.id, { sameAs: '' });
  const own = article ? verdictsOf(article, claim.id).length : 0;
  return (
    <section class="same-as" aria-label={t('occurrences.sameAs')}>
      <h3 class="heading-small">{t('occurrences.sameAs')}</h3>
      <ClaimLine claim={main} />
      <p class="hint">
        {t('occurrences.shared')} {own > 0 && t('occurrences.own', { count: own })}
      </p>
      {!claim.withdrawn && workspace.can(apart) && (
        <button type="button" class="button small" onClick={() => workspace.run(apart, 'card')}>
          {t('occurrences.apart')}
        </button>
      )}
    </section>
  );
};
