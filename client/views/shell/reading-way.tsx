import { t } from '../../strings/index.ts';
import type { ReadingState } from './use-reading.ts';

const wordsOf = (step: NonNullable<ReadingState['step']>): string => {
  if (step === 'begun' || step.step === 'reading') return t('newArticle.reading');
  return step.step === 'comparing'
    ? t('versions.comparing')
    : t('preview.fetching', { size: Math.ceil(step.bytes / 1_000) });
};

/** How far a reading is, once it takes longer than a moment, and how to call it off. */
export const ReadingWay = ({
  state: { step, cancelled, cancel, retry },
}: {
  readonly state: Pick<ReadingState, 'step' | 'cancelled' | 'cancel' | 'retry'>;
}) => {
  if (cancelled)
    return (
      <div class="notice" role="status">
        <span>{t('preview.cancelled')}</span>
        <span class="spacer" />
        <button type="button" class="button small" onClick={retry}>
          {t('app.tryAgain')}
        </button>
      </div>
    );
  if (!step) return null;
  const done = step !== 'begun' && step.step === 'reading' ? step.done : undefined;
  const words = wordsOf(step);
  return (
    <div class="notice reading-way">
      <progress {...(done !== undefined && { value: done })} aria-label={words} />
      <span role="status">{words}</span>
      <span class="spacer" />
      <button type="button" class="button small" onClick={cancel}>
        {t('preview.cancel')}
      </button>
    </div>
  );
};
