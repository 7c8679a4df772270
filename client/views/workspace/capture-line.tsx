import { useState } from 'preact/hooks';
import type { Capture } from '../../../shared/capture.ts';
import type { Evidence } from '../../../shared/evidence.ts';
import type { Source } from '../../../shared/source.ts';
import type { Answer } from '../../api.ts';
import { cancelCopy, capturesOf, loadCaptures, newestOf } from '../../captures.ts';
import { addSource } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { toast } from '../../toasts.ts';
import { DeedButton } from '../shell/deed-button.tsx';
import { useWorkspace } from './here.ts';
import { LookAgain } from './look-again.tsx';
import { NewCopy } from './new-copy.tsx';
import { shownEvidence } from './shown-evidence.ts';

interface Parts {
  readonly evidence: Evidence;
  readonly source: Source;
}

/** Whether there is a frozen copy of a source, with the way to its words, or to one. */
export const CaptureLine = ({ evidence, source }: Parts) => {
  const workspace = useWorkspace();
  const [isAnew, setAnew] = useState(false);
  const all = capturesOf(workspace.id, source.id);
  const newest = newestOf(all);
  const pinned = all.find(({ id }) => evidence.pin && id === evidence.pin.capture);
  const capture = newest?.state === 'kept' ? (pinned ?? newest) : newest;
  const others = all.filter(({ kept }) => kept).length - 1;
  const may = workspace.can(addSource);
  const made = async (making: Promise<Answer<Capture | undefined>>): Promise<boolean> => {
    const answer = await making;
    if ('problem' in answer) {
      toast(answer.problem.words, { tone: 'error' });
      return false;
    }
    await loadCaptures(workspace.id);
    setAnew(false);
    return true;
  };
  const show = (): void => {
    shownEvidence.value = evidence.id;
    workspace.screen.value = { go: 'passage' };
  };
  if (capture?.state === 'fetching')
    return (
      <p class="capture" role="status">
        {t('capture.fetching', { size: Math.round((capture.arrived ?? 0) / 1_000) })}
        {may && (
          <DeedButton class="link-button" onDo={() => made(cancelCopy(workspace.id, capture.id))}>
            {t('capture.cancel')}
          </DeedButton>
        )}
      </p>
    );
  if (capture?.kept)
    return (
      <div class="capture">
        <span>
          {t('capture.kept', { time: moment(capture.kept.at) })}
          {others > 0 && ` ${t('capture.others', { count: others })}`}
        </span>
        <button type="button" class="link-button is-first" onClick={show}>
          {t(evidence.pin || !may ? 'capture.show' : 'capture.find')}
        </button>
        <LookAgain source={source} />
        {may && (
          <button type="button" class="link-button" aria-expanded={isAnew} onClick={() => setAnew(!isAnew)}>
            {t('capture.again')}
          </button>
        )}
        {isAnew && <NewCopy source={source} onMade={made} />}
      </div>
    );
  return (
    <div class="capture">
      <span>{capture?.problem ? t(`capture.problem.${capture.problem}`) : t('capture.none')}</span>
      {may && <NewCopy source={source} fetches={t(capture ? 'capture.retry' : 'capture.make')} onMade={made} />}
    </div>
  );
};
