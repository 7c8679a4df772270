import { useComputed } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { Claim } from '../../../shared/claim.ts';
import { filtered } from '../../claim-filter.ts';
import { type ClaimOrder, claimOrder, type Kept, listOf } from '../../claim-order.ts';
import { t } from '../../strings/index.ts';
import { ClaimCard } from './claim-card.tsx';
import { ClaimFilterBar, NoneListed } from './claim-filter-bar.tsx';
import { useWorkspace } from './here.ts';
import { CommandKeys } from './key-caps.tsx';
import { VirtualList } from './virtual-list.tsx';

/** About how high a closed card is with the space under it, in pixels. */
const CLOSED = 98;

/**
 * The order of the claims, in which the open card keeps its place when its claim is withdrawn, or others take its words away or
 * bring them back: its reader may be writing in it.
 */
const useOrder = (): ClaimOrder => {
  const { article, claim, listed, filter, standings } = useWorkspace();
  const stays = useRef<Kept | undefined>(undefined);
  const where = useComputed(() => {
    const open = claim.value === undefined ? undefined : article.value?.claims.get(claim.value);
    if (!article.value || !open) return '';
    const list = listOf(article.value, open);
    const isPut = list === 'placed' && article.value.anchors.get(open.id)?.reanchored !== undefined;
    return `${list}${isPut ? ' put' : ''}`;
  }).value;
  const [list, isPut] = where.split(' ') as [Kept['list'] | '', string | undefined];
  const id = claim.value;
  if (id === undefined || list === '') {
    stays.current = undefined;
    return listed.value;
  }
  if (stays.current?.id !== id || stays.current.list === 'withdrawn' || isPut) stays.current = { id, list };
  if (stays.current.list === list || !article.value) return listed.value;
  return filtered(article.value, claimOrder(article.value, stays.current), standings.value, filter.value, id);
};

interface Listed {
  readonly claims: readonly Claim[];
  readonly label: string;
}

const Cards = ({ claims, label }: Listed) => {
  const open = useWorkspace().claim.value;
  const rows = useMemo(() => claims.map(({ id }) => id), [claims]);
  return (
    <VirtualList role="feed" label={label} rows={rows} height={CLOSED} kept={open === undefined ? [] : [open]}>
      {(id, index, count) => {
        const claim = claims[index];
        return claim?.id === id && <ClaimCard claim={claim} place={index + 1} of={count} />;
      }}
    </VirtualList>
  );
};

/** The cards of the claims in the order of their words; those without words and those withdrawn apart. */
export const ClaimList = () => {
  const workspace = useWorkspace();
  const { placed, orphaned, withdrawn } = useOrder();
  if (workspace.article.value?.claims.size === 0) {
    const viewer = workspace.reviewer.value.role === 'viewer';
    return (
      <p class="nothing">
        {t(viewer ? 'claims.none' : 'claims.begin')} {!viewer && <CommandKeys of="mark" />}
      </p>
    );
  }
  return (
    <>
      <ClaimFilterBar />
      {placed.length + orphaned.length + withdrawn.length === 0 && <NoneListed />}
      {placed.length > 0 && <Cards claims={placed} label={t('side.claims')} />}
      {orphaned.length > 0 && <h2 class="heading-small section">{t('anchor.orphaned')}</h2>}
      {orphaned.length > 0 && <Cards claims={orphaned} label={t('anchor.orphaned')} />}
      {withdrawn.length > 0 && (
        <details class="withdrawn">
          <summary>{t('claims.withdrawn', { count: withdrawn.length })}</summary>
          <Cards claims={withdrawn} label={t('claims.withdrawn', { count: withdrawn.length })} />
        </details>
      )}
    </>
  );
};
