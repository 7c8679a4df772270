import '../../styles/library.css';
import { useRef, useState } from 'preact/hooks';
import { SOURCE_KINDS } from '../../../shared/source.ts';
import type { Answer } from '../../api.ts';
import { findSources, type LibraryItem, type LibraryPage, type LibraryQuery } from '../../library.ts';
import { t } from '../../strings/index.ts';
import { dateInWords } from '../../times.ts';
import { RowSkeletons } from './article-rows.tsx';
import { DeedButton } from './deed-button.tsx';
import { Failure } from './failure.tsx';
import { HomeNav } from './home-nav.tsx';
import { Icon } from './icon.tsx';
import { KeyHint } from './key-hint.tsx';
import { LeaningClaims } from './leaning-claims.tsx';
import { usePageTitle } from './page-title.ts';
import { TopBar } from './top-bar.tsx';
import { useFound } from './use-found.ts';
import { useKey } from './use-key.ts';

const KINDS = Object.keys(SOURCE_KINDS) as readonly (keyof typeof SOURCE_KINDS)[];

const EVERYTHING: LibraryQuery = { search: '', kind: '' };

/** A page of what is found, after what was found before. */
const findPage = async (query: LibraryQuery, known?: LibraryPage): Promise<Answer<LibraryPage>> => {
  const answer = await findSources(query, known?.before ?? undefined);
  if (!known || 'problem' in answer) return answer;
  return { value: { ...answer.value, sources: [...known.sources, ...answer.value.sources] } };
};

/** The sources of all articles: what the desk has cited, and where. */
export const Library = () => {
  usePageTitle(t('library.title'));
  const [query, setQuery] = useState(EVERYTHING);
  const { found, problem, load, more } = useFound(query, (sought) => findPage(sought));
  const { sources, before } = found?.value ?? {};
  const search = useRef<HTMLInputElement>(null);
  useKey('/', () => search.current?.focus());
  const isAll = query.search.trim() === '' && query.kind === '';
  return (
    <>
      <TopBar crumb={<HomeNav />} />
      <main class="articles library" id="content" tabIndex={-1}>
        <div class="articles-head">
          <h1>{t('library.title')}</h1>
          <select
            class="input library-kind"
            aria-label={t('library.kind')}
            value={query.kind}
            onChange={({ currentTarget }) => setQuery({ ...query, kind: currentTarget.value })}
          >
            <option value="">{t('library.anyKind')}</option>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`field.source.kind.${kind}`)}
              </option>
            ))}
          </select>
          <label class="search">
            <span class="unseen">{t('library.search')}</span>
            <Icon name="search" />
            <input
              class="input"
              type="search"
              dir="auto"
              ref={search}
              maxLength={200}
              placeholder={t('library.search')}
              aria-keyshortcuts="/"
              value={query.search}
              onInput={({ currentTarget }) => setQuery({ ...query, search: currentTarget.value })}
              onKeyDown={(event) => event.key === 'Escape' && setQuery({ ...query, search: '' })}
            />
            <KeyHint keys="/" />
          </label>
        </div>
        {problem && <Failure problem={problem} onRetry={load} />}
        {!found && !problem && <RowSkeletons />}
        {found && sources && sources.length > 0 && (
          <>
            <ul class="article-rows" aria-busy={found.sought !== query}>
              {sources.map((item) => (
                <li key={`${item.uses[0]?.article} ${item.uses[0]?.source}`}>
                  <Item item={item} />
                </li>
              ))}
            </ul>
            {before !== null && (
              <p class="library-more">
                <DeedButton class="button" onDo={() => more((known) => findPage(query, known))}>
                  {t('library.more')}
                </DeedButton>
              </p>
            )}
          </>
        )}
        {sources?.length === 0 &&
          (isAll ? (
            <div class="queue-empty">
              <h2>{t('library.none')}</h2>
              <p>{t('library.noneWords')}</p>
            </div>
          ) : (
            <p class="none-found" role="status">
              {t('library.noneFound')}{' '}
              <button type="button" class="link-button" onClick={() => setQuery(EVERYTHING)}>
                {t('library.clear')}
              </button>
            </p>
          ))}
      </main>
    </>
  );
};

const Item = ({ item }: { readonly item: LibraryItem }) => {
  const { title, url, kind, people, publisher, date, primary, uses, retracted } = item;
  const known = [
    primary === 'primary' && t('field.source.primary.primary'),
    people.join(', '),
    publisher,
    dateInWords(date),
    kind !== '' && t(`field.source.kind.${kind}`),
  ].filter(Boolean);
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  return (
    <div class="article-row library-row">
      <h2 class="article-title" dir="auto">
        {title || url}
      </h2>
      <p class="meta library-known">
        <span dir="auto">{known.join(' · ')}</span>
        {host && (
          <>
            {known.length > 0 && ' · '}
            <a href={url} target="_blank" rel="noopener noreferrer">
              {host}
            </a>
          </>
        )}
      </p>
      {retracted && (
        <div class="alert library-retracted">
          <p dir="auto">
            {t('library.retracted', { title: retracted.title || t('articles.untitled'), reason: retracted.reason })}
          </p>
          <LeaningClaims article={uses[0]?.article ?? ''} source={uses[0]?.source ?? ''} />
        </div>
      )}
      <p class="library-uses">
        <span class="meta">{t('library.uses', { count: uses.length })}</span>
        {uses.map((use) => (
          <a key={use.article} href={`/articles/${encodeURIComponent(use.article)}`} dir="auto">
            {use.title || t('articles.untitled')}
          </a>
        ))}
      </p>
    </div>
  );
};
