import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../api.ts';
import { deleteArticle, type Going, loadGoing } from '../../deletion.ts';
import { t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';
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
      {problem && <Failure problem={problem} onRetry={() => void load()} />}
      {!going && !problem && (
        <p class="meta" role="status">
          {t('app.loading')}
        </p>
      )}
      {going && <Confirming id={id} going={going} onClose={onClose} onDeleted={onDeleted} />}
    </Dialog>
  );
};

const Confirming = ({ id, going, onClose, onDeleted }: Parts & { readonly going: Going }) => (
  <TypedConfirmation
    confirm={going.confirm}
    onKeep={onClose}
    send={async (typed) => {
      const answer = await deleteArticle(id, typed);
      if ('problem' in answer) return answer.problem;
      toast(t('deletion.done'));
      onDeleted();
      return undefined;
    }}
  >
    <div>
      <p>{t('deletion.goes')}</p>
      <ul>
        <li>{t('deletion.entries', { count: going.entries })}</li>
        {going.copies > 0 && <li>{t('deletion.copies', { count: going.copies })}</li>}
        {going.reports > 0 && <li>{t('deletion.reports', { count: going.reports })}</li>}
        {going.guestLinks > 0 && <li>{t('deletion.guestLinks', { count: going.guestLinks })}</li>}
      </ul>
    </div>
    <div>
      <p>{t('deletion.stays')}</p>
      <ul>
        <li>{t('deletion.seal')}</li>
        <li>{t('deletion.backups')}</li>
        <li>{t('deletion.unsent')}</li>
      </ul>
    </div>
  </TypedConfirmation>
);
