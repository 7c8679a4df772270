import '../../styles/search.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SearchFound } from '../../../shared/api/records/search.ts';
import type { Problem } from '../../api.ts';
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
import { Failure } from './failure.tsx';
import { HomeNav } from './home-nav.tsx';
import { Icon } from './icon.tsx';
import { usePageTitle } from './page-title.ts';
import { KindChoice, SearchFilters } from './search-filters.tsx';
import { TopBar } from './top-bar.tsx';

/** How long it is waited for more to be typed, in milliseconds. */
const PAUSE = 200;

interface Found {
  readonly sought: Sought;
  readonly groups: readonly FoundGroup[];
}

/** What is found, kept in sight until there is something else; an answer that came too late is left out. */
const useFound = (sought: Sought) => {
  const [found, setFound] = useState<Found>();
  const [counts, setCounts] = useState<Counts>();
  const [problem, setProblem] = useState<Problem>();
  const latest = useRef(sought);
  latest.current = sought;
  const isEmpty = sought.query.trim() === '';
  const load = async (): Promise<void> => {
    const [answer, counted] = await Promise.all([findAll(sought), countFound(sought)]);
    if (latest.current !== sought) return;
    setCounts('value' in counted ? counted.value : undefined);
    setProblem('problem' in answer ? answer.problem : undefined);
    if ('value' in answer) setFound({ sought, groups: answer.value });
  };
  const more = async (group: FoundGroup): Promise<void> => {
    const answer = await findMore(sought, group);
    if (latest.current !== sought || !found) return;
    setProblem('problem' in answer ? answer.problem : undefined);
    if (!('value' in answer)) return;
    const next = { ...answer.value, found: [...group.found, ...answer.value.found] };
    setFound({ sought, groups: found.groups.map((each) => (each === group ? next : each)) });
  };
  useEffect(() => {
    setProblem(undefined);
    if (isEmpty) {
      setFound(undefined);
      setCounts(undefined);
      return undefined;
    }
    const timer = setTimeout(() => void load(), found ? PAUSE : 0);
    return () => clearTimeout(timer);
  }, [sought]);
  return { found, counts, problem, load, more, isBusy: !isEmpty && !problem && found?.sought !== sought };
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
  const { found, counts, problem, load, more, isBusy } = useFound(sought);
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
  const count = found?.groups.reduce((sum, group) => sum + group.found.length, 0) ?? 0;
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
        {sought.query.trim() !== '' && <SearchFilters sought={sought} counts={counts} onSeek={seek} />}
        <p class="unseen" role="status">
          {isBusy ? t('search.searching') : found && t('search.found', { count })}
        </p>
        {problem && <Failure problem={problem} onRetry={() => void load()} />}
        {sought.query.trim() === '' && <p class="none-found">{t('search.begin')}</p>}
        {isBusy && !found && <RowSkeletons />}
        {found && (
          <div class="search-found" aria-busy={isBusy}>
            {found.groups.map((group) => (
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
                    <button
                      type="button"
                      class="button"
                      onClick={() =>
                        found.sought.kind === '' ? seek({ ...sought, kind: group.kind }) : void more(group)
                      }
                    >
                      {found.sought.kind === ''
                        ? t('search.all', { kind: t(`search.kind.${group.kind}`) })
                        : t('search.more')}
                    </button>
                  </p>
                )}
              </section>
            ))}
          </div>
        )}
        {found?.groups.length === 0 && !problem && (
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
