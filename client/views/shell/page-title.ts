import { useEffect } from 'preact/hooks';
import { t } from '../../strings/index.ts';

/** Names the page in the browser's tab while the view is shown. */
export const usePageTitle = (page: string): void => {
  useEffect(() => {
    document.title = t('app.title', { page });
    return () => {
      document.title = t('app.name');
    };
  }, [page]);
};
