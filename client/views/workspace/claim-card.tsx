import { anchorOf, wordsOf } from '../../../shared/article.ts';
import type { Claim } from '../../../shared/claim.ts';
import { t } from '../../strings/index.ts';
import { Attribution } from './attribution.tsx';
import { Changes } from './changes.tsx';
import { ClaimAdds } from './claim-adds.tsx';
import { ClaimDetails } from './claim-details.tsx';
import { ClaimFoot } from './claim-foot.tsx';
import { ClaimHead } from './claim-head.tsx';
import { ClaimPlace } from './claim-place.tsx';
import { ClaimStatement } from './claim-statement.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { useWorkspace } from './here.ts';
import { StaleAlert } from './stale-alert.tsx';
import { VerdictRow } from './verdict-row.tsx';
import { Withdrawn } from './withdrawn.tsx';

/** A claim's card: closed its outcome and what it says, open all there is to it. */
export const ClaimCard = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const isOpen = workspace.claim.value === claim.id;
  const { look, outcome } = workspace.standings.value.get(claim.id) ?? { look: 'open' };
  const { state } = anchorOf(article, claim.id);
  const words = wordsOf(article, claim.id) || claim.quote.exact;
  const open = (): void => workspace.select(claim.id, 'card');
  const classes = ['card', isOpen && 'is-selected', workspace.hovered.value === claim.id && 'is-hovered'];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the head of the card is a button that does the same.
    <article
      class={classes.filter(Boolean).join(' ')}
      id={`card-${claim.id}`}
      aria-label={t('claim.label', { words: words.slice(0, 80) })}
      onClick={isOpen ? undefined : open}
      onMouseEnter={() => {
        workspace.hovered.value = claim.id;
      }}
      onMouseLeave={() => {
        workspace.hovered.value = undefined;
      }}
    >
      <ClaimHead
        claim={claim}
        look={look}
        isOpen={isOpen}
        onToggle={() => (isOpen ? workspace.select(undefined, 'card') : open())}
      />
      {!isOpen && (
        <p class="statement is-short" dir="auto">
          {claim.statement || words}
        </p>
      )}
      {outcome?.stale && <StaleAlert claim={claim} outcome={outcome} isOpen={isOpen} />}
      {!outcome?.stale && state === 'changed' && <Changes before={claim.quote.exact} after={words} isShort={!isOpen} />}
      {isOpen && (
        <>
          <Withdrawn claim={claim} />
          <ClaimStatement claim={claim} words={words} />
          <Attribution claim={claim} />
          <ClaimAdds claim={claim} words={words} />
          <ClaimPlace claim={claim} state={state} />
          <EvidenceList claim={claim} />
          <VerdictRow claim={claim} />
          <ClaimDetails claim={claim} />
          <ClaimFoot claim={claim} />
        </>
      )}
    </article>
  );
};
