import '../../styles/discussion.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type AboutWords, whereNow } from '../../about-words.ts';
import { type Suggested, suggestCorrection } from '../../correction-commands.ts';
import { t } from '../../strings/index.ts';
import { wordDiff } from '../../word-diff.ts';
import { Runs } from './changes.tsx';
import { FormFoot } from './form-foot.tsx';
import { useDraft, useWorkspace } from './here.ts';

interface Draft extends Partial<Suggested> {
  readonly about?: AboutWords;
}

interface Parts {
  readonly draft: string;
  readonly claim?: string;
  /** The correction in whose stead this one is suggested. */
  readonly instead?: string;
  readonly onClose: () => void;
}

/** Suggests other words for words of the article, and says why. */
export const CorrectionForm = ({ draft, claim, instead, onClose }: Parts) => {
  const workspace = useWorkspace();
  const [{ about, to, why = '' }, set, clear] = useDraft<Draft>(draft, {});
  const [error, setError] = useState<string>();
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    area.current?.focus({ preventScroll: true });
    area.current?.select();
    area.current?.form?.scrollIntoView({ block: 'nearest' });
  }, []);
  const article = workspace.article.value;
  if (!about || !article) return null;
  const from = about.quote.exact;
  const words = to ?? from;
  const input = (more: Partial<Suggested>): void => set({ about, ...(to !== undefined && { to }), why, ...more });
  const close = (how: () => void): void => {
    how();
    onClose();
  };
  const send = (): void => {
    const wanted = words.replaceAll(/\s+/g, ' ').trim();
    if (wanted === from) {
      setError(t('correction.same'));
      area.current?.focus({ preventScroll: true });
      return;
    }
    const where = whereNow(article, about, workspace.fromVersion);
    if (workspace.run(suggestCorrection(where, { to: wanted, why: why.trim() }, claim, instead), 'card')) close(clear);
  };
  return (
    <form
      class="correction-form"
      aria-label={t('correction.new')}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          close(words === from && why === '' ? clear : () => undefined);
        }
        const isWhy = event.target instanceof HTMLTextAreaElement && event.target.name === 'why';
        if (event.key === 'Enter' && !event.shiftKey && (!isWhy || event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          send();
        }
      }}
    >
      <h3 class="heading-small">{t('correction.new')}</h3>
      <p class="correction-words" dir="auto">
        <Runs runs={wordDiff(from, words.trim())} />
      </p>
      <label class="field">
        <span class="label">{t('correction.to')}</span>
        <textarea
          ref={area}
          class="input"
          name="to"
          dir="auto"
          rows={1}
          value={words}
          onInput={({ currentTarget }) => {
            setError(undefined);
            input({ to: currentTarget.value });
          }}
        />
        <span class="hint">{t('correction.toHint')}</span>
      </label>
      <label class="field">
        <span class="label">{t('correction.why')}</span>
        <textarea
          class="input"
          name="why"
          dir="auto"
          rows={1}
          placeholder={t('correction.whyHint')}
          value={why}
          onInput={({ currentTarget }) => input({ why: currentTarget.value })}
        />
      </label>
      <FormFoot save={t('correction.suggest')} error={error} onCancel={() => close(clear)} />
    </form>
  );
};
