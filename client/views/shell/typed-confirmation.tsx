import '../../styles/delete-article.css';
import type { Answer } from '../../api.ts';
import { t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';
import { useForm } from './use-form.ts';
import { Wrong } from './wrong.tsx';

interface Parts {
  readonly goes: readonly string[];
  readonly stays: readonly string[];
  /** What has to be typed. */
  readonly confirm: string;
  /** Deletes it for good, given what was typed. */
  readonly send: (typed: string) => Promise<Answer<unknown>>;
  /** That it is done. */
  readonly done: string;
  readonly onKeep: () => void;
  /** Nothing is kept of it any more. */
  readonly onDeleted: () => void;
}

/** What can never be taken back: says what goes and what stays, and is done once the name of what goes is typed. */
export const TypedConfirmation = ({ goes, stays, confirm, send, done, onKeep, onDeleted }: Parts) => {
  const form = useForm(
    ['confirm'],
    ({ confirm: typed }): Readonly<Record<string, string>> => (typed ? {} : { confirm: t('deletion.missing') }),
    async ({ confirm: typed = '' }) => {
      const answer = await send(typed);
      if ('problem' in answer) return answer.problem;
      toast(done);
      onDeleted();
      return undefined;
    },
  );
  const wrong = form.errorOf('confirm') ?? form.errorOf();
  return (
    <form class="dialog-body delete-article" onSubmit={form.onSubmit}>
      <Listed title={t('deletion.goes')} items={goes} />
      <Listed title={t('deletion.stays')} items={stays} />
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
      <Wrong words={wrong} id="deletion-wrong" />
      {form.busy && (
        <p class="meta" role="status">
          {t('deletion.busy')}
        </p>
      )}
      <div class="dialog-foot">
        <button type="button" class="button" aria-disabled={form.busy} onClick={() => !form.busy && onKeep()}>
          {t('deletion.keep')}
        </button>
        <button type="submit" class="button for-good" aria-disabled={form.busy}>
          {t('deletion.do')}
        </button>
      </div>
    </form>
  );
};

const Listed = ({ title, items }: { readonly title: string; readonly items: readonly string[] }) => (
  <div>
    <p>{title}</p>
    <ul>
      {items.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  </div>
);
