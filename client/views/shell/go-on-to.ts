import { navigate } from '../../router.ts';
import { t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';

/** Goes on to what was made, where whoever had it made still waits for it; who has gone on to something else is told, and offered it. */
export const goOnTo = (made: string, isAwaited: boolean, words: string, how: 'push' | 'replace' = 'push'): void => {
  if (isAwaited) navigate(made, how);
  else toast(words, { action: { label: t('newArticle.open'), run: () => navigate(made) } });
};
