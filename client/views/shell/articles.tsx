import { useEffect, useRef, useState } from 'preact/hooks';
import type { ArticleRow } from '../../../shared/api/records/article.ts';
import { may } from '../../account.ts';
import { draft } from '../../article-draft.ts';
import { followArticles, listed, loadArticles, matching } from '../../articles.ts';
import { navigate } from '../../router.ts';
import { t } from '../../strings/index.ts';
import { whenIdle } from '../../when-idle.ts';
import { ArticleRows, RowSkeletons } from './article-rows.tsx';
import { Failure } from './failure.tsx';
import { HomeNav } from './home-nav.tsx';
import { Icon } from './icon.tsx';
import { Invite } from './invite.tsx';
import { KeyHint } from './key-hint.tsx';
import { later } from './later.tsx';
import { usePageTitle } from './page-title.ts';
import { TopBar } from './top-bar.tsx';
import { useIncomingText } from './use-incoming-text.ts';
import { useKey } from './use-key.ts';

const NoArticles = later(async () => (await import('./no-articles.tsx')).NoArticles, RowSkeletons);

/** Home: every article of the desk. */
export const Articles = () => {
  usePageTitle(t('articles.title'));
  const mayAdd = may('editor');
  useEffect(followArticles, []);
  useForgetDeleted();
  useKey('n', () => mayAdd && navigate('/articles/new'));
  const hovering = useIncomingText(mayAdd);
  const { rows, problem } = listed.value;
  return (
    <>
      <TopBar crumb={<HomeNav />} right={<Actions />} />
      <main
        class={`articles drops ${hovering ? 'hovering' : ''}`}
        data-hint={t('newArticle.drop')}
        id="content"
        tabIndex={-1}
      >
        {!rows && <h1 class={problem ? '' : 'unseen'}>{t('articles.title')}</h1>}
        {problem && (
          <Failure
            problem={problem}
            words={rows && t('articles.stale', { why: problem.words })}
            onRetry={loadArticles}
          />
        )}
        {mayAdd && draft.value.text !== '' && <Resume />}
        {rows ? rows.length > 0 ? <Found rows={rows} /> : <NoArticles mayAdd={mayAdd} /> : !problem && <RowSkeletons />}
      </main>
    </>
  );
};

/** What this browser keeps of articles that were deleted meanwhile is forgotten, once for each time the list is opened. */
const useForgetDeleted = (): void => {
  const { rows } = listed.value;
  const isThere = rows !== undefined;
  useEffect(() => {
    if (isThere) return whenIdle(() => void import('../../say-of-deleted.ts').then((it) => it.sayOfDeleted(rows)));
    return undefined;
  }, [isThere]);
};

const Actions = () => (
  <>
    {may('lead') && <Invite />}
    {may('editor') && (
      <a class="button primary" href="/articles/new" aria-keyshortcuts="n">
        {t('articles.new')}
        <KeyHint keys="N" />
      </a>
    )}
  </>
);

const Resume = () => (
  <p class="notice resume">
    {t('articles.resume')}
    <span class="spacer" />
    <a class="button small" href="/articles/new">
      {t('articles.resumeDo')}
    </a>
  </p>
);

const Found = ({ rows }: { readonly rows: readonly ArticleRow[] }) => {
  const [query, setQuery] = useState('');
  const search = useRef<HTMLInputElement>(null);
  useKey('/', () => search.current?.focus());
  const found = matching(rows, query);
  const clear = (): void => {
    setQuery('');
    search.current?.focus();
  };
  return (
    <>
      <div class="articles-head">
        <h1>{t('articles.title')}</h1>
        <span class="meta" role="status">
          {t(query ? 'articles.found' : 'articles.count', { count: found.length })}
        </span>
        <label class="search">
          <span class="unseen">{t('articles.search')}</span>
          <Icon name="search" />
          <input
            class="input"
            type="search"
            dir="auto"
            ref={search}
            placeholder={t('articles.search')}
            aria-keyshortcuts="/"
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && setQuery('')}
          />
          <KeyHint keys="/" />
        </label>
      </div>
      {found.length > 0 ? (
        <ArticleRows rows={found} />
      ) : (
        <p class="none-found">
          {t('articles.noneFound', { query })}{' '}
          <button type="button" class="link-button" onClick={clear}>
            {t('filter.clear')}
          </button>
        </p>
      )}
    </>
  );
};
