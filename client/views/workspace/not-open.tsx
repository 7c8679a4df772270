import type { Fault } from '../../../shared/protocol.ts';
import { t } from '../../strings/index.ts';
import { TopBar } from '../shell/top-bar.tsx';

/** Says why an article cannot be shown, and the way on. */
export const NotOpen = ({ fault }: { readonly fault: Fault }) => (
  <>
    <TopBar />
    <main class="plain" id="content" tabIndex={-1}>
      <h1>{t(fault.fault === 'no-article' ? 'workspace.notFound' : 'workspace.notOpen')}</h1>
      <p>{fault.fault === 'no-article' ? t('workspace.notFoundWords') : t(`fault.${fault.fault}`)}</p>
      <p class="row">
        <a class="button primary" href="/">
          {t('workspace.toList')}
        </a>
        <button type="button" class="button" onClick={() => location.reload()}>
          {t('workspace.reload')}
        </button>
      </p>
    </main>
  </>
);
