import { useComputed } from '@preact/signals';
import { wordsOf } from '../../../shared/article.ts';
import type { Claim } from '../../../shared/claim.ts';
import { mainOf, parentOf } from '../../../shared/relations.ts';
import { marked } from '../../marked.ts';
import { t } from '../../strings/index.ts';
import { ChangedWords } from './changed-words.tsx';
import { ClaimFacts } from './claim-facts.tsx';
import { ClaimHead } from './claim-head.tsx';
import { OpenClaim } from './fetched-later.ts';
import { useWorkspace } from './here.ts';
import { StaleAlert } from './stale-alert.tsx';

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
  const isMarked = useComputed(() => marked.value.has(id)).value;
  const state = useComputed(() => workspace.article.value?.anchors.get(id)?.state).value;
  const wordsNow = useComputed(() => (workspace.article.value ? wordsOf(workspace.article.value, id) : '')).value;
  const claims = useComputed(() => workspace.article.value?.claims).value;
  if (!state || !claims) return null;
  const mainId = mainOf(claims, id);
  const main = mainId === id ? undefined : claims.get(mainId);
  const isPart = parentOf(claims, id) !== undefined;
  const { look, outcome } = standing ?? { look: 'open' };
  const words = wordsNow || claim.quote.exact;
  const open = (): void => workspace.select(claim.id, 'card');
  const classes = ['card', isPart && 'is-part', isOpen && 'is-selected', isHovered && 'is-hovered'];
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
          {main ? words : claim.statement || words}
        </p>
      )}
      {outcome?.stale && !main && <StaleAlert claim={claim} outcome={outcome} isOpen={isOpen} />}
      <ChangedWords claim={claim} isOpen={isOpen} isStale={!main && outcome?.stale === 'words'} />
      {!isOpen && isMarked && (
        <p class="alert">
          <span>{t('claim.sourceChanged')}</span>
        </p>
      )}
      {!isOpen && <ClaimFacts claim={claim} isOpen={false} />}
      {isOpen && <OpenClaim claim={claim} words={words} state={state} {...(main && { main })} />}
    </article>
  );
};
