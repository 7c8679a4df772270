import { anchorOf } from '../../../shared/article.ts';
import type { Claim } from '../../../shared/claim.ts';
import { claimFieldsOf } from '../../../shared/claim-types.ts';
import { evidenceOf, verdictsOf } from '../../../shared/outcome.ts';
import { initials } from '../../account.ts';
import { blockAt } from '../../blocks.ts';
import type { Look } from '../../standing.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

interface Parts {
  readonly claim: Claim;
  readonly look: Look;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** The first line of a card: the outcome, where it stands, what sort it is, who judged it. */
export const ClaimHead = ({ claim, look, isOpen, onToggle }: Parts) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const outcome = workspace.standings.value.get(claim.id)?.outcome;
  const { from, state } = anchorOf(article, claim.id);
  const number = state === 'orphaned' ? undefined : blockAt(workspace.blocks.value, from)?.number;
  const judges = [...new Set(verdictsOf(article, claim.id).map((each) => initials(workspace.nameOf(each.reviewer))))];
  const sources = evidenceOf(article, claim.id).length;
  const meta = [
    number === undefined ? state !== 'orphaned' && t('claim.inTitle') : `¶${number}`,
    claim.kind !== 'uncheckable' && claimFieldsOf(article).kind.show(claim.kind).toLowerCase(),
    judges.join(', '),
  ];
  return (
    <button type="button" class="card-head" aria-expanded={isOpen} onClick={onToggle}>
      <span class={`outcome look-${look} ${outcome?.stale ? 'is-stale' : ''}`}>
        {outcome
          ? outcome.disputed
            ? t('standing.disputed')
            : outcome.rating.label
          : t(look === 'uncheckable' ? 'standing.uncheckable' : 'standing.open')}
      </span>
      <span class="meta">{meta.filter(Boolean).join(' · ')}</span>
      <span class="spacer" />
      {outcome?.stale ? (
        <span class="tag warn">{t('standing.stale')}</span>
      ) : state === 'changed' || state === 'moved' || state === 'orphaned' ? (
        <span class="tag warn">{t(`anchor.${state}`)}</span>
      ) : (
        sources > 0 && <span class="meta">{t('claim.sources', { count: sources })}</span>
      )}
    </button>
  );
};
