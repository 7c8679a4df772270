import type { ArticleRow } from '../shared/api/records/article.ts';
import { forgetDeleted } from './forget-deleted.ts';
import { fetchTheRest } from './language.ts';
import { navigate } from './router.ts';
import { t } from './strings/index.ts';
import { toast } from './toasts.ts';

/** Forgets what is kept here of articles that are not listed any more; says where something was not sent, for its author to have it back (T10). */
export const sayOfDeleted = async (rows: readonly ArticleRow[]): Promise<void> => {
  try {
    const unsent = await forgetDeleted(rows.map(({ id }) => id));
    if (unsent.length > 0) await fetchTheRest();
    for (const id of unsent) {
      const run = (): void => navigate(`/articles/${encodeURIComponent(id)}`);
      toast(t('gone.elsewhere'), { tone: 'error', action: { label: t('gone.show'), run } });
    }
  } catch {
    // The line is gone, or the browser keeps nothing: the next time the list is opened is soon enough.
  }
};
