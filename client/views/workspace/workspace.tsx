import { t } from '../../strings/index.ts';
import { TopBar } from '../shell/top-bar.tsx';

/** One open article. */
export const Workspace = ({ id }: { readonly id: string }) => (
  <>
    <TopBar crumb={<a href="/">{t('notFound.home')}</a>} />
    <main id="content" tabIndex={-1} data-article={id}>
      {t('workspace.loading')}
    </main>
  </>
);
