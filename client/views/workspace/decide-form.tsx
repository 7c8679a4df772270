import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Claim } from '../../../shared/claim.ts';
import { decisionOf } from '../../../shared/outcome.ts';
import { offered } from '../../../shared/scale.ts';
import { settingsOf } from '../../../shared/settings.ts';
import { scaleInWords } from '../../scale-words.ts';
import { t } from '../../strings/index.ts';
import { decideOutcome } from '../../work-commands.ts';
import { focusCard } from './focusing.ts';
import { FormFoot } from './form-foot.tsx';
import { formKeys } from './form-keys.ts';
import { useWorkspace } from './here.ts';

/** The lead's form: which rating, and why; the verdicts stay as they are. */
export const DecideForm = ({ claim, onClose }: { readonly claim: Claim; readonly onClose: () => void }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  const before = article && decisionOf(article, claim.id);
  const [rating, setRating] = useState(before?.rating ?? '');
  const [why, setWhy] = useState(before?.rationale ?? '');
  const [lacks, setLacks] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  useLayoutEffect(
    () => form.current?.querySelector<HTMLInputElement>('input:checked, input')?.focus({ preventScroll: true }),
    [],
  );
  if (!article) return null;
  const close = (): void => {
    onClose();
    focusCard(claim.id);
  };
  const send = (): void => {
    if (rating === '') setLacks(true);
    else if (workspace.run(decideOutcome(claim.id, rating, why.trim()), 'card')) close();
  };
  return (
    <form class="decide-form" ref={form} {...formKeys(send, close)}>
      <fieldset class="decide-ratings" aria-describedby={lacks ? `${id}-error` : undefined}>
        <legend class="unseen">{t('outcome.rating')}</legend>
        {offered(scaleInWords(settingsOf(article).scale)).map(({ id: value, label, tone }) => (
          <label key={value} class={`look-${tone}`}>
            <input
              type="radio"
              name={id}
              checked={rating === value}
              onChange={() => {
                setRating(value);
                setLacks(false);
              }}
            />
            <span class="outcome">{label}</span>
          </label>
        ))}
      </fieldset>
      {lacks && (
        <p class="error" id={`${id}-error`} role="alert">
          {t('outcome.ratingMissing')}
        </p>
      )}
      <textarea
        class="input"
        rows={2}
        dir="auto"
        aria-label={t('outcome.why')}
        placeholder={t('outcome.why')}
        value={why}
        onInput={(event) => setWhy(event.currentTarget.value)}
      />
      <FormFoot onCancel={close} />
    </form>
  );
};
