import { wordsToJudge } from '../../../shared/article.ts';
import type { Claim } from '../../../shared/claim.ts';
import type { WorkNow } from '../../../shared/work-now.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { wordDiff } from '../../word-diff.ts';
import { Runs } from './changes.tsx';
import { useWorkspace } from './here.ts';

/** Why a claim that was checked is open again, the words compared with those that were checked (T8). */
export const Reopened = ({ claim, work }: { readonly claim: Claim; readonly work: WorkNow }) => {
  const { article, company } = useWorkspace();
  const { cause, step } = work;
  if (!article.value || !cause || !step) return null;
  const signed = { name: company.nameOf(step.reviewer), time: moment(step.at) };
  return (
    <div class="alert reopened">
      <p>
        {cause === 'reviewer'
          ? t('work.reopenedBy', { ...signed, reason: step.reason })
          : t(`work.changed.${cause}`, { ...signed, step: t(`work.step.${stepName(step.move)}`) })}
      </p>
      {cause === 'words' && (
        <p class="words" dir="auto">
          <Runs runs={wordDiff(step.judged.words, wordsToJudge(article.value, claim.id))} />
        </p>
      )}
    </div>
  );
};

const stepName = (move: string) =>
  move === 'first' || move === 'second' ? move : move === 'sign' ? 'signed' : 'ready';
