import { useState } from 'preact/hooks';
import type { ArticleRow } from '../../../shared/api/records/article.ts';
import { loadArticles } from '../../articles.ts';
import { t } from '../../strings/index.ts';
import { DeleteArticle } from './delete-article.tsx';
import { Icon } from './icon.tsx';

/** For an admin, the way to delete an article of the list. */
export const DeleteRow = ({ row: { id, title } }: { readonly row: ArticleRow }) => {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  const deleted = (): void => {
    close();
    void loadArticles();
    document.getElementById('content')?.focus();
  };
  const name = title.trim() || t('articles.untitled');
  return (
    <>
      <button
        type="button"
        class="button quiet icon delete-row"
        aria-haspopup="dialog"
        aria-label={t('deletion.open', { title: name })}
        title={t('deletion.title')}
        onClick={() => setOpen(true)}
      >
        <Icon name="bin" />
      </button>
      {isOpen && <DeleteArticle id={id} onClose={close} onDeleted={deleted} />}
    </>
  );
};
