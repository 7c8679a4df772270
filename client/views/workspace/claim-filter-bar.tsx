import { useState } from 'preact/hooks';
import { claimFieldsOf } from '../../../shared/claim-types.ts';
import { offered } from '../../../shared/scale.ts';
import { settingsOf } from '../../../shared/settings.ts';
import { COLUMNS } from '../../board.ts';
import { asked, type ClaimFilter, EVERY, OUTCOMES, SORTS, tagsIn } from '../../claim-filter.ts';
import { scaleInWords } from '../../scale-words.ts';
import { t } from '../../strings/index.ts';
import { worded } from '../../strings/worded.ts';
import { focusSearch } from './focusing.ts';
import { useWorkspace } from './here.ts';

type Choices = Readonly<Record<string, string>>;

/** Asks which claims are listed and in which order, and says how many are. */
export const ClaimFilterBar = () => {
  const workspace = useWorkspace();
  const filter = workspace.filter.value;
  const [isOpen, setOpen] = useState(false);
  const mine = workspace.reviewer.value.id;
  const put = (values: Partial<ClaimFilter>): void => {
    workspace.filter.value = { ...filter, ...values };
  };
  const number = asked(filter);
  return (
    <search class="claim-filter" aria-label={t('filter.label')}>
      <div class="claim-filter-row">
        <input
          class="input"
          id="claim-search"
          type="search"
          dir="auto"
          autocomplete="off"
          aria-label={t('filter.search')}
          placeholder={t('filter.search')}
          value={filter.q}
          onInput={(event) => put({ q: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            put({ q: '' });
            event.currentTarget.blur();
          }}
        />
        <button
          type="button"
          class="button small"
          aria-pressed={filter.assignee === mine}
          onClick={() => put({ assignee: filter.assignee === mine ? '' : mine })}
        >
          {t('filter.mine')}
        </button>
        <button
          type="button"
          class="button small"
          onClick={() => {
            workspace.board.value = true;
          }}
        >
          {t('board.open')}
        </button>
      </div>
      <details class="claim-filter-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {t('filter.more')}
          {number > 0 && <span class="tag">{number}</span>}
        </summary>
        {isOpen && <Questions filter={filter} put={put} />}
      </details>
      {number > 0 && <Counted />}
    </search>
  );
};

interface Asking {
  readonly filter: ClaimFilter;
  readonly put: (values: Partial<ClaimFilter>) => void;
}

const Questions = ({ filter, put }: Asking) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const named = (ids: readonly string[]): Choices => Object.fromEntries(ids.map((id) => [id, workspace.nameOf(id)]));
  const assigned = new Set([...article.claims.values()].map(({ assignee }) => assignee).filter((id) => id !== ''));
  const ratings = offered(scaleInWords(settingsOf(article).scale)).map(({ id, label }) => [id, label]);
  const others = OUTCOMES.map((outcome) => [outcome, t(`filter.outcome.${outcome}`)]);
  const fields = worded('claim', claimFieldsOf(article));
  const questions: readonly (readonly [keyof ClaimFilter, Choices])[] = [
    ['state', Object.fromEntries(COLUMNS.map((state) => [state, t(`work.${state}`)]))],
    ['outcome', { ...Object.fromEntries(ratings), ...Object.fromEntries(others) }],
    ['type', fields.kind.choices],
    ['assignee', { none: t('people.nobody'), ...named([...assigned]) }],
    ['priority', fields.priority.choices],
    ['tag', Object.fromEntries(tagsIn(article).map((tag) => [tag, tag]))],
    ['sort', Object.fromEntries(SORTS.map((sort) => [sort, t(`filter.sort.${sort}`)]))],
  ];
  return (
    <div class="claim-questions">
      {questions.map(([key, choices]) => (
        <label key={key}>
          {t(`filter.${key as 'state'}`)}
          <select class="input" value={filter[key]} onChange={(event) => put({ [key]: event.currentTarget.value })}>
            {key !== 'sort' && <option value="">{t('filter.any')}</option>}
            {Object.entries(choices).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
};

/** How many claims are listed, and the way back to all of them. */
const Counted = () => {
  const { listed, order } = useWorkspace();
  const { placed, orphaned } = listed.value;
  const all = order.value.placed.length + order.value.orphaned.length;
  return (
    <p class="claim-counted" role="status">
      {t('filter.count', { listed: placed.length + orphaned.length, count: all })}
      <Clear />
    </p>
  );
};

const Clear = () => {
  const workspace = useWorkspace();
  return (
    <button
      type="button"
      class="link-button"
      onClick={() => {
        workspace.filter.value = EVERY;
        focusSearch();
      }}
    >
      {t('filter.clear')}
    </button>
  );
};

/** Says that no claim is as asked for. */
export const NoneListed = () => <p class="nothing">{t('filter.none')}</p>;
