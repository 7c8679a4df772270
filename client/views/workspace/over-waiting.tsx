import { t } from '../../strings/index.ts';

interface Parts {
  readonly failed?: boolean;
  readonly onRetry?: () => void;
}

/** Over the workspace, until what is to lie there has been fetched. */
export const OverWaiting = ({ failed = false, onRetry }: Parts) => (
  <section class="over past" aria-busy={!failed}>
    <p class="past-note" role="status">
      {failed ? t('problem.offline') : t('app.loading')}
      {failed && (
        <button type="button" class="button" onClick={onRetry}>
          {t('app.tryAgain')}
        </button>
      )}
    </p>
  </section>
);
