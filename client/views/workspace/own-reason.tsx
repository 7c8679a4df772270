import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Verdict } from '../../../shared/verdict.ts';
import { giveVerdict } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { focusCard } from './focusing.ts';
import { FormFoot } from './form-foot.tsx';
import { formKeys } from './form-keys.ts';
import { useDraft, useWorkspace } from './here.ts';

/** Why one gave one's own verdict, in a field of one's own: while work is blind nobody writes with others. */
export const OwnReason = ({ own }: { readonly own: Verdict }) => {
  const workspace = useWorkspace();
  const { claim, rating } = own;
  const [draft, setDraft, leave] = useDraft<string | undefined>(`${claim} own reason`, undefined);
  const isOpen = draft !== undefined || workspace.form.value === 'rationale';
  const words = draft ?? own.rationale;
  const field = useRef<HTMLTextAreaElement>(null);
  // Before the next key: what is typed right after it was opened belongs into it.
  useLayoutEffect(() => {
    if (isOpen) field.current?.focus({ preventScroll: true });
  }, [isOpen]);
  const close = (): void => {
    leave();
    if (workspace.form.peek() === 'rationale') workspace.form.value = undefined;
    focusCard(claim);
  };
  const save = (): void => {
    if (words.trim() === own.rationale || workspace.run(giveVerdict(claim, rating, words.trim()), 'card')) close();
  };
  if (!isOpen)
    return (
      <p class="row">
        <button type="button" class="button quiet small" onClick={() => setDraft(own.rationale)}>
          {own.rationale === '' ? `+ ${t('verdict.why')}` : t('rationale.edit')}
        </button>
      </p>
    );
  return (
    <form {...formKeys(save, close)}>
      <textarea
        class="input"
        ref={field}
        rows={3}
        dir="auto"
        aria-label={t('verdict.why')}
        placeholder={t('verdict.whyHint')}
        value={words}
        onInput={(event) => setDraft(event.currentTarget.value)}
      />
      <FormFoot onCancel={close} />
    </form>
  );
};
