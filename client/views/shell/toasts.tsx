import { useEffect, useRef } from 'preact/hooks';
import { announced } from '../../announced.ts';
import { t } from '../../strings/index.ts';
import { closeToast, type Toast, toasts } from '../../toasts.ts';
import { Icon } from './icon.tsx';

/** The toasts, above everything, an open dialog too; and what is read aloud, theirs and what else is announced. */
export const Toasts = () => {
  const region = useRef<HTMLElement>(null);
  const newest = toasts.value.at(-1)?.id;
  useEffect(() => {
    // Shown anew, the region comes before a dialog that was opened after it.
    region.current?.hidePopover();
    if (newest !== undefined) region.current?.showPopover();
  }, [newest]);
  return (
    <>
      <p class="unseen" role="status">
        {announced.value}
      </p>
      <section class="toasts" popover="manual" aria-label={t('toasts.label')} ref={region}>
        {toasts.value.map((one) => (
          <ToastView key={one.id} toast={one} />
        ))}
      </section>
    </>
  );
};

const ToastView = ({ toast: { id, words, tone, action } }: { readonly toast: Toast }) => {
  const act = (): void => {
    closeToast(id);
    action?.run();
  };
  return (
    <div class={`toast ${tone}`}>
      <span dir="auto">{words}</span>
      {action && (
        <button type="button" class="button small" onClick={act}>
          {action.label}
        </button>
      )}
      <button type="button" class="button quiet icon" aria-label={t('app.close')} onClick={() => closeToast(id)}>
        <Icon name="close" />
      </button>
    </div>
  );
};
