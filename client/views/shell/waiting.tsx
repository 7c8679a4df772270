import { t } from '../../strings/index.ts';
import type { Meanwhile } from './later.tsx';
import { TopBar } from './top-bar.tsx';

/** A page that is on its way. */
export const Waiting = ({ failed = false, onRetry }: Meanwhile) => (
  <>
    <TopBar />
    <main class="plain" id="content" tabIndex={-1} aria-busy={!failed}>
      <p role="status" class={failed ? '' : 'waiting'}>
        {failed ? t('problem.offline') : t('app.loading')}
      </p>
      {failed && (
        <button type="button" class="button" onClick={onRetry}>
          {t('app.tryAgain')}
        </button>
      )}
    </main>
  </>
);
