import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Claim } from '../../../shared/claim.ts';
import { t } from '../../strings/index.ts';
import { moveWork } from '../../work-commands.ts';
import { focusCard } from './focusing.ts';
import { FormFoot } from './form-foot.tsx';
import { useWorkspace } from './here.ts';

/** Asks why a claim is reopened, and reopens it. */
export const ReopenForm = ({ claim, onClose }: { readonly claim: Claim; readonly onClose: () => void }) => {
  const workspace = useWorkspace();
  const [lacks, setLacks] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  const close = (): void => {
    onClose();
    focusCard(claim.id);
  };
  const send = (): void => {
    const reason = field.current?.value.trim() ?? '';
    if (reason === '') {
      setLacks(true);
      field.current?.focus();
    } else if (workspace.run(moveWork(claim.id, 'reopen', reason), 'card')) close();
  };
  return (
    <form
      class="field reopen-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <label for={id}>{t('work.why')}</label>
      <input
        class="input"
        id={id}
        ref={field}
        dir="auto"
        maxLength={500}
        aria-invalid={lacks}
        aria-describedby={lacks ? `${id}-error` : undefined}
        onInput={() => setLacks(false)}
      />
      {lacks && (
        <p class="error" id={`${id}-error`}>
          {t('work.whyMissing')}
        </p>
      )}
      <FormFoot save={t('work.do.reopen')} onCancel={close} />
    </form>
  );
};
