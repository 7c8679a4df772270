import { t } from '../../strings/index.ts';
import { TopBar } from '../shell/top-bar.tsx';

/** The shape of a workspace while its article is on the way. */
export const Skeleton = () => (
  <>
    <TopBar />
    <main class="workspace is-loading" id="content" tabIndex={-1} aria-busy="true">
      <h1 class="unseen">{t('workspace.loading')}</h1>
      <div class="coverage-column" aria-hidden="true">
        <i class="bone short" />
        <i class="bone" />
        <i class="bone" />
      </div>
      <div class="text-column" aria-hidden="true">
        <div class="sheet">
          <i class="bone tall" />
          <i class="bone tall short" />
          {[1, 2, 3].map((each) => (
            <p key={each}>
              <i class="bone" />
              <i class="bone" />
              <i class="bone short" />
            </p>
          ))}
        </div>
      </div>
      <div class="side-column" aria-hidden="true">
        <div class="side-panel">
          <i class="bone card-bone" />
          <i class="bone card-bone" />
        </div>
      </div>
    </main>
  </>
);
