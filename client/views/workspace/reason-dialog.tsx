import { useState } from 'preact/hooks';
import { t } from '../../strings/index.ts';
import { Dialog } from '../shell/dialog.tsx';

interface Parts {
  readonly onGive: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks why a claim is opened again. */
export const ReasonDialog = ({ onGive, onClose }: Parts) => {
  const [reason, setReason] = useState('');
  return (
    <Dialog title={t('board.why')} onClose={onClose}>
      <form
        class="reason-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') onGive(reason.trim());
        }}
      >
        <textarea
          class="input"
          dir="auto"
          rows={3}
          aria-label={t('board.why')}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
        <p class="row">
          <button type="submit" class="button primary" disabled={reason.trim() === ''}>
            {t('board.reopen')}
          </button>
          <button type="button" class="button quiet" onClick={onClose}>
            {t('form.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
};
