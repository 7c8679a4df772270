import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../api.ts';
import { deleteArticle, type Going, loadGoing } from '../../deletion.ts';
import { t } from '../../strings/index.ts';
import { Dialog } from './dialog.tsx';
import { Failure } from './failure.tsx';
import { TypedConfirmation } from './typed-confirmation.tsx';

interface Parts {
  readonly id: string;
  readonly onClose: () => void;
  /** Nothing is kept of it any more. */
  readonly onDeleted: () => void;
}

/** Deletes an article for good, once its title is typed; says before what goes and what stays. */
export const DeleteArticle = ({ id, onClose, onDeleted }: Parts) => {
  const [going, setGoing] = useState<Going>();
  const [problem, setProblem] = useState<Problem>();
  const load = async (): Promise<void> => {
    setProblem(undefined);
    const answer = await loadGoing(id);
    if ('problem' in answer) setProblem(answer.problem);
    else setGoing(answer.value);
  };
  useEffect(() => void load(), [id]);
  return (
    <Dialog title={t('deletion.title')} onClose={onClose}>
      {problem && <Failure problem={problem} onRetry={load} />}
      {!going && !problem && (
        <p class="meta" role="status">
          {t('app.loading')}
        </p>
      )}
      {going && (
        <TypedConfirmation
          goes={[
            t('deletion.entries', { count: going.entries }),
            ...(going.copies > 0 ? [t('deletion.copies', { count: going.copies })] : []),
            ...(going.reports > 0 ? [t('deletion.reports', { count: going.reports })] : []),
            ...(going.guestLinks > 0 ? [t('deletion.guestLinks', { count: going.guestLinks })] : []),
          ]}
          stays={[t('deletion.seal'), t('deletion.backups'), t('deletion.unsent')]}
          confirm={going.confirm}
          send={(typed) => deleteArticle(id, typed)}
          done={t('deletion.done')}
          onKeep={onClose}
          onDeleted={onDeleted}
        />
      )}
    </Dialog>
  );
};
