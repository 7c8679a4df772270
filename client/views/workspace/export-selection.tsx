import { offered } from '../../../shared/scale.ts';
import { settingsOf } from '../../../shared/settings.ts';
import { COLUMNS } from '../../board.ts';
import { asked, OUTCOMES } from '../../claim-filter.ts';
import type { Offer, Wanted } from '../../export-formats.ts';
import { scaleInWords } from '../../scale-words.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

/** So many claims of a list find room in an address. */
const MOST_LISTED = 300;

/** The claims that the list shows where it does not show all, as many as can be asked for by their ids; else none. */
export const useListed = (): readonly string[] => {
  const { listed, filter } = useWorkspace();
  if (asked(filter.value) === 0) return [];
  const { placed, orphaned } = listed.value;
  const ids = [...placed, ...orphaned].map(({ id }) => id);
  return ids.length > MOST_LISTED ? [] : ids;
};

interface Parts {
  readonly wanted: Wanted;
  readonly onWant: (wanted: Wanted) => void;
  readonly claims: Offer['claims'];
  readonly listed: number;
}

/** Which claims are to be in the file. */
export const ExportSelection = ({ wanted, onWant, claims, listed }: Parts) => (
  <>
    <label class="field">
      <span class="label">{t('export.claims')}</span>
      <select
        class="input"
        value={wanted.which}
        onChange={(event) => onWant({ ...wanted, which: event.currentTarget.value as Wanted['which'] })}
      >
        <option value="all">{t('export.claims.all', { count: claims.of })}</option>
        {listed > 0 && <option value="listed">{t('export.claims.listed', { count: listed })}</option>}
        <option value="some">{t('export.claims.some')}</option>
      </select>
    </label>
    {wanted.which === 'some' && <Questions wanted={wanted} onWant={onWant} />}
    {wanted.which !== 'all' && (
      <p class="meta" role="status">
        {t('filter.count', { listed: claims.shown, count: claims.of })}
      </p>
    )}
  </>
);

const Questions = ({ wanted, onWant }: Pick<Parts, 'wanted' | 'onWant'>) => {
  const article = useWorkspace().article.value;
  if (!article) return null;
  const ratings = offered(scaleInWords(settingsOf(article).scale)).map(({ id, label }) => [id, label] as const);
  const others = OUTCOMES.map((outcome) => [outcome, t(`filter.outcome.${outcome}`)] as const);
  const questions = [
    ['work', t('filter.state'), COLUMNS.map((state) => [state, t(`work.state.${state}`)] as const)],
    ['outcome', t('filter.outcome'), [...ratings, ...others]],
  ] as const;
  return (
    <div class="claim-questions">
      {questions.map(([key, label, choices]) => (
        <label key={key}>
          {label}
          <select
            class="input"
            value={wanted[key]}
            onChange={(event) => onWant({ ...wanted, [key]: event.currentTarget.value })}
          >
            <option value="">{t('filter.any')}</option>
            {choices.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
};
