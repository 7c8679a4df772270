import type { Claim } from '../../../shared/claim.ts';
import { addCalculation, addSource, withdrawClaim } from '../../commands.ts';
import { findElsewhere, splitClaim } from '../../splitting.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { ClaimRemarks } from './claim-remarks.tsx';
import { focusCard } from './focusing.ts';
import { useWorkspace } from './here.ts';

/** What can be done with a claim as a whole, and who marked it when. */
export const ClaimFoot = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const withdraw = withdrawClaim(claim.id);
  const isAdding = workspace.form.value === 'source';
  return (
    <footer class="card-foot">
      {!isAdding && workspace.can(addSource) && (
        <button type="button" class="button small" onClick={() => workspace.run(addSource, 'card')}>
          {t('claim.addSource')}
        </button>
      )}
      <ClaimRemarks />
      <MoreDeeds />
      {!claim.withdrawn && workspace.can(withdraw) && (
        <button
          type="button"
          class="button small quiet"
          onClick={() => workspace.run(withdraw, 'card') && focusCard(claim.id)}
        >
          {t('claim.withdraw')}
        </button>
      )}
      <span class="spacer" />
      <span class="meta">{markedBy(claim, workspace.nameOf(claim.reviewer))}</span>
    </footer>
  );
};

/** Who marked a claim and when; of one that came in as an annotation also whose that was. */
const markedBy = ({ imported, markedAt }: Claim, name: string): string => {
  const time = moment(markedAt);
  return imported?.author
    ? t('claim.broughtBy', { name, time, author: imported.author })
    : t('claim.markedBy', { name, time });
};

/** What can be done with a claim now and then. */
const MoreDeeds = () => {
  const workspace = useWorkspace();
  const deeds = [
    ['calc.add', addCalculation],
    ['parts.split', splitClaim],
    ['occurrences.find', findElsewhere],
  ] as const;
  return (
    <>
      {deeds
        .filter(([, command]) => workspace.can(command))
        .map(([says, command]) => (
          <button
            key={says}
            type="button"
            class="button small quiet"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => workspace.run(command, 'card')}
          >
            {t(says)}
          </button>
        ))}
    </>
  );
};
