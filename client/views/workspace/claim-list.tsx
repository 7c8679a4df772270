import { t } from '../../strings/index.ts';
import { ClaimCard } from './claim-card.tsx';
import { useWorkspace } from './here.ts';

/** The cards of the claims in the order of their words; those without words and those withdrawn apart. */
export const ClaimList = () => {
  const workspace = useWorkspace();
  const { placed, orphaned, withdrawn } = workspace.order.value;
  if (placed.length + orphaned.length + withdrawn.length === 0) {
    const viewer = workspace.reviewer.value.role === 'viewer';
    return (
      <p class="nothing">
        {t(viewer ? 'claims.none' : 'claims.begin')} {!viewer && <kbd>C</kbd>}
      </p>
    );
  }
  return (
    <>
      {placed.map((claim) => (
        <ClaimCard key={claim.id} claim={claim} />
      ))}
      {orphaned.length > 0 && <h2 class="heading-small section">{t('claims.orphaned')}</h2>}
      {orphaned.map((claim) => (
        <ClaimCard key={claim.id} claim={claim} />
      ))}
      {withdrawn.length > 0 && (
        <details class="withdrawn">
          <summary>{t('claims.withdrawn', { count: withdrawn.length })}</summary>
          {withdrawn.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} />
          ))}
        </details>
      )}
    </>
  );
};
