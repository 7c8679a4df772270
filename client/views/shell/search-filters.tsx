import { WORK, type WorkState } from '../../../shared/work.ts';
import { ratingWords } from '../../scale-words.ts';
import { type Counts, FILTERS, type Filters, KINDS, type Kind, NO_FILTERS, type Sought } from '../../search.ts';
import { t } from '../../strings/index.ts';

interface Parts {
  readonly sought: Sought;
  readonly counts: Counts | undefined;
  readonly onSeek: (next: Sought) => void;
}

/** A filter that is one of what there is. */
type Chosen = 'state' | 'outcome' | 'article' | 'person';

const CHOSEN: readonly Chosen[] = ['state', 'outcome', 'person', 'article'];

const DAYS = ['since', 'until'] as const;

const countWords = (name: string, count: number, isAll: boolean): string =>
  t(isAll ? 'search.option' : 'search.optionAtLeast', { name, count });

/** How a value of a filter is called. */
const nameOf = (by: Chosen, value: string, counts: Counts | undefined): string => {
  if (by === 'state') return Object.hasOwn(WORK, value) ? t(`work.state.${value as WorkState}`) : value;
  if (by === 'outcome') return ratingWords('truth', value);
  const name = counts?.[by].find((each) => each.value === value)?.name;
  return name || (by === 'article' ? t('articles.untitled') : value);
};

/** How many there are of each kind: the one that is chosen, or everything. */
export const KindChoice = ({ sought, counts, onSeek }: Parts) => (
  <select
    class="input search-kind"
    aria-label={t('search.kind')}
    value={sought.kind}
    onChange={({ currentTarget }) => onSeek({ ...sought, kind: currentTarget.value as Kind | '' })}
  >
    <option value="">{t('search.kind.all')}</option>
    {KINDS.map((each) => {
      const count = counts?.kind.find(({ value }) => value === each)?.count;
      const name = t(`search.kind.${each}`);
      return (
        <option key={each} value={each}>
          {count === undefined ? name : countWords(name, count, counts?.isAll ?? true)}
        </option>
      );
    })}
  </select>
);

/** What is kept of what was found: by state, outcome, person, article and day, each with how many there are. */
export const SearchFilters = ({ sought, counts, onSeek }: Parts) => {
  const { filters } = sought;
  const put = (values: Partial<Filters>): void => onSeek({ ...sought, filters: { ...filters, ...values } });
  const isAsked = FILTERS.some((each) => filters[each] !== '');
  const choices = CHOSEN.map((by) => {
    const rows = counts?.[by] ?? [];
    const isOther = filters[by] !== '' && !rows.some(({ value }) => value === filters[by]);
    return { by, rows: isOther ? [{ value: filters[by], count: 0 }, ...rows] : rows };
  });
  return (
    <search class="search-filters" aria-label={t('search.filters')}>
      {choices.map(
        ({ by, rows }) =>
          rows.length > 0 && (
            <select
              key={by}
              class="input"
              aria-label={t(`search.filter.${by}`)}
              value={filters[by]}
              onChange={({ currentTarget }) => put({ [by]: currentTarget.value })}
            >
              <option value="">{t(`search.any.${by}`)}</option>
              {rows.map(({ value, count }) => (
                <option key={value} value={value}>
                  {countWords(nameOf(by, value, counts), count, counts?.isAll ?? true)}
                </option>
              ))}
            </select>
          ),
      )}
      <div class="search-days">
        {DAYS.map((each) => (
          <label key={each}>
            <span>{t(`search.filter.${each}`)}</span>
            <input
              class="input"
              type="date"
              value={filters[each]}
              onChange={({ currentTarget }) => put({ [each]: currentTarget.value })}
            />
          </label>
        ))}
      </div>
      {isAsked && (
        <button type="button" class="button small quiet" onClick={() => onSeek({ ...sought, filters: NO_FILTERS })}>
          {t('search.clearFilters')}
        </button>
      )}
    </search>
  );
};
