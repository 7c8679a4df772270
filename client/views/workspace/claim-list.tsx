import { useRef } from 'preact/hooks';
import { type ClaimOrder, claimOrder } from '../../claim-order.ts';
import { t } from '../../strings/index.ts';
import { ClaimCard } from './claim-card.tsx';
import { useWorkspace } from './here.ts';

/** The order of the claims, in which the open card keeps its place when its claim is withdrawn. */
const useOrder = (): ClaimOrder => {
  const { article, claim, order } = useWorkspace();
  const stays = useRef<string | undefined>(undefined);
  const open = claim.value === undefined ? undefined : article.value?.claims.get(claim.value);
  if (!open?.withdrawn) stays.current = open?.id;
  else if (article.value && stays.current === open.id) return claimOrder(article.value, open.id);
  return order.value;
};

/** The cards of the claims in the order of their words; those without words and those withdrawn apart. */
export const ClaimList = () => {
  const workspace = useWorkspace();
  const { placed, orphaned, withdrawn } = useOrder();
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
