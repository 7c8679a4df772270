import { useComputed } from '@preact/signals';
import type { CLAIM_FIELDS, Claim } from '../../../shared/claim.ts';
import { claimFieldsOf } from '../../../shared/claim-types.ts';
import { evidenceOf, verdictsOf } from '../../../shared/outcome.ts';
import { mainOf, occurrencesOf } from '../../../shared/relations.ts';
import { initials } from '../../account.ts';
import { blockAt } from '../../blocks.ts';
import { standingWords } from '../../outcome-words.ts';
import type { Look } from '../../standing.ts';
import { language, t } from '../../strings/index.ts';
import { worded } from '../../strings/worded.ts';
import { CheckedMark, useReopened } from './checked-mark.tsx';
import { useWorkspace } from './here.ts';

interface Parts {
  readonly claim: Claim;
  readonly look: Look;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** What sort a claim is, within a line: English writes it small there, German does not. */
const kindWords = ({ kind }: Pick<typeof CLAIM_FIELDS, 'kind'>, value: Claim['kind']): string => {
  const label = worded('claim', { kind }).kind.show(value);
  return language() === 'en' ? label.toLowerCase() : label;
};

/** The first line of a card: the outcome, where it stands, what sort it is, who judged it. */
export const ClaimHead = ({ claim, look, isOpen, onToggle }: Parts) => {
  const workspace = useWorkspace();
  const { id } = claim;
  const { article, blocks, company, decided, standings } = workspace;
  const outcome = useComputed(() => standings.value.get(id)?.outcome).value;
  const state = useComputed(() => article.value?.anchors.get(id)?.state).value;
  const block = useComputed(() => blockAt(blocks.value, article.value?.anchors.get(id)?.from ?? 0)?.number).value;
  const main = useComputed(() => (article.value ? mainOf(article.value.claims, id) : id)).value;
  const places = useComputed(() => (article.value ? occurrencesOf(article.value.claims, id).length : 0)).value;
  const verdicts =
    useComputed(() => article.value && verdictsOf(article.value, mainOf(article.value.claims, id))).value ?? [];
  const sources = useComputed(() =>
    article.value ? evidenceOf(article.value, mainOf(article.value.claims, id)).length : 0,
  ).value;
  const reopened = useReopened(id);
  const number = state === 'orphaned' ? undefined : block;
  const judges = [...new Set(verdicts.map((each) => initials(company.nameOf(each.reviewer))))];
  const unread = useComputed(() => workspace.unread.counts.value.get(id) ?? 0).value;
  const meta = [
    claim.pages && t(claim.pages.first === claim.pages.last ? 'claim.page' : 'claim.pages', claim.pages),
    number === undefined ? state !== 'orphaned' && t('claim.inTitle') : `¶${number}`,
    claim.kind !== '' && claim.kind !== 'uncheckable' && kindWords(claimFieldsOf(decided.value), claim.kind),
    places > 0 && t('occurrences.times', { count: places + 1 }),
    main !== id && t('occurrences.again'),
    judges.join(', '),
  ];
  return (
    <button type="button" class="card-head" aria-expanded={isOpen} onClick={onToggle}>
      <span class={`outcome look-${look} ${outcome?.stale ? 'is-stale' : ''}`}>
        {standingWords({ look, ...(outcome && { outcome }) })}
      </span>
      <span class="meta">{meta.filter(Boolean).join(' · ')}</span>
      {unread > 0 && (
        <span class="unread" title={t('claims.unreadCount', { count: unread })}>
          {t('claims.unread')}
        </span>
      )}
      <span class="spacer" />
      {outcome?.stale ? (
        <span class="tag warn">{t('standing.stale')}</span>
      ) : state === 'changed' || state === 'moved' || state === 'orphaned' ? (
        <span class="tag warn">{t(`anchor.${state}`)}</span>
      ) : reopened ? (
        <span class="tag warn">{t('work.state.reopened')}</span>
      ) : (
        <CheckedMark id={id}>
          {sources > 0 && <span class="meta">{t('claim.sources', { count: sources })}</span>}
        </CheckedMark>
      )}
    </button>
  );
};
