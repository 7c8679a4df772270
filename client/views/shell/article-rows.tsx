import '../../styles/articles.css';
import type { ArticleRow } from '../../../shared/api/records/article.ts';
import { may } from '../../account.ts';
import { t } from '../../strings/index.ts';
import { Ago } from './ago.tsx';
import { Icon } from './icon.tsx';
import { later } from './later.tsx';

const DeleteRow = later(
  async () => (await import('./delete-row.tsx')).DeleteRow,
  () => null,
);

/** The articles as a list of links. */
export const ArticleRows = ({ rows }: { readonly rows: readonly ArticleRow[] }) => (
  <ul class="article-rows" aria-label={t('articles.list')}>
    {rows.map((row) => (
      <li key={row.id} class={may('admin') ? 'has-acts' : undefined}>
        <Row row={row} />
        {may('admin') && <DeleteRow row={row} />}
      </li>
    ))}
  </ul>
);

const Row = ({ row: { id, title, claims, words, locked, there, updatedAt } }: { readonly row: ArticleRow }) => (
  <a class="article-row" href={`/articles/${encodeURIComponent(id)}`}>
    <span class="article-title" dir="auto">
      {title.trim() || t('articles.untitled')}
    </span>
    <span class="article-meta meta">
      {locked && (
        <span class="pill">
          <Icon name="lock" />
          {t('articles.locked')}
        </span>
      )}
      {there && (
        <span class="pill warn">
          {there.gone ? t('articles.gone') : t('articles.elsewhere', { count: there.changes })}
        </span>
      )}
      {claims !== undefined && (
        <span>{claims > 0 ? t('articles.claims', { count: claims }) : t('articles.noClaims')}</span>
      )}
      {words !== undefined && words > 0 && <span>{t('articles.words', { count: words })}</span>}
    </span>
    <span class="article-time meta">
      <Ago time={updatedAt} />
    </span>
  </a>
);

/** Where the articles will be. */
export const RowSkeletons = () => (
  <div role="status">
    <span class="unseen">{t('articles.loading')}</span>
    <div class="skeletons" aria-hidden="true">
      <i class="skeleton head" />
      <div class="article-rows">
        {[62, 48, 71, 40].map((width) => (
          <div key={width}>
            <div class="article-row">
              <i class={`skeleton line wide-${width}`} />
              <i class="skeleton line small" />
            </div>
          </div>
        ))}
      </div>
    </div>
  </div>
);
