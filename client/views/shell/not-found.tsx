import { t } from '../../strings/index.ts';
import { usePageTitle } from './page-title.ts';
import { TopBar } from './top-bar.tsx';

/** What an address that leads nowhere shows. */
export const NotFound = () => {
  usePageTitle(t('notFound.page'));
  return (
    <>
      <TopBar />
      <main class="plain" id="content" tabIndex={-1}>
        <h1>{t('notFound.title')}</h1>
        <p>{t('notFound.words')}</p>
        <a class="button" href="/">
          {t('articles.all')}
        </a>
      </main>
    </>
  );
};
