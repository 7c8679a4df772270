import { t } from '../../strings/index.ts';

/** A tab whose code is on its way. */
export const TabWaiting = ({
  failed = false,
  onRetry,
}: {
  readonly failed?: boolean;
  readonly onRetry?: () => void;
}) =>
  failed ? (
    <p class="nothing">
      {t('problem.offline')}{' '}
      <button type="button" class="button small" onClick={onRetry}>
        {t('app.tryAgain')}
      </button>
    </p>
  ) : null;
