import { useState } from 'preact/hooks';
import { asked, type ClaimFilter, EVERY } from '../../claim-filter.ts';
import { t } from '../../strings/index.ts';
import { ClaimQuestions } from './fetched-later.ts';
import { focusSearch } from './focusing.ts';
import { useWorkspace } from './here.ts';

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
        {isOpen && <ClaimQuestions filter={filter} put={put} />}
      </details>
      {number > 0 && <Counted />}
    </search>
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
