import { useComputed } from '@preact/signals';
import { wordsOf } from '../../../shared/article.ts';
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

interface Parts {
  readonly claim: Claim;
  /** Which of how many it is in its list, the first being 1. */
  readonly place: number;
  readonly of: number;
}

/** A claim's card: closed its outcome and what it says, open all there is to it. Drawn anew only when something of it changed. */
export const ClaimCard = ({ claim, place, of }: Parts) => {
  const workspace = useWorkspace();
  const { id } = claim;
  const isOpen = useComputed(() => workspace.claim.value === id).value;
  const isHovered = useComputed(() => workspace.hovered.value === id).value;
  const standing = useComputed(() => workspace.standings.value.get(id)).value;
  const state = useComputed(() => workspace.article.value?.anchors.get(id)?.state).value;
  const wordsNow = useComputed(() => (workspace.article.value ? wordsOf(workspace.article.value, id) : '')).value;
  if (!state) return null;
  const { look, outcome } = standing ?? { look: 'open' };
  const words = wordsNow || claim.quote.exact;
  const open = (): void => workspace.select(claim.id, 'card');
  const classes = ['card', isOpen && 'is-selected', isHovered && 'is-hovered'];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the head of the card is a button that does the same.
    <article
      class={classes.filter(Boolean).join(' ')}
      id={`card-${claim.id}`}
      aria-posinset={place}
      aria-setsize={of}
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
