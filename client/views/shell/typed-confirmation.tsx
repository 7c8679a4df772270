import '../../styles/delete-article.css';
import type { ComponentChildren } from 'preact';
import type { Problem } from '../../api.ts';
import { t } from '../../strings/index.ts';
import { useForm } from './use-form.ts';

interface Parts {
  /** What goes, and what stays. */
  readonly children: ComponentChildren;
  /** What has to be typed. */
  readonly confirm: string;
  /** Does it; answers with what was wrong. */
  readonly send: (typed: string) => Promise<Problem | undefined>;
  readonly onKeep: () => void;
}

/** What can never be taken back: done once the name of what goes is typed. */
export const TypedConfirmation = ({ children, confirm, send, onKeep }: Parts) => {
  const form = useForm(
    ['confirm'],
    ({ confirm: typed }): Readonly<Record<string, string>> => (typed ? {} : { confirm: t('deletion.missing') }),
    ({ confirm: typed = '' }) => send(typed),
  );
  const wrong = form.errorOf('confirm') ?? form.errorOf();
  return (
    <form class="dialog-body delete-article" onSubmit={form.onSubmit}>
      {children}
      <label class="field">
        <span class="label">{t('deletion.confirm')}</span>
        <strong class="to-type" dir="auto">
          {confirm}
        </strong>
        <input
          class="input"
          name="confirm"
          dir="auto"
          autocomplete="off"
          aria-invalid={wrong !== undefined}
          aria-describedby={wrong === undefined ? undefined : 'deletion-wrong'}
        />
      </label>
      {wrong && (
        <p class="notice error" role="alert" id="deletion-wrong">
          {wrong}
        </p>
      )}
      {form.busy && (
        <p class="meta" role="status">
          {t('deletion.busy')}
        </p>
      )}
      <div class="dialog-foot">
        <button type="button" class="button" onClick={onKeep}>
          {t('deletion.keep')}
        </button>
        <button type="submit" class="button for-good" aria-disabled={form.busy}>
          {t('deletion.do')}
        </button>
      </div>
    </form>
  );
};
