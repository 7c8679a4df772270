import '../../styles/invite.css';
import { useEffect, useRef } from 'preact/hooks';
import type { MadeToken as Made } from '../../../shared/api/records/people.ts';
import { copyFrom } from '../../copy.ts';
import { t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';
import { DeedButton } from './deed-button.tsx';

/** A new token, to be copied now. */
export const MadeToken = ({ made, onDone }: { readonly made: Made; readonly onDone: () => void }) => {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const copy = async (): Promise<void> => {
    if (field.current) toast(t((await copyFrom(field.current)) ? 'tokens.copied' : 'tokens.copyByHand'));
  };
  return (
    <div class="field">
      <label for="new-token">{t('tokens.made', { label: made.label })}</label>
      <span class="with-button">
        <input id="new-token" class="input" readOnly value={made.token} ref={field} />
        <button type="button" class="button primary" onClick={() => void copy()}>
          {t('invite.copy')}
        </button>
        <DeedButton class="button" onDo={onDone}>
          {t('tokens.done')}
        </DeedButton>
      </span>
      <span class="hint">{t('tokens.onlyNow')}</span>
    </div>
  );
};
