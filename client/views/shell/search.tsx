import '../../styles/search.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SearchFound } from '../../../shared/api/records/search.ts';
import type { Answer } from '../../api.ts';
import { navigate } from '../../router.ts';
import { ratingWords } from '../../scale-words.ts';
import {
  type Counts,
  countFound,
  type FoundGroup,
  findAll,
  findMore,
  litPieces,
  NO_FILTERS,
  pathOf,
  type Sought,
  searchPath,
  soughtIn,
} from '../../search.ts';
import { t } from '../../strings/index.ts';
import { RowSkeletons } from './article-rows.tsx';
import { DeedButton } from './deed-button.tsx';
import { Failure } from './failure.tsx';
import { HomeNav } from './home-nav.tsx';
import { Icon } from './icon.tsx';
import { usePageTitle } from './page-title.ts';
import { KindChoice, SearchFilters } from './search-filters.tsx';
import { TopBar } from './top-bar.tsx';
import { useFound } from './use-found.ts';

interface AllFound {
  readonly groups: readonly FoundGroup[];
  /** Absent where they could not be asked for. */
  readonly counts: Counts | undefined;
}

const findWithCounts = async (sought: Sought): Promise<Answer<AllFound>> => {
  const [answer, counted] = await Promise.all([findAll(sought), countFound(sought)]);
  if ('problem' in answer) return answer;
  return { value: { groups: answer.value, counts: 'value' in counted ? counted.value : undefined } };
};

/** What was found, with the next page of one of its groups. */
const withMore = async (sought: Sought, all: AllFound, group: FoundGroup): Promise<Answer<AllFound>> => {
  const answer = await findMore(sought, group);
  if ('problem' in answer) return answer;
  const grown = { ...answer.value, found: [...group.found, ...answer.value.found] };
  return { value: { ...all, groups: all.groups.map((each) => (each === group ? grown : each)) } };
};

/** The arrows go through what was found, from the box and back to it. */
const walk = (event: KeyboardEvent, box: HTMLInputElement | null): void => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const links = [...document.querySelectorAll<HTMLElement>('.search-found a')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (step === 0 || (at === -1 && document.activeElement !== box) || (at === -1 && step === -1)) return;
  event.preventDefault();
  (at + step < 0 ? box : links[Math.min(at + step, links.length - 1)])?.focus();
};

interface Parts {
  /** What the address looks for, as it stands there. */
  readonly query: string;
}

/** Looking for words in all that the desk has. */
export const Search = ({ query }: Parts) => {
  usePageTitle(t('search.title'));
  const [sought, setSought] = useState<Sought>(() => soughtIn(new URLSearchParams(query)));
  const isEmpty = sought.query.trim() === '';
  const { found, problem, load, more } = useFound(sought, findWithCounts, isEmpty);
  const { groups, counts } = found?.value ?? {};
  const isBusy = !isEmpty && !problem && found?.sought !== sought;
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => box.current?.focus(), []);
  // Another search that a link or the way back leads to.
  useEffect(() => {
    const next = soughtIn(new URLSearchParams(query));
    if (searchPath(next) !== searchPath(sought)) setSought(next);
  }, [query]);
  const seek = (next: Sought): void => {
    setSought(next);
    navigate(searchPath(next), 'replace');
  };
  const isFiltered = searchPath(sought) !== searchPath({ query: sought.query, kind: '', filters: NO_FILTERS });
  const count = groups?.reduce((sum, group) => sum + group.found.length, 0) ?? 0;
  return (
    <>
      <TopBar crumb={<HomeNav />} />
      <main class="articles search-page" id="content" tabIndex={-1} onKeyDown={(event) => walk(event, box.current)}>
        <div class="articles-head">
          <h1>{t('search.title')}</h1>
          <KindChoice sought={sought} counts={counts} onSeek={seek} />
          <label class="search">
            <span class="unseen">{t('search.label')}</span>
            <Icon name="search" />
            <input
              class="input"
              type="search"
              dir="auto"
              ref={box}
              maxLength={200}
              placeholder={t('search.label')}
              aria-keyshortcuts="/"
              value={sought.query}
              onInput={({ currentTarget }) => seek({ ...sought, query: currentTarget.value })}
              onKeyDown={(event) => event.key === 'Escape' && seek({ ...sought, query: '' })}
            />
          </label>
        </div>
        {!isEmpty && <SearchFilters sought={sought} counts={counts} onSeek={seek} />}
        <p class="unseen" role="status">
          {isBusy ? t('search.searching') : found && t('search.found', { count })}
        </p>
        {problem && <Failure problem={problem} onRetry={load} />}
        {isEmpty && <p class="none-found">{t('search.begin')}</p>}
        {isBusy && !found && <RowSkeletons />}
        {found && (
          <div class="search-found" aria-busy={isBusy}>
            {found.value.groups.map((group) => (
              <section key={group.kind} aria-label={t(`search.kind.${group.kind}`)}>
                <h2 class="heading-small">{t(`search.kind.${group.kind}`)}</h2>
                <ul class="article-rows">
                  {group.found.map((each) => (
                    <li key={`${each.article} ${each.id}`}>
                      <One found={each} />
                    </li>
                  ))}
                </ul>
                {group.after !== null && (
                  <p class="library-more">
                    <DeedButton
                      class="button"
                      onDo={() =>
                        found.sought.kind === ''
                          ? seek({ ...sought, kind: group.kind })
                          : more((all) => withMore(sought, all, group))
                      }
                    >
                      {found.sought.kind === ''
                        ? t('search.all', { kind: t(`search.kind.${group.kind}`) })
                        : t('search.more')}
                    </DeedButton>
                  </p>
                )}
              </section>
            ))}
          </div>
        )}
        {found && groups?.length === 0 && !problem && (
          <p class="none-found">
            {t('search.none', { query: found.sought.query })}{' '}
            <button
              type="button"
              class="link-button"
              onClick={() => seek(isFiltered ? { ...sought, kind: '', filters: NO_FILTERS } : { ...sought, query: '' })}
            >
              {t(isFiltered ? 'search.clearFilters' : 'search.clear')}
            </button>
          </p>
        )}
      </main>
    </>
  );
};

const One = ({ found }: { readonly found: SearchFound }) => {
  const { kind, title, outcome } = found;
  const name = title || t('articles.untitled');
  return (
    <a class="article-row search-row" href={pathOf(found)}>
      {kind === 'article' && (
        <strong class="search-title" dir="auto">
          {name}
        </strong>
      )}
      <span class="search-words" dir="auto">
        {litPieces(found).map(({ text, isLit }, index) => (isLit ? <mark key={index}>{text}</mark> : text))}
      </span>
      {kind !== 'article' && (
        <span class="meta">
          {outcome && (
            <>
              <span class={`outcome look-${outcome.tone}`}>{ratingWords(outcome.scale ?? '', outcome.label)}</span>{' '}
              {outcome.stale && (
                <>
                  <span class="tag warn">{t('standing.stale')}</span>{' '}
                </>
              )}
            </>
          )}
          <span dir="auto">{t('search.in', { title: name })}</span>
        </span>
      )}
    </a>
  );
};
