import '../../styles/invite.css';
import { useEffect, useId, useRef } from 'preact/hooks';
import { copyFrom } from '../../copy.ts';
import { t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';
import { DeedButton } from './deed-button.tsx';

interface Parts {
  readonly label: string;
  readonly value: string;
  readonly hint: string;
  readonly onDone: () => void;
}

/** A link that is shown this once, to be copied and handed to somebody. */
export const HandedOver = ({ label, value, hint, onDone }: Parts) => {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), [value]);
  const copy = async (): Promise<void> => {
    if (field.current) toast(t((await copyFrom(field.current)) ? 'people.linkCopied' : 'people.linkByHand'));
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <span class="with-button">
        <input id={id} class="input" readOnly value={value} ref={field} />
        <button type="button" class="button primary" onClick={() => void copy()}>
          {t('invite.copy')}
        </button>
        <DeedButton class="button" onDo={onDone}>
          {t('people.done')}
        </DeedButton>
      </span>
      <span class="hint">{hint}</span>
    </div>
  );
};
